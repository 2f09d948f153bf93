"""Several buyers at once in one process; over HTTP they race in ``tests/races``."""

import threading
from collections import Counter

import pytest
from django.db import connection

from catalog.journal.models import OutboxMessage
from catalog.lib import clock
from marketplace.shop.ordering.errors import OrderRefused
from marketplace.shop.ordering.models import OrderGroup
from marketplace.shop.ordering.selectors.quotes import quote_basket
from marketplace.shop.ordering.services import filling, placing

from .offers_of_oscar import offer, voucher
from .purchases import (
    Basket,
    VoucherApplication,
    address,
    basket_with,
    goods_of,
    place_order,
    producer_in,
    put_in,
    record_of,
    total_of,
)

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

BUYERS = 8


def at_once(act, times=BUYERS) -> Counter:
    """Let each buyer do ``act(number)`` at once; counts what came of it."""
    start, outcomes = threading.Barrier(times), [None] * times

    def work(number):
        try:
            start.wait(timeout=10)
            outcomes[number] = act(number)
        except OrderRefused as refusal:
            outcomes[number] = type(refusal).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return Counter(outcomes)


@pytest.fixture
def tea(general_fees):
    return goods_of(producer_in("08", "HTX Mẫu A"), stock=100)


def order_each(baskets) -> Counter:
    """Each buyer orders a basket at the total that all of them were shown."""
    where, seen = address(), [total_of(basket) for basket in baskets]
    return at_once(
        lambda n: place_order(baskets[n], address=where, seen_total=seen[n]).is_new, len(baskets)
    )


def test_an_offer_for_one_is_given_once(tea):
    sale = offer(10, max_global_applications=1)
    baskets = [basket_with(tea) for _ in range(BUYERS)]

    outcomes = order_each(baskets)

    assert outcomes == {True: 1, "PriceChanged": BUYERS - 1}
    sale.refresh_from_db()
    assert (sale.num_applications, sale.total_discount) == (1, 10_000)
    assert OrderGroup.objects.get().discount_total == 10_000


def test_without_asking_again_the_offer_would_be_given_to_many(tea, monkeypatch):
    sale = offer(10, max_global_applications=1)
    baskets = [basket_with(tea) for _ in range(BUYERS)]
    shown = {
        basket.pk: quote_basket(
            Basket.objects.get(pk=basket.pk), day=clock.today(), province_code="68"
        )
        for basket in baskets
    }
    monkeypatch.setattr(placing, "quote_basket", lambda basket, **_: shown[basket.pk])

    outcomes = order_each(baskets)

    assert outcomes[True] > 1
    assert OrderGroup.objects.filter(discount_total=10_000).count() > sale.max_global_applications


def test_a_single_use_voucher_is_used_once(tea):
    tet = voucher(10)
    baskets = [basket_with(tea) for _ in range(BUYERS)]
    for basket in baskets:
        basket.vouchers.add(tet)

    outcomes = order_each(baskets)

    assert outcomes == {True: 1, "PriceChanged": BUYERS - 1}
    assert VoucherApplication.objects.count() == 1


def test_one_basket_submitted_by_many_is_ordered_once(tea):
    basket = basket_with((tea, 2))
    where, seen = address(), total_of(basket)

    outcomes = at_once(lambda _: place_order(basket, address=where, seen_total=seen).group.code)

    group = OrderGroup.objects.get()
    assert outcomes == {group.code: BUYERS}
    assert record_of(tea).net_stock_level == 98
    assert OutboxMessage.objects.count() == 1


def test_orders_that_share_goods_in_any_order_all_succeed(tea):
    hill = tea.product.producer
    goods = [tea, *(goods_of(hill, stock=100) for _ in range(4))]
    baskets = [basket_with(*(goods if n % 2 else reversed(goods))) for n in range(BUYERS)]

    outcomes = order_each(baskets)

    assert outcomes == {True: BUYERS}
    assert {record_of(one).net_stock_level for one in goods} == {100 - BUYERS}


def take_over(mine, guests) -> None:
    """As a request does: with baskets it has just read."""
    fresh = {basket.pk: basket for basket in Basket.objects.filter(pk__in=[mine.pk, guests.pk])}
    fresh[mine.pk].merge(fresh[guests.pk], add_quantities=True)


def test_a_guests_basket_is_merged_once_by_two_requests(tea):
    mine, guests = basket_with((tea, 2)), basket_with((tea, 3))

    def sign_in(_):
        take_over(mine, guests)

    at_once(sign_in, 2)

    assert mine.lines.get().quantity == 5
    guests.refresh_from_db()
    assert guests.status == Basket.MERGED


def test_a_basket_ordered_while_it_is_merged_is_ordered_or_merged(tea):
    mine, guests = basket_with((tea, 1)), basket_with((tea, 3))
    where, seen = address(), total_of(guests)

    def act(number):
        if number:
            return take_over(mine, guests)
        return place_order(guests, address=where, seen_total=seen).group.goods_total

    at_once(act, 2)

    guests.refresh_from_db()
    pieces = mine.lines.get().quantity
    if guests.status == Basket.SUBMITTED:
        assert (pieces, OrderGroup.objects.get().goods_total) == (1, 300_000)
    else:
        assert (pieces, OrderGroup.objects.count()) == (4, 0)


def test_two_clicks_on_add_put_both_in(tea):
    basket = Basket.objects.create()

    at_once(lambda _: put_in(basket, tea))

    assert basket.lines.get().quantity == BUYERS


def test_clicks_on_add_never_ask_for_more_than_is_free(tea):
    basket, record = basket_with(tea), record_of(tea)

    outcomes = at_once(
        lambda _: filling.add_to_basket(basket, listing=tea, stockrecord=record, quantity=1, free=5)
    )

    assert outcomes == {None: 4, "NotEnough": BUYERS - 4}
    assert basket.lines.get().quantity == 5


def test_the_last_unit_goes_to_one_buyer_and_the_others_are_told(general_fees):
    last = goods_of(producer_in("48", "HTX Mẫu B"), stock=1)
    baskets = [basket_with(last) for _ in range(BUYERS)]

    outcomes = order_each(baskets)

    assert outcomes == {True: 1, "OutOfStock": BUYERS - 1}
    assert record_of(last).net_stock_level == 0
