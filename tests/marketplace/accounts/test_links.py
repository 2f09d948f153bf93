"""One-time links: who may issue, for whom, how often they work."""

import re
import threading
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from catalog.journal.models import AuditEvent
from marketplace.accounts import errors
from marketplace.accounts.models import OneTimeLink, ProducerMember, User
from marketplace.accounts.services import issue_link, use_link
from tests.cast import PASSWORD, Cast

from .test_sign_in import phone_user, sign_in

NEW = "mat-khau-rieng-3"
ISSUE = "/tai-khoan/cap-duong-dan/"
OPEN = {"phone": "+84 912 345 678", "name": " Lê  Thị Tám", "purpose": "open", "producer": ""}


def issued(people: Cast, officer="dung", **changes) -> str:
    """The address on the page of a link just issued."""
    page = people.browser(officer).post(ISSUE, {**OPEN, **changes}).content.decode()
    return re.search(r"http://testserver(/tai-khoan/mo/[\w-]+/)", page)[1]


@pytest.mark.django_db
def test_link_opens_a_telephone_account_for_a_producer_once():
    people = Cast()
    url = issued(people, producer=people.producer_a.pk)
    client = Client()
    assert "0912 345 678" in client.get(url).content.decode()
    assert OneTimeLink.objects.get().used_at is None

    assert client.post(url, {"password1": NEW, "password2": NEW}).status_code == 302

    user = User.objects.get(phone="0912345678")
    assert (user.first_name, user.email) == ("Lê Thị Tám", None)
    assert ProducerMember.objects.get(user=user).producer == people.producer_a
    assert sign_in("0912.345.678", NEW)[1].status_code == 302
    again = client.post(url, {"password1": "mat-khau-khac-4", "password2": "mat-khau-khac-4"})
    assert again.status_code == 404
    user.refresh_from_db()
    assert user.check_password(NEW)
    verbs = set(AuditEvent.objects.values_list("verb", flat=True))
    assert {"link.issue", "link.use"} <= verbs


@pytest.mark.django_db
def test_issued_page_shows_text_and_qr_once_and_stores_only_a_hash():
    people = Cast()
    page = people.browser("dung").post(ISSUE, OPEN).content.decode()
    token = re.search(r"/mo/([\w-]+)/", page)[1]
    assert '<svg class="qr"' in page
    assert token not in str(OneTimeLink.objects.values().get())
    assert token not in str(list(AuditEvent.objects.values()))
    assert token not in people.browser("dung").get(ISSUE).content.decode()


@pytest.mark.django_db
def test_link_ends_after_72_hours():
    people = Cast()
    url = issued(people)
    OneTimeLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(url).status_code == 404
    assert Client().post(url, {"password1": NEW, "password2": NEW}).status_code == 404
    assert not User.objects.filter(phone="0912345678").exists()


@pytest.mark.django_db
def test_newer_link_ends_the_older():
    people = Cast()
    older, newer = issued(people), issued(people)
    assert Client().get(older).status_code == 404
    assert Client().get(newer).status_code == 200


@pytest.mark.django_db
def test_recovering_sets_the_password_and_ends_every_session():
    people = Cast()
    url = issued(people)
    Client().post(url, {"password1": PASSWORD, "password2": PASSWORD})
    there, _ = sign_in("0912345678")
    recover = issued(people, purpose="recover")
    Client().post(recover, {"password1": NEW, "password2": NEW})
    assert there.get("/tai-khoan/").status_code == 302
    assert sign_in("0912345678", PASSWORD)[1].status_code == 200
    assert sign_in("0912345678", NEW)[1].status_code == 302


@pytest.mark.django_db
def test_officer_cannot_recover_outside_the_place():
    people = Cast()
    user = phone_user()
    ProducerMember.objects.create(user=user, producer=people.producer_b, valid_from=people.day)
    for officer in (people.dung, people.giang):
        with pytest.raises(errors.OutsideYourPlace):
            issue_link(officer, phone="0912345678", name="", purpose="recover")
    assert not OneTimeLink.objects.exists()


