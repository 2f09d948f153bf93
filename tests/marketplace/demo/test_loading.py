"""What the loaded demo holds, told by state; and that loading again changes nothing."""

from collections import Counter

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django_tasks_db.models import DBTaskResult

from catalog.lib import clock
from catalog.lib.vietnamese import slug
from catalog.register.models import Certificate, Paper, Producer, Product
from catalog.register.selectors import governing_certificate, product_history, recognition_state
from marketplace.accounts import permissions
from marketplace.accounts.models import ProducerMember, User
from marketplace.demo import marker, rows
from marketplace.demo.loading import load_all
from marketplace.demo.people import PASSWORD, PEOPLE
from marketplace.demo.real import UNKNOWN_PRODUCER, is_verified
from marketplace.demo.recognitions import SELLABLE, State
from marketplace.shop.listings.models import Listing, ProductCard, Seller, TakeDown

SHOWN_AS = {
    State.VALID: "valid",
    State.ENDS_SOON: "valid",
    State.REPLACED: "valid",
    State.EXTENDED: "extended",
    State.EXPIRED: "expired",
    State.REVOKED: "revoked",
    State.TWO_STAR: "below",
    State.UNVERIFIED: "unverified",
}

# Marked, so that they run before the tests that empty every table when they end.
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def sellable_slugs():
    return set(Product.objects.sellable_on(clock.today()).values_list("slug", flat=True))


def test_real_products_say_what_was_published_and_nothing_more():
    for row in rows.real_products():
        product = Product.objects.get(slug=slug(row.name))
        told = [
            (c.star, c.decision_no, c.issued_on, c.expires_on, c.authority)
            for c in product.certificates.all()
        ]
        if is_verified(row):
            assert told == [
                (int(row.stars), row.decision_no, row.issued_on, row.expires_on, row.authority)
            ]
        else:
            assert told == []
        assert not product.is_sample
        assert not product.story


def test_real_products_without_a_decision_are_not_for_sale():
    unverified = {slug(row.name) for row in rows.real_products() if not is_verified(row)}

    assert len(unverified) == 39
    assert not unverified & sellable_slugs()
    assert not Listing.objects.filter(product__slug__in=unverified).exists()


def test_real_producers_without_a_name_say_so_and_sell_nothing():
    unnamed = Producer.objects.filter(name__startswith=UNKNOWN_PRODUCER)

    assert unnamed.count() == 3
    assert not unnamed.filter(is_active=True).exists()
    assert not Seller.objects.filter(producer__in=unnamed).exists()


def test_real_addresses_of_abolished_units_stay_as_published():
    unsure = Producer.objects.filter(is_sample=False, address_as_published__contains="cũ")

    assert unsure.exists()
    assert not unsure.exclude(commune=None).exists()
    assert Producer.objects.get(name="HTX du lịch Làng chài Tân Thành").commune is None


def test_real_communes_printed_with_other_spelling_are_found():
    producer = Producer.objects.get(name="Công ty TNHH Cá Đen")

    assert producer.address_as_published == "phường Phú Thủy, Lâm Đồng"
    assert producer.commune.full_name == "phường Phú Thuỷ"


def test_each_sample_product_is_found_in_its_state():
    today = clock.today()
    for row in rows.sample_products():
        product = Product.objects.get(slug=row.slug)
        governing = governing_certificate(product, today)
        assert recognition_state(governing, today) == SHOWN_AS[State(row.state)], row.slug


def test_exactly_the_products_in_force_are_for_sale():
    samples = {row.slug for row in rows.sample_products() if State(row.state) in SELLABLE}
    real = {slug(row.name) for row in rows.real_products() if is_verified(row)}
    today = clock.today()
    on_cards = ProductCard.objects.filter(sells_from__lte=today, sells_until__gte=today)

    held = set(TakeDown.objects.standing().values_list("product__slug", flat=True))

    assert sellable_slugs() == samples | real
    assert len(held) == 1  # a complaint keeps it off sale
    assert set(on_cards.values_list("slug", flat=True)) == (samples | real) - held
    assert len(samples) == Counter(State(r.state) in SELLABLE for r in rows.sample_products())[True]


