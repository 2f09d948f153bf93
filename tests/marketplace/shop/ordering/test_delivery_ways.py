"""How parcels come: brought, fetched at the producer, or all together at one point."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from catalog.lib import clock
from marketplace.shop.delivery.enums import DeliveryWay
from marketplace.shop.delivery.models import ConsolidationPoint, DeliveryRate, SellerTerms
from marketplace.shop.delivery.rules import Choice
from marketplace.shop.listings.models import Listing
from marketplace.shop.ordering.errors import AddressMissing, PriceChanged, WayClosed
from marketplace.shop.ordering.models import OrderGroup, Parcel
from marketplace.shop.ordering.selectors.quotes import quote_basket
from tests.marketplace.shop.delivery.offers import picks_up, point_in

from .offers_of_oscar import Benefit, offer
from .purchases import (
    Basket,
    address,
    basket_with,
    everything,
    fees,
    goods_of,
    place_order,
    producer_in,
    refused,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def market():
    """Tea and coffee of two producers of Lâm Đồng, fish of one of Hà Nội; a point in Lâm Đồng."""
    fees(20_000)
    tea = goods_of(producer_in("68", "HTX Mẫu A"), name="Chè Mẫu", price=100_000)
    coffee = goods_of(producer_in("68", "HTX Mẫu B"), name="Cà phê Mẫu", price=50_000)
    fish = goods_of(producer_in("01", "HTX Mẫu C"), name="Cá Mẫu", price=70_000)
    return {"tea": tea, "coffee": coffee, "fish": fish, "point": point_in()}


def seller_id(listing) -> int:
    return listing.product.producer.seller.pk


def quoted(basket, choice):
    seen = Basket.objects.get(pk=basket.pk)
    return quote_basket(seen, day=clock.today(), province_code="68", choice=choice)


def ordered(basket, choice, **fields):
    total = quoted(basket, choice).total
    where = fields.pop("where", None) or address()
    return place_order(basket, address=where, seen_total=total, choice=choice, **fields).group


def at_point(market) -> Choice:
    return Choice(point_id=market["point"].pk)


def test_a_point_gathers_its_sellers_parcels_for_one_fee(market):
    basket = basket_with(market["tea"], market["coffee"], market["fish"])

    group = ordered(basket, at_point(market))

    tea, coffee, fish = group.parcels.order_by("position")
    assert [p.delivery_way for p in (tea, coffee, fish)] == ["point", "point", "address"]
    assert [p.delivery_fee for p in (tea, coffee, fish)] == [0, 0, 20_000]
    assert {tea.point_id, coffee.point_id} == {market["point"].pk}
    assert tea.fetch_at.startswith("Điểm gom chợ Mẫu, 1 Nguyễn Huệ")
    assert tea.fetch_hours == "8–18 giờ"
    assert group.point_fee == 12_000
    assert (group.goods_total, group.delivery_total, group.total) == (220_000, 32_000, 252_000)
    totals = [parcel.order.total_incl_tax for parcel in (tea, coffee, fish)]
    assert sum(totals) + group.point_fee == group.total


def test_a_parcel_fetched_at_the_producer_is_free_and_the_rest_is_brought(market):
    picks_up(market["tea"].product.producer.seller)
    basket = basket_with(market["tea"], market["fish"])

    group = ordered(basket, Choice(pickups=frozenset({seller_id(market["tea"])})))

    tea, fish = group.parcels.order_by("position")
    assert (tea.delivery_way, tea.delivery_fee) == (DeliveryWay.PICKUP, 0)
    assert (tea.fetch_at, tea.fetch_hours) == ("Xưởng chè, thôn Phìn Hồ", "7–17 giờ")
    assert (fish.delivery_way, fish.fetch_at) == (DeliveryWay.ADDRESS, "")
    assert group.delivery_total == 20_000


def test_who_fetches_everything_needs_no_address(market):
    place = address()
    nowhere = address(commune=None, street="")
    basket = basket_with(market["tea"], market["coffee"])

    group = ordered(basket, at_point(market), where=nowhere)

    assert (group.commune_code, group.commune_name, group.street) == ("", "", "")
    assert group.province_code == place.province.code


def test_a_parcel_that_is_brought_without_an_address_is_refused(market):
    basket = basket_with(market["tea"], market["fish"])
    total = quoted(basket, at_point(market)).total
    nowhere = address(commune=None, street="")

    with refused(AddressMissing):
        place_order(basket, address=nowhere, seen_total=total, choice=at_point(market))


def test_a_point_closed_meanwhile_is_refused_and_nothing_changes(market):
    basket = basket_with(market["tea"])
    total = quoted(basket, at_point(market)).total
    where = address()
    ConsolidationPoint.objects.update(valid_to=clock.today() - timedelta(days=1))

    with refused(WayClosed):
        place_order(basket, address=where, seen_total=total, choice=at_point(market))


def test_picking_up_closed_meanwhile_is_refused_even_if_the_total_is_the_same(market):
    seller = market["tea"].product.producer.seller
    picks_up(seller)
    DeliveryRate.objects.update(free_from=1)
    choice = Choice(pickups=frozenset({seller.pk}))
    basket = basket_with(market["tea"])
    total = quoted(basket, choice).total
    where = address()
    picks_up(seller, pickup_is_on=False)
    assert quoted(basket, choice).total == total

    with refused(WayClosed):
        place_order(basket, address=where, seen_total=total, choice=choice)


def test_a_points_new_fee_is_told_before_the_order(market):
    basket = basket_with(market["tea"])
    total = quoted(basket, at_point(market)).total
    where = address()
    ConsolidationPoint.objects.update(fee=15_000)

    with refused(PriceChanged):
        place_order(basket, address=where, seen_total=total, choice=at_point(market))


def test_an_offer_on_delivery_leaves_the_points_fee_alone(market):
    offer(100, kind=Benefit.SHIPPING_PERCENTAGE)
    basket = basket_with(market["tea"], market["fish"])

    quote = quoted(basket, at_point(market))

    assert [parcel.fee for parcel in quote.parcels] == [0, 0]
    assert quote.delivery_total == quote.point_fee == 12_000


def test_placed_orders_keep_fee_place_and_hours_whatever_changes(market):
    seller = market["coffee"].product.producer.seller
    picks_up(seller)
    choice = Choice(point_id=market["point"].pk, pickups=frozenset({seller.pk}))
    group = ordered(basket_with(market["tea"], market["coffee"], market["fish"]), choice)
    before = (group.total, list(Parcel.objects.order_by("pk").values()))

    DeliveryRate.objects.update(first_fee=99_000)
    ConsolidationPoint.objects.update(fee=99_000, name="Điểm khác", hours="đóng")
    SellerTerms.objects.update(pickup_address="Nơi khác")

    after = OrderGroup.objects.get()
    assert (after.total, list(Parcel.objects.order_by("pk").values())) == before


def test_a_large_light_parcel_is_charged_by_its_room_and_says_so(market):
    Listing.objects.filter(pk=market["tea"].pk).update(length_cm=30, width_cm=20, height_cm=20)

    group = ordered(basket_with((market["tea"], 2)), Choice())

    parcel = group.parcels.get()
    assert (parcel.weight_grams, parcel.charged_grams) == (600, 4_000)
    assert parcel.delivery_fee == 20_000 + 7 * 5_000


def test_the_database_refuses_a_parcel_charged_below_its_weight(market):
    ordered(basket_with(market["tea"]), Choice())

    with pytest.raises(IntegrityError), transaction.atomic():
        Parcel.objects.update(charged_grams=299)


@pytest.mark.parametrize(
    "change",
    [
        {"delivery_way": "point"},
        {"delivery_way": "pickup"},
        {"fetch_at": "Chợ Mẫu"},
        {"delivery_way": "drone", "fetch_at": "Chợ Mẫu"},
    ],
)
def test_the_database_refuses_a_way_that_does_not_say_where(market, change):
    ordered(basket_with(market["tea"]), Choice())

    with pytest.raises(IntegrityError), transaction.atomic():
        Parcel.objects.update(**change)


def test_the_database_refuses_a_point_fee_that_is_no_part_of_delivery(market):
    ordered(basket_with(market["tea"]), Choice())

    with pytest.raises(IntegrityError), transaction.atomic():
        OrderGroup.objects.update(point_fee=Decimal(20_001))


def test_a_seller_id_of_nobody_in_the_choice_changes_nothing(market):
    basket = basket_with(market["tea"])

    assert quoted(basket, Choice(pickups=frozenset({999_999}))).has_closed_way is False
    assert everything()["OrderGroup"] == []
