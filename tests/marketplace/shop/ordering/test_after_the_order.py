"""What an order tells: the lists, and the outbox; and what its code gives away."""

import secrets

import pytest
from django.db import transaction

from catalog.journal import outbox
from catalog.journal.models import OutboxMessage
from catalog.lib import codes
from marketplace.shop.listings.models import ProductCard, StorefrontVersion
from marketplace.shop.listings.services.cards import note_stock_change
from marketplace.shop.ordering.errors import PriceChanged
from marketplace.shop.ordering.selectors.orders import find_order

from .purchases import (
    basket_with,
    goods_of,
    order,
    producer_in,
    record_of,
    refused,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def hill(general_fees):
    return producer_in("08", "HTX Mẫu A")


def version() -> int:
    return StorefrontVersion.objects.get().number


def test_the_last_unit_sold_turns_the_card(hill):
    tea = goods_of(hill, stock=2)
    before = version()

    order(basket_with((tea, 2)))

    card = ProductCard.objects.get(product=tea.product)
    assert not card.in_stock
    assert card.version == version() == before + 1


def test_while_some_are_left_the_lists_stay_as_they_are(hill):
    tea = goods_of(hill, stock=3)
    before = version()

    order(basket_with((tea, 2)))

    assert ProductCard.objects.get(product=tea.product).in_stock
    assert version() == before


def test_another_pack_keeps_the_card_in_stock(hill):
    small = goods_of(hill, stock=1)
    goods_of(hill, product=small.product, pack="hộp 500 g", stock=1)

    order(basket_with(small))

    assert ProductCard.objects.get(product=small.product).in_stock


def test_both_packs_sold_in_one_order_turn_the_card(hill):
    small = goods_of(hill, stock=1)
    large = goods_of(hill, product=small.product, pack="hộp 500 g", stock=1)

    order(basket_with(small, large))

    assert not ProductCard.objects.get(product=small.product).in_stock


def test_stock_given_back_turns_the_card_again(hill):
    tea = goods_of(hill, stock=1)
    order(basket_with(tea))
    record = record_of(tea)

    type(record).objects.filter(pk=record.pk).update(num_allocated=0)

    assert note_stock_change([record.pk]) == 1
    assert ProductCard.objects.get(product=tea.product).in_stock


def test_an_order_posts_one_message(hill):
    basket = basket_with(goods_of(hill))

    group = order(basket).group
    order(basket, seen_total=group.total)

    message = OutboxMessage.objects.get()
    assert (message.topic, message.key) == ("order.placed", f"order.placed:{group.code}")
    assert message.payload == {"group": group.pk}


def test_a_refused_order_posts_none(hill):
    basket = basket_with(goods_of(hill))

    with refused(PriceChanged):
        order(basket, seen_total=None)

    assert OutboxMessage.objects.count() == 0


def test_the_message_waits_until_the_order_is_kept(hill, django_capture_on_commit_callbacks):
    basket = basket_with(goods_of(hill))

    with django_capture_on_commit_callbacks() as after_commit:
        order(basket)

    assert after_commit == [outbox._wake]


def test_an_order_is_never_part_of_a_larger_transaction(hill):
    basket = basket_with(goods_of(hill))

    with refused(RuntimeError), transaction.atomic():
        order(basket)


def test_codes_are_random_and_say_nothing_of_the_volume(hill):
    tea = goods_of(hill, stock=40)

    seen = [order(basket_with(tea)).group.code for _ in range(20)]

    assert len(set(seen)) == 20
    assert {len(code) for code in seen} == {10}
    assert set("".join(seen)) <= set(codes.ALPHABET)
    assert seen != sorted(seen)


def test_a_code_that_is_taken_is_thrown_again(hill, monkeypatch):
    tea = goods_of(hill)
    first = order(basket_with(tea)).group
    dice = iter(first.code + "A" * 10 + "B" * 10)
    monkeypatch.setattr(secrets, "choice", lambda _signs: next(dice))

    second = order(basket_with(tea)).group

    assert second.code == "A" * 10
    assert [parcel.order.number for parcel in second.parcels.all()] == ["B" * 10]


def test_a_parcels_number_says_nothing_of_the_orders_code(hill):
    group = order(basket_with(goods_of(hill))).group

    number = group.parcels.get().order.number

    assert set(number) <= set(codes.ALPHABET)
    assert group.code not in number
    assert find_order(number, group.phone) is None
