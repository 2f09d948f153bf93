"""The officers' desk: who may sit there, with which step, and for which places."""

from datetime import timedelta

import pytest

from catalog.lib import clock
from marketplace.accounts.models import OfficerPost
from marketplace.accounts.permissions import officer_posts
from marketplace.accounts.scope import Scope
from tests.cast import Cast
from tests.factories.register import CommuneFactory, ProducerFactory, ProductFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return Cast()


def scope_of(user) -> Scope:
    return Scope.of(officer_posts(user))


@pytest.mark.parametrize("who", ["dung", "giang"])
def test_an_officer_begins_at_what_needs_doing(people, who):
    page = people.browser(who).get("/can-bo/")

    assert page.status_code == 200
    assert "Hôm nay cần làm" in page.content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("guest", 302), ("an", 403), ("binh", 403), ("hanh", 403), ("lan", 403), ("sau", 403)],
)
def test_nobody_else_sits_at_the_desk(people, who, status):
    assert people.browser(who).get("/can-bo/").status_code == status


def test_without_the_second_step_the_desk_stays_closed(people):
    response = people.browser("giang", second_step=False).get("/can-bo/")

    assert response.status_code == 302
    assert response.url == "/tai-khoan/hai-buoc/?next=%2Fcan-bo%2F"


def test_a_post_that_has_ended_opens_nothing(people):
    OfficerPost.objects.filter(user=people.giang).update(valid_to=clock.today() - timedelta(days=1))

    assert people.browser("giang").get("/can-bo/").status_code == 403


def test_a_commune_sees_its_own_and_a_province_all_of_its_communes(people):
    own = ProductFactory(producer=people.producer_a)
    elsewhere = CommuneFactory(code="22921", name="Bình Thuận")
    neighbour = ProductFactory(producer=ProducerFactory(commune=elsewhere))
    ProductFactory(producer=people.producer_b)

    assert set(scope_of(people.dung).products()) == {own}
    assert set(scope_of(people.giang).products()) == {own, neighbour}
    assert set(scope_of(people.giang).producers()) == {own.producer, neighbour.producer}


def test_two_posts_add_up(people):
    ProductFactory(producer=people.producer_a)
    ProductFactory(producer=people.producer_b)
    OfficerPost.objects.create(
        user=people.dung,
        province=people.commune_b.province,
        commune=people.commune_b,
        valid_from=people.day,
    )

    scope = scope_of(people.dung)

    assert scope.products().count() == 2
    assert scope.covers_producer(people.producer_b)
    assert not scope.is_provincial


def test_an_officer_signs_in_to_the_desk_and_others_to_their_account(people):
    for name, landing in (("giang", "/can-bo/"), ("an", "/tai-khoan/")):
        user = getattr(people, name)
        browser = people.browser("guest")
        answer = browser.post(
            "/tai-khoan/login/", {"login": user.email, "password": "nuoc-mam-ca-com-1"}
        )
        assert answer.url == landing
