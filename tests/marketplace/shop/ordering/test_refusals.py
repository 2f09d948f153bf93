"""Each reason not to place an order, and that nothing has changed after it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import now

from catalog.lib import clock
from catalog.register.services import certificates
from marketplace.shop.delivery.models import DeliveryRate
from marketplace.shop.ordering.errors import (
    AlcoholNeedsCashless,
    BasketEmpty,
    DeliveryUnknown,
    NoLongerSellable,
    OrderTooLarge,
    OutOfStock,
    PriceChanged,
)
from tests.factories.register import CertificateFactory, ProductFactory, ProductSetFactory

from .purchases import (
    Basket,
    BasketLine,
    StockRecord,
    basket_with,
    fees,
    goods_of,
    order,
    producer_in,
    put_in,
    record_of,
    refused,
    total_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def hill(general_fees):
    return producer_in("08", "HTX Mẫu A")


@pytest.fixture
def tea(hill):
    return goods_of(hill, name="Chè Mẫu")


def test_an_empty_basket_is_not_ordered(general_fees):
    basket = Basket.objects.create()

    with refused(BasketEmpty):
        order(basket, seen_total=Decimal(0))


def test_a_basket_that_was_never_saved_is_not_ordered(general_fees):
    with refused(BasketEmpty):
        order(Basket(), seen_total=Decimal(0))


def test_a_basket_merged_into_another_is_not_ordered(tea):
    mine, guests = basket_with(tea), basket_with(tea)
    mine.merge(guests)

    with refused(BasketEmpty):
        order(guests, seen_total=Decimal(120_000))


def test_one_product_of_twenty_expired_overnight(hill, monkeypatch):
    listings = [goods_of(hill, name=f"Chè {n}") for n in range(19)]
    last_day = CertificateFactory(
        product=ProductFactory(name="Chè hết hạn", producer=hill), ends_today=True
    )
    listings.append(goods_of(hill, product=last_day.product))
    basket = basket_with(*listings)
    seen = total_of(basket)
    tomorrow = clock.today() + timedelta(days=1)
    monkeypatch.setattr(clock, "today", lambda: tomorrow)

    with refused(NoLongerSellable) as refusal:
        order(basket, seen_total=seen)

    assert [line.name for line in refusal.value.lines] == ["Chè hết hạn (hộp 200 g)"]


def test_the_rest_can_be_ordered_once_the_expired_line_is_out(hill):
    basket = basket_with(goods_of(hill), goods_of(hill))
    gone = basket.lines.order_by("pk").last()
    gone.product.listing.product.certificates.update(expires_on=clock.today() - timedelta(1))
    with refused(NoLongerSellable):
        order(basket, seen_total=Decimal(225_000))
    gone.delete()

    assert order(basket).group.goods_total == 100_000


def test_a_revoked_recognition_ends_the_sale_at_once(tea):
    basket = basket_with(tea)
    seen = total_of(basket)
    certificates.revoke_certificate(
        tea.product.certificates.get(), ground="law_broken", decision_no="9/QĐ-MẪU"
    )

    with refused(NoLongerSellable):
        order(basket, seen_total=seen)


def test_a_pack_no_longer_offered_is_not_sold(tea):
    basket = basket_with(tea)
    seen = total_of(basket)
    tea.is_active = False
    tea.save()

    with refused(NoLongerSellable):
        order(basket, seen_total=seen)


def test_a_suspended_seller_sells_nothing(tea):
    basket = basket_with(tea)
    seen = total_of(basket)
    seller = tea.product.producer.seller
    seller.suspended_at = now()
    seller.save()

    with refused(NoLongerSellable):
        order(basket, seen_total=seen)


def test_a_pack_without_a_price_is_not_sold(tea):
    basket = basket_with(tea)
    seen = total_of(basket)
    StockRecord.objects.update(price=None)

    with refused(NoLongerSellable):
        order(basket, seen_total=seen)


@pytest.mark.parametrize("set_no", [14, 15])
def test_alcohol_is_not_sold_for_cash(hill, tea, set_no):
    spirit = goods_of(hill, name="Rượu Mẫu", product_set=ProductSetFactory(set_no=set_no))
    basket = basket_with(tea, spirit)

    with refused(AlcoholNeedsCashless) as refusal:
        order(basket, seen_total=Decimal(225_000))

    assert [line.name for line in refusal.value.lines] == ["Rượu Mẫu (hộp 200 g)"]


def test_a_sold_out_line_refuses_the_whole_basket(hill, tea):
    rice = goods_of(hill, name="Gạo Mẫu")
    basket = basket_with(tea, rice)
    seen = total_of(basket)
    StockRecord.objects.filter(pk=record_of(rice).pk).update(num_allocated=10)

    with refused(OutOfStock) as refusal:
        order(basket, seen_total=seen)

    assert (refusal.value.line.name, refusal.value.free) == ("Gạo Mẫu (hộp 200 g)", 0)


def test_a_line_that_asks_for_more_than_is_free_is_refused(tea):
    basket = basket_with((tea, 4))
    seen = total_of(basket)
    StockRecord.objects.update(num_allocated=7)

    with refused(OutOfStock) as refusal:
        order(basket, seen_total=seen)

    assert refusal.value.free == 3


def test_a_way_without_a_rate_is_not_free_of_charge(tea):
    basket = basket_with(tea)
    DeliveryRate.objects.all().delete()

    with refused(DeliveryUnknown) as refusal:
        order(basket, seen_total=Decimal(100_000))

    assert [parcel.seller_name for parcel in refusal.value.parcels] == ["HTX Mẫu A"]


def test_one_parcel_without_a_rate_refuses_both(tea):
    DeliveryRate.objects.all().delete()
    fees(zone="province")
    near = goods_of(producer_in("68", "HTX Mẫu B"))
    basket = basket_with(near, tea)

    with refused(DeliveryUnknown) as refusal:
        order(basket, seen_total=Decimal(220_000))

    assert [parcel.seller_name for parcel in refusal.value.parcels] == ["HTX Mẫu A"]


def test_a_price_that_rose_is_shown_before_it_is_paid(tea):
    basket = basket_with((tea, 2))
    seen = total_of(basket)
    StockRecord.objects.update(price=110_000)

    with refused(PriceChanged) as refusal:
        order(basket, seen_total=seen)

    assert (refusal.value.old, refusal.value.new) == (225_000, 245_000)


def test_a_price_that_fell_is_shown_too(tea):
    basket = basket_with(tea)
    seen = total_of(basket)
    StockRecord.objects.update(price=90_000)

    with refused(PriceChanged) as refusal:
        order(basket, seen_total=seen)

    assert refusal.value.new == 110_000


def test_a_new_table_of_fees_is_shown_before_it_is_paid(tea):
    basket = basket_with(tea)
    seen = total_of(basket)
    DeliveryRate.objects.update(first_fee=21_000)

    with refused(PriceChanged) as refusal:
        order(basket, seen_total=seen)

    assert (refusal.value.old, refusal.value.new) == (120_000, 121_000)


def test_tomorrows_table_of_fees_does_not_count_today(tea):
    fees(99_000, effective_from=clock.today() + timedelta(days=1))

    assert order(basket_with(tea)).group.delivery_total == 20_000


@pytest.mark.parametrize("seen", [None, Decimal(0), Decimal(-120_000), Decimal("120000.01")])
def test_a_total_that_no_page_showed_is_refused(tea, seen):
    basket = basket_with(tea)

    with refused(PriceChanged) as refusal:
        order(basket, seen_total=seen)

    assert refusal.value.new == 120_000


def test_goods_put_in_by_another_tab_are_shown_first(hill, tea):
    basket = basket_with(tea)
    seen = total_of(basket)
    put_in(basket, goods_of(hill, name="Gạo Mẫu"))

    with refused(PriceChanged):
        order(basket, seen_total=seen)


def test_the_price_written_in_the_basket_is_not_asked(tea):
    basket = basket_with(tea)
    BasketLine.objects.update(price_incl_tax=1, price_excl_tax=1)

    assert order(basket).group.goods_total == 100_000


def test_after_a_refusal_the_same_basket_can_be_ordered(tea):
    basket = basket_with(tea)
    with refused(PriceChanged):
        order(basket, seen_total=None)

    assert order(basket).is_new


def test_an_order_costs_no_more_than_anybody_pays_at_the_door(hill):
    gold = goods_of(hill, price=90_000_000, stock=999)
    basket = basket_with((gold, 12))

    with refused(OrderTooLarge) as refusal:
        order(basket)

    assert refusal.value.most == 1_000_000_000
    assert order(basket_with((gold, 11))).is_new
