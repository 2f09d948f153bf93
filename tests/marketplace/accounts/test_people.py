"""Roles by their days, editors and their group, the demo's code, the account's own page."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from catalog.lib import clock
from marketplace.accounts import permissions
from marketplace.accounts.models import EditorPost, User
from marketplace.accounts.services import enrol_totp, grant_editor, revoke_editor
from tests.cast import SECRET, Cast

pytestmark = pytest.mark.django_db


def test_officer_of_a_province_answers_for_its_communes_and_no_other():
    people = Cast()
    province, commune = people.commune_a.province, people.commune_a
    assert permissions.is_officer_of(people.giang, province)
    assert permissions.is_officer_of(people.giang, province, commune)
    assert not permissions.is_officer_of(people.giang, people.commune_b.province)


def test_officer_of_a_commune_does_not_answer_for_the_province():
    people = Cast()
    province, commune = people.commune_a.province, people.commune_a
    assert permissions.is_officer_of(people.dung, province, commune)
    assert not permissions.is_officer_of(people.dung, province)
    assert not permissions.is_officer_of(people.dung, people.commune_b.province, people.commune_b)


@pytest.mark.parametrize(
    ("start", "end", "holds"), [(0, 0, True), (1, None, False), (-9, -1, False), (-9, 0, True)]
)
def test_membership_counts_from_its_day_to_its_day(start, end, holds):
    people = Cast()
    day = clock.today()
    last = None if end is None else day + timedelta(days=end)
    people.binh.producermembers.update(valid_from=day + timedelta(days=start), valid_to=last)
    assert list(permissions.producers_of(people.binh)) == ([people.producer_a] if holds else [])
    assert permissions.may_act_for(people.binh, people.producer_a) is holds


def test_membership_ends_at_midnight_of_viet_nam(monkeypatch):
    people = Cast()
    day = clock.today()
    people.binh.producermembers.update(valid_to=day)
    assert permissions.may_act_for(people.binh, people.producer_a)
    monkeypatch.setattr(clock, "today", lambda: day + timedelta(days=1))
    assert not permissions.may_act_for(people.binh, people.producer_a)


def test_producers_do_not_act_for_each_other():
    people = Cast()
    assert not permissions.may_act_for(people.binh, people.producer_b)
    assert not permissions.may_act_for(people.chi, people.producer_a)


def test_inactive_people_may_nothing():
    people = Cast()
    for user in (people.dung, people.lan, people.binh, people.sau):
        user.is_active = False
        user.save()
    assert not permissions.is_officer(people.dung)
    assert not permissions.may_enter_cms(people.lan)
    assert not permissions.may_act_for(people.binh, people.producer_a)
    assert not permissions.may_enter_dashboard(people.sau)


def test_editor_gets_the_group_and_no_staff_right_and_loses_it():
    people = Cast()
    user = people.person("ut")
    grant_editor(user, actor=people.sau)
    user = User.objects.get(pk=user.pk)
    assert permissions.may_enter_cms(user)
    assert not user.is_staff
    assert revoke_editor(user, actor=people.sau, reason="Thôi việc") == 1
    user = User.objects.get(pk=user.pk)
    assert not permissions.may_enter_cms(user)
    assert not user.groups.exists()
    assert EditorPost.objects.get().valid_to == clock.today() - timedelta(days=1)


def test_a_user_needs_an_address_or_a_number_and_blank_is_none():
    for fields in ({}, {"email": "", "phone": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            User(**fields).save()
    User(email="A@Example.vn ").save()
    assert User.objects.get().email == "a@example.vn"
    assert User.objects.get().phone is None


def test_code_is_printed_for_sample_people_of_a_demo_alone(settings):
    people = Cast()
    sample = people.person("mau", is_sample=True)
    enrol_totp(sample, SECRET)
    enrol_totp(people.sau, SECRET)
    settings.SAMPLE_DATA = True
    out = StringIO()
    call_command("mfa_code", "mau@example.vn", stdout=out)
    assert len(out.getvalue().strip()) == 6
    for email in ("sau@example.vn", "an@example.vn", "khong-co@example.vn"):
        with pytest.raises(CommandError, match="Only for sample users"):
            call_command("mfa_code", email)
    settings.SAMPLE_DATA = False
    with pytest.raises(CommandError, match="Only for sample users"):
        call_command("mfa_code", "mau@example.vn")


def test_own_page_shows_roles_and_only_the_ways_one_has():
    people = Cast()
    page = people.browser("binh").get("/tai-khoan/").content.decode()
    assert people.producer_a.name in page
    assert "/cms/" not in page
    officer = people.browser("dung").get("/tai-khoan/").content.decode()
    assert "/tai-khoan/cap-duong-dan/" in officer
    assert "/quan-tri/" not in officer


def test_own_page_asks_the_same_number_of_questions_for_one_role_and_many(
    django_assert_num_queries,
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from marketplace.accounts.models import ProducerMember
    from tests.factories.register import ProducerFactory

    people = Cast()
    browser = people.browser("binh", second_step=False)
    browser.get("/tai-khoan/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get("/tai-khoan/")
    for _ in range(29):
        producer = ProducerFactory(commune=people.commune_a)
        ProducerMember.objects.create(user=people.binh, producer=producer, valid_from=people.day)
    with django_assert_num_queries(len(few)):
        browser.get("/tai-khoan/")


def test_guest_is_led_to_the_login():
    assert Client().get("/tai-khoan/").url == "/tai-khoan/login/?next=/tai-khoan/"
