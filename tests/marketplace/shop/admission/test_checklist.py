"""The checklist: lines begin and end with their day, and nobody is cut off by a new one."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from catalog.journal.models import AuditEvent
from catalog.lib import clock
from marketplace.shop.admission.errors import AlreadyDecided, RequirementTwice
from marketplace.shop.admission.models import Requirement
from marketplace.shop.admission.selectors.standing import standing_of, standings
from marketplace.shop.admission.services.checklist import end_requirement, start_from_sample
from tests.cast import Cast
from tests.factories.register import ProducerFactory
from tests.factories.shop import on_sale, seller_of

from .people import accept, asks, sent_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return Cast()


def titles(items) -> list[str]:
    return [item.requirement.code for item in items]


def test_a_line_is_asked_from_its_day_to_its_day(people):
    today = clock.today()
    asks(people.commune_a.province, valid_from=today, valid_to=today + timedelta(days=1))

    asked = [
        len(standing_of(people.producer_a, today + timedelta(days=n)).items) for n in range(-1, 3)
    ]

    assert asked == [0, 1, 1, 0]


def test_a_line_is_asked_of_its_kinds_alone(people):
    asks(people.commune_a.province, kinds=["household"])

    assert standing_of(people.producer_a, clock.today()).is_empty


def test_each_province_asks_for_itself(people):
    asks(people.commune_a.province)

    assert not standing_of(people.producer_a, clock.today()).is_empty
    assert standing_of(people.producer_b, clock.today()).is_empty


def test_a_code_is_asked_for_once_at_a_time(people):
    line = asks(people.commune_a.province)

    with pytest.raises(RequirementTwice):
        asks(people.commune_a.province)

    assert Requirement.objects.get() == line


def test_the_database_too_holds_one_open_line_of_a_code(people):
    line = asks(people.commune_a.province)
    line.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        line.save()


def test_a_line_that_has_ended_may_be_asked_anew(people):
    line = asks(people.commune_a.province)
    end_requirement(line, by=people.giang)

    asks(people.commune_a.province, valid_from=clock.today())

    assert Requirement.objects.count() == 2
    verbs = list(AuditEvent.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == ["requirement.added", "requirement.ended", "requirement.added"]


def test_a_line_is_ended_once(people):
    line = asks(people.commune_a.province)
    end_requirement(line, by=people.giang)
    ended = line.valid_to

    with pytest.raises(AlreadyDecided):
        end_requirement(line, last_day=clock.today() + timedelta(days=9), by=people.giang)

    line.refresh_from_db()
    assert line.valid_to == ended


def test_the_sample_has_the_six_usual_lines_and_is_given_once(people):
    added = start_from_sample(people.commune_a.province, by=people.giang)
    again = start_from_sample(people.commune_a.province, by=people.giang)

    assert (added, again) == (6, 0)
    standing = standing_of(people.producer_a, clock.today())
    assert len(standing.items) == 6
    assert len(standing.lacking) == 5  # the VNeID reference is not mandatory yet


def test_a_new_line_shows_a_seller_as_lacking_and_cuts_nobody_off(people):
    listing = on_sale(producer=people.producer_a)
    asks(people.commune_a.province)

    standing = standing_of(people.producer_a, clock.today())

    assert titles(standing.lacking) == ["ma-so-thue"]
    assert seller_of(people.producer_a).suspended_at is None
    page = people.browser().get(f"/san-pham/{listing.product.slug}/").content.decode()
    assert "Thêm vào giỏ" in page


def test_what_was_accepted_is_not_lacking(people):
    line = asks(people.commune_a.province)
    sent_in(people.producer_a, line)
    accept(people.producer_a, line, by=people.giang)

    assert standing_of(people.producer_a, clock.today()).lacking == []


@pytest.mark.parametrize("count", [1, 30])
def test_standings_take_two_queries_for_any_number(people, count, django_assert_num_queries):
    asks(people.commune_a.province)
    producers = [ProducerFactory(commune=people.commune_a) for _ in range(count)]

    with django_assert_num_queries(2):
        found = standings(producers, clock.today())

    assert len(found) == count
