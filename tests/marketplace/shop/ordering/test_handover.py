"""Lists for the way to a point: each producer's own, and the point's of all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace.shop.delivery.rules import Choice
from marketplace.shop.ordering.services.moving import move_parcel
from tests.cast import Cast
from tests.factories.register import ProducerFactory
from tests.marketplace.shop.delivery.offers import point_in
from tests.marketplace.shop.listings.reading import words_of

from .purchases import address, basket_with, fees, goods_of, place_order
from .test_delivery_ways import quoted

pytestmark = pytest.mark.django_db
OWN = "/ban-hang/htx-mau-a/don/ban-giao/"


@pytest.fixture
def village():
    """Bình's tea and a neighbour's coffee, both of the province, gathered at one point."""
    people = Cast()
    fees(20_000)
    people.binh, people.chi, people.giang
    people.point = point_in(people.commune_a)
    people.tea = goods_of(people.producer_a, name="Chè Mẫu", price=100_000, stock=100)
    neighbour = ProducerFactory(name="HTX Mẫu N", slug="htx-mau-n", commune=people.commune_a)
    people.coffee = goods_of(neighbour, name="Cà phê Mẫu", price=50_000, stock=100)
    return people


def ordered(village, *goods):
    choice = Choice(point_id=village.point.pk)
    basket = basket_with(*(goods or (village.tea, village.coffee)))
    total = quoted(basket, choice).total
    return place_order(basket, address=address(), seen_total=total, choice=choice).group


def confirmed(group):
    parcels = list(group.parcels.order_by("position"))
    for parcel in parcels:
        move_parcel(parcel, to="confirmed")
    return parcels


def desk_page(village) -> str:
    return f"/can-bo/giao-hang/diem/{village.point.pk}/ban-giao/"


def test_a_producers_list_names_their_own_parcels_alone(village):
    tea, coffee = confirmed(ordered(village))

    page = words_of(village.browser("binh").get(OWN))

    assert tea.order.number in page
    assert "1 × Chè Mẫu (hộp 200 g)" in page
    assert "Điểm gom chợ Mẫu, 1 Nguyễn Huệ" in page
    assert "100.000 ₫" in page
    assert coffee.order.number not in page
    assert "Cà phê" not in page


def test_a_parcel_is_listed_once_confirmed_until_it_is_handed_over(village):
    browser = village.browser("binh")
    tea = ordered(village, village.tea).parcels.get()
    assert "Nguyễn Văn An" not in words_of(browser.get(OWN))

    move_parcel(tea, to="confirmed")
    assert "kiện mang đến điểm gom hàng" in words_of(browser.get("/ban-hang/htx-mau-a/"))
    assert "Nguyễn Văn An" in words_of(browser.get(OWN))

    move_parcel(tea, to="packed")
    move_parcel(tea, to="handed_over")
    assert "Nguyễn Văn An" not in words_of(browser.get(OWN))
    assert tea.order.number in words_of(village.browser("giang").get(desk_page(village)))


def test_the_points_list_names_every_parcel_by_buyer_with_one_fee(village):
    group = ordered(village)
    confirmed(group)

    page = words_of(village.browser("giang").get(desk_page(village)))

    for parcel in group.parcels.all():
        assert parcel.order.number in page
        assert parcel.seller_name in page
    assert page.count("12.000 ₫") == 1
    assert "162.000 ₫" in page
    assert group.code not in page  # with the number it would open the order


def test_a_parcel_nobody_confirmed_is_not_expected(village):
    ordered(village)

    assert "Chưa có kiện nào về điểm này" in words_of(
        village.browser("giang").get(desk_page(village))
    )


@pytest.mark.parametrize("who", ["guest", "an", "chi", "giang"])
def test_nobody_else_reads_a_producers_list(village, who):
    answer = village.browser(who).get(OWN).status_code

    assert answer == (302 if who == "guest" else 404)


def test_lists_cost_the_same_for_thirty_parcels(village):
    def asked(who, path) -> int:
        browser = village.browser(who)
        browser.get(path)
        with CaptureQueriesContext(connection) as caught:
            assert browser.get(path).status_code == 200
        return len(caught)

    confirmed(ordered(village))
    few = asked("binh", OWN), asked("giang", desk_page(village))
    for _ in range(14):
        confirmed(ordered(village))

    assert (asked("binh", OWN), asked("giang", desk_page(village))) == few
