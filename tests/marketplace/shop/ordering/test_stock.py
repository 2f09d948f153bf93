"""Taking stock: all or nothing, at the price agreed to, in the order of the keys."""

import pytest
from django.db import transaction
from oscar.apps.partner.exceptions import InvalidStockAdjustment

from marketplace.shop.ordering.services import stock

from .purchases import StockRecord, goods_of, producer_in, record_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def records():
    """Three packs with 1, 2 and 3 pieces at 100.000 ₫."""
    hill = producer_in("08", "HTX Mẫu A")
    return [record_of(goods_of(hill, stock=pieces)) for pieces in (1, 2, 3)]


def wish(record, quantity=1, price=100_000) -> stock.Wish:
    return stock.Wish(record.pk, quantity, price)


def allocated() -> list[int | None]:
    return list(StockRecord.objects.order_by("pk").values_list("num_allocated", flat=True))


def test_all_wishes_are_taken(records):
    assert stock.take_all([wish(record, 1) for record in records]) is None

    assert allocated() == [1, 1, 1]
    assert stock.free_now(records[2].pk) == 2


def test_the_first_that_cannot_be_had_is_told(records):
    one, two, three = records

    missing = stock.take_all([wish(three, 4), wish(two, 3), wish(one, 1)])

    assert missing == wish(two, 3)


def test_the_callers_transaction_undoes_what_was_taken(records):
    one, two, three = records

    with transaction.atomic():
        assert stock.take_all([wish(one), wish(two), wish(three, 4)]) == wish(three, 4)
        transaction.set_rollback(True)

    assert allocated() == [None, None, None]


def test_another_price_than_agreed_is_not_taken(records):
    one, two, _ = records

    assert stock.take_all([wish(one), wish(two, 1, 99_999)]) == wish(two, 1, 99_999)
    assert not stock.take(wish(records[2], 1, 100_001))


def test_no_wish_takes_nothing(records):
    assert stock.take_all([]) is None

    assert allocated() == [None, None, None]


def test_more_wishes_than_one_statement_holds_are_taken(records, monkeypatch):
    monkeypatch.setattr(stock, "BATCH", 2)

    assert stock.take_all([wish(record) for record in records]) is None
    assert stock.take_all([wish(record) for record in records]) == wish(records[0])

    assert allocated()[2] == 1


def test_oscars_own_way_to_allocate_goes_no_further_than_what_is_free(records):
    record = records[1]
    record.allocate(2)

    with pytest.raises(InvalidStockAdjustment):
        record.allocate(1)

    assert allocated() == [None, 2, None]