@pytest.mark.django_db
def test_nobody_recovers_an_account_that_has_an_address_or_a_duty():
    people = Cast()
    for user in (people.an, people.giang, people.sau):
        user.phone, user.phone_verified_at = f"09000000{user.pk % 100:02d}", timezone.now()
        user.save()
        with pytest.raises(errors.OutsideYourPlace):
            issue_link(people.dung, phone=user.phone, name="", purpose="recover")


@pytest.mark.django_db
def test_stranger_without_producer_is_recovered_only_where_opened():
    people = Cast()
    phone_user()
    with pytest.raises(errors.OutsideYourPlace):
        issue_link(people.dung, phone="0912345678", name="", purpose="recover")


@pytest.mark.django_db
def test_officer_cannot_link_a_producer_of_another_place():
    people = Cast()
    with pytest.raises(errors.OutsideYourPlace):
        issue_link(
            people.dung, phone="0912345678", name="", purpose="open", producer=people.producer_b
        )
    near = people.producer_a
    page = people.browser("dung").get(ISSUE).content.decode()
    assert near.name in page
    assert people.producer_b.name not in page


@pytest.mark.django_db
def test_ended_post_issues_nothing():
    people = Cast()
    people.dung.officerposts.update(valid_to=people.day)
    with pytest.raises(errors.NotAnOfficer):
        issue_link(people.dung, phone="0912345678", name="", purpose="open")


@pytest.mark.django_db
def test_taken_and_unknown_numbers_are_told_at_the_field():
    people = Cast()
    phone_user()
    browser = people.browser("dung")
    assert "đã có tài khoản" in browser.post(ISSUE, OPEN).content.decode()
    unknown = {**OPEN, "phone": "0987654321", "purpose": "recover"}
    assert "chưa có tài khoản" in browser.post(ISSUE, unknown).content.decode()
    wrong = browser.post(ISSUE, {**OPEN, "phone": "12345"}).content.decode()
    assert "Số điện thoại chưa đúng" in wrong
    assert not OneTimeLink.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["an", "binh", "hanh", "khanh", "lan", "sau"])
def test_only_officers_issue(name):
    browser = Cast().browser(name)
    assert browser.get(ISSUE).status_code == 403
    assert browser.post(ISSUE, OPEN).status_code == 403
    assert not OneTimeLink.objects.exists()


@pytest.mark.django_db
def test_officer_without_second_step_issues_nothing():
    browser = Cast().browser("dung", second_step=False)
    assert browser.post(ISSUE, OPEN).status_code == 302
    assert not OneTimeLink.objects.exists()


@pytest.mark.django_db
def test_two_different_or_weak_passwords_use_nothing_up():
    people = Cast()
    url = issued(people)
    Client().post(url, {"password1": NEW, "password2": NEW + "x"})
    Client().post(url, {"password1": "12345678", "password2": "12345678"})
    assert OneTimeLink.objects.get().used_at is None
    assert Client().post(url, {"password1": NEW, "password2": NEW}).status_code == 302


@pytest.mark.django_db
def test_guessing_is_slowed_down():
    client = Client()
    answers = [client.get(f"/tai-khoan/mo/{n:043d}/").status_code for n in range(21)]
    assert answers == [404] * 20 + [429]
    assert client.get("/tai-khoan/mo/x/").headers["Retry-After"]


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_eight_hands_on_one_link_make_one_account():
    people = Cast()
    _, token = issue_link(people.dung, phone="0912345678", name="Tám", purpose="open")
    start = threading.Barrier(8)
    outcomes: list[str] = []

    def grab(n: int) -> None:
        start.wait()
        try:
            use_link(token, password=f"{NEW}-{n}")
            outcomes.append("in")
        except errors.AccountError as error:
            outcomes.append(type(error).__name__)
        finally:
            connections.close_all()

    hands = [threading.Thread(target=grab, args=(n,)) for n in range(8)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert sorted(outcomes) == ["LinkSpent"] * 7 + ["in"]
    assert User.objects.filter(phone="0912345678").count() == 1
