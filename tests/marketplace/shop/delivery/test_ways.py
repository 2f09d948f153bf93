"""Every way of every parcel, with fee and days, from the province alone."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.lib import clock
from marketplace.shop.delivery.enums import DeliveryWay, RatesInUse
from marketplace.shop.delivery.selectors.ways import Shipment, divisor_of, ways
from tests.factories.register import CommuneFactory
from tests.factories.shop import seller_of
from tests.marketplace.shop.ordering.purchases import fees, producer_in

from .offers import picks_up, point_in

pytestmark = pytest.mark.django_db
HOME = "68"


def seller_in(code="68", letter="A"):
    return seller_of(producer_in(code, f"HTX Mẫu {letter}"))


def shipment(seller, **fields):
    return Shipment(
        seller_id=seller.pk,
        from_province=seller.producer.province_id,
        **{"grams": 600, "goods": Decimal(100_000), **fields},
    )


def ways_of(*sellers, to=HOME, day=None, **fields):
    shipments = [shipment(seller, **fields) for seller in sellers]
    return ways(shipments, to_province=to, day=day or clock.today())


def test_the_same_address_gives_two_producers_different_fees():
    near, far = seller_in("68", "A"), seller_in("08", "B")
    fees(15_000, zone="province")
    fees(40_000, zone="country")

    found = ways_of(near, far).address

    assert (found[near.pk].fee, found[far.pk].fee) == (20_000, 45_000)


def test_room_counts_where_it_is_more_than_weight():
    seller = seller_in()
    fees(20_000, divisor=5_000)

    small = ways_of(seller, cubic_cm=3_000).address[seller.pk]
    large = ways_of(seller, cubic_cm=6_000).address[seller.pk]

    assert (small.charged_grams, small.fee) == (600, 25_000)
    assert (large.charged_grams, large.fee) == (1_200, 30_000)


def test_a_provinces_table_is_for_parcels_from_there_alone():
    here, elsewhere = seller_in("68", "A"), seller_in("08", "B")
    fees(30_000)
    fees(10_000, province=here.producer.province)

    found = ways_of(here, elsewhere).address

    assert (found[here.pk].fee, found[elsewhere.pk].fee) == (15_000, 35_000)


def test_a_seller_without_a_table_goes_by_the_houses_unless_they_said_no():
    first, second = seller_in("68", "A"), seller_in("68", "B")
    fees(30_000)
    picks_up(second, rates=RatesInUse.NONE)

    found = ways_of(first, second)

    assert found.address[first.pk].fee == 35_000
    assert found.address[second.pk] is None
    assert found.pickup[second.pk].fee == 0


def test_a_seller_back_at_the_houses_table_leaves_their_own_aside():
    seller = seller_in()
    fees(30_000)
    fees(10_000, seller=seller, effective_from=clock.today() - timedelta(days=3))
    picks_up(seller, rates=RatesInUse.HOUSE)

    today = ways_of(seller).address[seller.pk]
    yesterday = ways_of(seller, day=clock.today() - timedelta(days=1)).address[seller.pk]

    assert today.fee == 35_000
    assert yesterday.fee == 15_000


def test_picking_up_is_free_and_says_where_and_when():
    seller = seller_in()
    picks_up(seller)

    found = ways_of(seller).pickup[seller.pk]

    assert (found.fee, found.way, found.days_min, found.days_max) == (0, DeliveryWay.PICKUP, 2, 2)
    assert (found.fetch_at, found.fetch_hours) == ("Xưởng chè, thôn Phìn Hồ", "7–17 giờ")


def test_terms_of_tomorrow_hold_tomorrow():
    seller = seller_in()
    picks_up(seller, effective_from=clock.today() + timedelta(days=1))

    assert ways_of(seller).pickup == {}
    assert list(ways_of(seller, day=clock.today() + timedelta(days=1)).pickup) == [seller.pk]


def test_a_point_takes_all_sellers_of_its_province_for_one_fee():
    first, second, far = seller_in("68", "A"), seller_in("68", "B"), seller_in("08", "C")
    point_in()

    (offer,) = ways_of(first, second, far).points

    assert offer.fee == 12_000
    assert set(offer.parcels) == {first.pk, second.pk}
    assert {quote.fee for quote in offer.parcels.values()} == {0}
    assert "Điểm gom chợ Mẫu, 1 Nguyễn Huệ" in offer.parcels[first.pk].fetch_at


def test_a_point_for_some_sellers_takes_theirs_alone():
    first, second = seller_in("68", "A"), seller_in("68", "B")
    point_in(sellers=[second])

    (offer,) = ways_of(first, second).points

    assert set(offer.parcels) == {second.pk}


@pytest.mark.parametrize(
    "dates",
    [
        {"valid_from": clock.today() + timedelta(days=1)},
        {
            "valid_from": clock.today() - timedelta(days=9),
            "valid_to": clock.today() - timedelta(days=1),
        },
    ],
)
def test_a_point_that_is_not_open_on_the_day_is_not_offered(dates):
    seller = seller_in()
    point_in(**dates)

    assert ways_of(seller).points == ()


def test_no_point_is_offered_to_a_buyer_of_another_province():
    seller = seller_in()
    point_in()

    assert ways_of(seller, to="08").points == ()


def test_thirty_sellers_cost_as_many_queries_as_one():
    commune = CommuneFactory()
    sellers = [seller_in("68", f"{number:02}"[-1] + chr(65 + number)) for number in range(30)]
    for seller in sellers:
        picks_up(seller)
        fees(20_000, seller=seller)
    for number in range(3):
        point_in(commune, name=f"Điểm {number}", sellers=sellers)

    def asked(some):
        with CaptureQueriesContext(connection) as caught:
            ways_of(*some)
        return len(caught)

    assert asked(sellers) == asked(sellers[:1]) == 4


def test_the_producer_sees_the_divisor_of_the_table_they_send_by():
    seller = seller_in()
    assert divisor_of(seller.producer, clock.today()) == 6_000

    fees(20_000, divisor=5_000)

    assert divisor_of(seller.producer, clock.today()) == 5_000
