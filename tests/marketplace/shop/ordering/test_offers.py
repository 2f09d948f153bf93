"""Offers: whole dong, shared among the child orders, given no more often than promised."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import now

from marketplace.shop.delivery.models import DeliveryRate
from marketplace.shop.ordering.errors import PriceChanged
from marketplace.shop.ordering.models import OrderGroup
from tests.cast import Cast

from .offers_of_oscar import Benefit, Voucher, offer, voucher
from .purchases import (
    Order,
    OrderDiscount,
    OrderLine,
    VoucherApplication,
    basket_with,
    goods_of,
    order,
    producer_in,
    refused,
    total_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def hill(general_fees):
    return producer_in("08", "HTX Mẫu A")


@pytest.fixture
def sea(general_fees):
    return producer_in("48", "HTX Mẫu B")


def adds_up(group: OrderGroup) -> bool:
    """Lines make orders, orders make the group; all of it in whole dong."""
    orders = Order.objects.filter(parcel__group=group)
    lines = OrderLine.objects.filter(order__in=orders)
    goods = sum(line.line_price_before_discounts_incl_tax for line in lines)
    paid = sum(line.line_price_incl_tax for line in lines)
    return (
        group.goods_total == goods
        and group.discount_total == goods - paid
        and group.total == paid + group.delivery_total == sum(o.total_incl_tax for o in orders)
        and all(line.line_price_incl_tax % 1 == 0 for line in lines)
    )


def test_seven_percent_off_an_odd_price_is_whole_dong(hill):
    offer(7)

    group = order(basket_with(goods_of(hill, price=33_335))).group

    # 7 % of 33.335 is 2.333,45
    assert (group.discount_total, group.total) == (2_333, 33_335 - 2_333 + 20_000)
    assert adds_up(group)


def test_half_a_dong_is_rounded_up(hill):
    offer("2.5")

    group = order(basket_with(goods_of(hill, price=100_020))).group

    assert group.discount_total == 2_501  # of 2.500,5


def test_a_percentage_is_shared_by_the_orders_of_two_producers(hill, sea):
    sale = offer(7)

    group = order(
        basket_with((goods_of(hill, price=33_335), 3), (goods_of(sea, price=99_999), 2))
    ).group

    first, second = OrderDiscount.objects.order_by("order__parcel__position")
    assert (first.amount, second.amount) == (7_000, 14_000)  # of 7.000,35 and 13.999,86
    assert (first.offer_id, second.offer_id) == (sale.pk, sale.pk)
    assert group.discount_total == 21_000
    assert adds_up(group)


def test_an_amount_off_is_shared_to_the_dong(hill, sea):
    offer(10_000, kind=Benefit.FIXED)

    group = order(
        basket_with(
            goods_of(hill, price=33_333), goods_of(hill, price=33_333), goods_of(sea, price=33_333)
        )
    ).group

    assert group.discount_total == 10_000
    assert adds_up(group)


def test_no_offer_takes_more_off_a_line_than_it_costs(hill):
    offer(80, name="Một", priority=2, exclusive=False)
    offer(50_000, name="Hai", kind=Benefit.FIXED, priority=1, exclusive=False)

    group = order(basket_with(goods_of(hill, price=60_000))).group

    assert (group.discount_total, group.total) == (60_000, 20_000)
    assert adds_up(group)


def test_an_offer_for_one_producers_goods_leaves_the_others(hill, sea):
    tea, fish = goods_of(hill), goods_of(sea)
    offer(10, on=[tea])

    group = order(basket_with(tea, fish)).group

    assert [line.line_price_incl_tax for line in OrderLine.objects.order_by("pk")] == [
        90_000,
        100_000,
    ]
    assert OrderDiscount.objects.get(amount__gt=0).order == group.parcels.get(position=1).order


def test_a_line_that_cannot_be_bought_earns_no_discount(hill):
    offer(10)
    basket = basket_with(goods_of(hill), (goods_of(hill, stock=1), 5))

    assert total_of(basket) == 90_000 + 20_000


def test_an_offer_that_ended_since_the_page_was_shown_refuses_the_order(hill):
    sale = offer(10)
    basket = basket_with(goods_of(hill))
    seen = total_of(basket)
    sale.end_datetime = now() - timedelta(minutes=1)
    sale.save()

    with refused(PriceChanged) as refusal:
        order(basket, seen_total=seen)

    assert (refusal.value.old, refusal.value.new) == (110_000, 120_000)


def test_an_offer_limited_to_one_use_is_given_to_the_first_order(hill):
    sale = offer(10, max_global_applications=1)
    tea = goods_of(hill)
    first, second = basket_with(tea), basket_with(tea)
    seen = total_of(second)

    assert order(first).group.discount_total == 10_000

    with refused(PriceChanged):
        order(second, seen_total=seen)
    assert order(second).group.discount_total == 0
    sale.refresh_from_db()
    assert (sale.num_applications, sale.num_orders, sale.total_discount) == (1, 1, 10_000)


def test_a_use_is_counted_once_for_the_whole_purchase(hill, sea):
    an = Cast().an
    sale = offer(10, max_user_applications=2)
    tea, fish = goods_of(hill), goods_of(sea)

    for expected in (20_000, 20_000, 0):
        group = order(basket_with(tea, fish, owner=an), user=an).group
        assert group.discount_total == expected

    sale.refresh_from_db()
    assert (sale.num_applications, sale.num_orders) == (2, 2)


def test_free_delivery_pays_for_all_parcels(hill, sea):
    sale = offer(100, kind=Benefit.SHIPPING_PERCENTAGE)

    group = order(basket_with(goods_of(hill), goods_of(sea))).group

    assert (group.delivery_total, group.discount_total, group.total) == (0, 0, 200_000)
    assert [d.amount for d in OrderDiscount.objects.all()] == [20_000, 20_000]
    assert {d.category for d in OrderDiscount.objects.all()} == {OrderDiscount.SHIPPING}
    sale.refresh_from_db()
    assert (sale.num_orders, sale.total_discount) == (1, 40_000)
    assert adds_up(group)


def test_an_amount_off_delivery_is_used_up_parcel_by_parcel(hill, sea):
    offer(25_000, kind=Benefit.SHIPPING_ABSOLUTE)

    group = order(basket_with(goods_of(hill), goods_of(sea))).group

    assert [parcel.delivery_fee for parcel in group.parcels.all()] == [0, 15_000]
    assert [o.shipping_incl_tax for o in Order.objects.order_by("pk")] == [0, 15_000]
    assert adds_up(group)


def test_an_amount_off_delivery_is_never_more_than_the_fee(hill):
    offer(99_000, kind=Benefit.SHIPPING_ABSOLUTE)

    group = order(basket_with(goods_of(hill))).group

    assert group.total == 100_000
    assert OrderDiscount.objects.get().amount == 20_000


def test_a_fraction_of_the_fee_is_whole_dong(hill):
    offer("12.5", kind=Benefit.SHIPPING_PERCENTAGE)
    DeliveryRate.objects.update(first_fee=20_005)

    group = order(basket_with(goods_of(hill))).group

    assert group.delivery_total == 20_005 - 2_501  # of 2.500,625
    assert adds_up(group)


def test_a_single_use_voucher_is_used_once(hill):
    tet = voucher(10)
    tea = goods_of(hill)
    first, second = basket_with(tea), basket_with(tea)
    for basket in (first, second):
        basket.vouchers.add(tet)
    seen = total_of(second)

    group = order(first).group

    assert group.discount_total == 10_000
    assert OrderDiscount.objects.get().voucher_code == "TET2027"
    with refused(PriceChanged):
        order(second, seen_total=seen)
    assert order(second).group.discount_total == 0
    tet.refresh_from_db()
    assert (tet.num_orders, tet.total_discount, VoucherApplication.objects.count()) == (
        1,
        10_000,
        1,
    )


def test_a_voucher_for_each_customer_asks_who_it_is(hill):
    an = Cast().an
    tet = voucher(10, usage=Voucher.ONCE_PER_CUSTOMER)
    tea = goods_of(hill)

    def bought_by(user):
        basket = basket_with(tea, owner=user)
        basket.vouchers.add(tet)
        return order(basket, user=user).group.discount_total

    assert [bought_by(None), bought_by(an), bought_by(an)] == [0, 10_000, 0]
    assert VoucherApplication.objects.get().user == an


def test_a_voucher_that_gives_nothing_is_not_used_up(hill):
    fish, tea = goods_of(hill), goods_of(hill)
    tet = voucher(10, on=[fish])
    basket = basket_with(tea)
    basket.vouchers.add(tet)

    assert order(basket).group.discount_total == 0
    assert VoucherApplication.objects.count() == 0


def test_a_refused_order_uses_up_no_offer_and_no_voucher(hill):
    offer(10, max_global_applications=1, exclusive=False)
    basket = basket_with(goods_of(hill))
    basket.vouchers.add(voucher(10, exclusive=False))

    with refused(PriceChanged):
        order(basket, seen_total=Decimal(1))

    assert order(basket).group.discount_total == 20_000