def test_endings_belong_to_sample_products_alone():
    ended = Certificate.objects.exclude(
        revoked_on=None, replaced_on=None, extended_until=None
    ) | Certificate.objects.filter(expires_on__lt=clock.today())

    assert ended.exists()
    assert not ended.filter(product__is_sample=False).exists()
    assert not Paper.objects.filter(producer__is_sample=False).exists()
    assert not ProducerMember.objects.filter(producer__is_sample=False).exists()


def test_certificates_carry_their_history():
    product = Product.objects.get(slug="mam-hau-u-chum")

    verbs = [event.verb for event in product_history(product)]

    assert sorted(verbs) == ["certificate.granted", "certificate.revoked"]


def test_distillers_have_a_licence_and_alcohol_is_marked_on_its_cards():
    spirits = ProductCard.objects.filter(set_no__in=[14, 15])

    assert spirits.count() >= 9
    assert not spirits.filter(is_alcohol=False).exists()
    for card in spirits:
        assert Paper.objects.filter(producer=card.producer_id_ref, kind="alcohol_licence").exists()


def test_every_product_has_its_drawn_picture():
    pictures = list(Product.objects.values_list("picture", flat=True))

    assert all(pictures)
    assert all(default_storage.exists(f"{picture}.svg") for picture in pictures)


def test_sample_people_hold_the_roles_their_names_promise():
    people = {user.email.split("@")[0]: user for user in User.objects.filter(is_sample=True)}

    assert len(people) == len(PEOPLE)
    assert all(user.check_password(PASSWORD) for user in people.values())
    assert people["quan-tri"].is_superuser
    assert permissions.is_officer(people["can-bo-tinh"])
    assert permissions.is_officer(people["can-bo-xa"])
    assert permissions.is_editor(people["bien-tap"])
    assert permissions.is_organizer(people["to-chuc"])
    assert permissions.producers_of(people["chu-the-2"]).count() == 2
    assert permissions.organisations_of(people["mua-si"]).count() == 1
    assert not permissions.needs_second_factor(people["khach"])


def test_exactly_those_whose_duty_asks_have_a_second_step(settings, capsys):
    settings.SAMPLE_DATA = True
    for person in PEOPLE:
        user = User.objects.get(email=person.email)
        enrolled = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
        assert enrolled == person.needs_code == permissions.needs_second_factor(user)
        if enrolled:
            call_command("mfa_code", person.email)
            assert capsys.readouterr().out.strip().isdigit()


def test_what_the_first_page_does_not_need_is_left_to_the_worker(loaded):
    waiting = DBTaskResult.objects.ready().values_list("task_path", flat=True)

    assert "marketplace.demo.tasks.finish_pictures" in waiting
    assert "marketplace.demo.tasks.load_old_units" in waiting
    assert loaded[-1] == "Left to the worker: 2 jobs"


def test_loading_again_changes_nothing():
    before = state_of_all_tables()

    lines = []
    load_all(lines.append)

    assert state_of_all_tables() == before
    assert lines[-1] == "Left to the worker: 0 jobs"


def test_a_site_without_sample_data_refuses_the_demo(settings):
    settings.SAMPLE_DATA = False
    before = state_of_all_tables()

    for command in ("load_demo", "make_products"):
        with pytest.raises(CommandError):
            call_command(command)

    assert state_of_all_tables() == before


def test_a_marker_is_believed_until_the_loader_or_the_schema_changes(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    marker.note_loaded()
    assert marker.is_loaded()

    (tmp_path / marker.FILE).write_text("of yesterday's code")

    assert not marker.is_loaded()


def state_of_all_tables():
    """Every row of every table as the database holds it."""
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        return {table: rows_of(cursor, table) for table in tables}


def rows_of(cursor, table):
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
    return sorted(map(repr, cursor.fetchall()))
