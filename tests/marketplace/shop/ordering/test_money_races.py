"""Two at once: members who write down one payment, tabs that pass the limit together.

On PostgreSQL as on SQLite: the settings say which.
"""

import threading

import pytest
from django.db import connection

from catalog.lib import clock
from marketplace.shop.ordering.enums import ParcelState, PaymentKind
from marketplace.shop.ordering.errors import MarkedMeanwhile
from marketplace.shop.ordering.models import CashLimit, OrderGroup, Parcel, PaymentRecord
from marketplace.shop.ordering.services import cash, paying
from marketplace.shop.ordering.services.paying import expire_unpaid, record_payment

from .money import fresh, transfer_of, with_account
from .purchases import address, basket_with, goods_of, place_order, producer_in, record_of, total_of
from .test_races import BUYERS, at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tea(general_fees):
    hill = producer_in("08", "HTX Mẫu A")
    with_account(hill)
    return goods_of(hill, stock=100)


def write_down(parcel) -> str:
    """As a request does: with the parcel it has just read, from a page that showed no line."""
    mine = fresh(parcel)
    try:
        record_payment(mine, kind=PaymentKind.SHORT, amount=1_000, seen=0)
    except MarkedMeanwhile:
        return "told"
    return "written"


def test_members_who_write_at_once_write_once(tea):
    parcel = transfer_of(tea)

    outcomes = at_once(lambda _: write_down(parcel))

    assert outcomes == {"written": 1, "told": BUYERS - 1}
    assert fresh(parcel).money.balance == 1_000


def test_the_database_alone_lets_one_of_them_write(tea, monkeypatch):
    """Without the row that all of them hold, the number still can be written once."""
    monkeypatch.setattr(paying, "_held", fresh)
    parcel = transfer_of(tea)

    outcomes = at_once(lambda _: write_down(parcel))

    assert outcomes == {"written": 1, "told": BUYERS - 1}


def test_without_the_number_they_would_all_write(tea, monkeypatch):
    parcel = transfer_of(tea)
    plain, lock = paying.record_payment, threading.Lock()

    def blind(parcel, *, seen, **told):  # as if the form did not say what it showed
        with lock:
            return plain(parcel, seen=fresh(parcel).money.records, **told)

    monkeypatch.setitem(write_down.__globals__, "record_payment", blind)

    outcomes = at_once(lambda _: write_down(parcel))

    assert outcomes == {"written": BUYERS}
    assert PaymentRecord.objects.count() == BUYERS


def test_a_payment_and_the_end_of_its_time_never_pass_each_other(tea):
    parcels = [transfer_of(tea) for _ in range(BUYERS)]
    Parcel.objects.update(pay_by=clock.now())

    def act(number):
        if number % 2:
            return expire_unpaid()
        for parcel in parcels:
            try:
                record_payment(parcel, kind=PaymentKind.FULL, amount=parcel.money.rest, seen=0)
            except Exception as refused:  # noqa: BLE001 - too late, or written already
                type(refused)
        return None

    at_once(act, 4)

    ended = {p.state for p in map(fresh, parcels) if not p.money.records}
    paid = {p.state for p in map(fresh, parcels) if p.money.records}
    assert ended <= {ParcelState.EXPIRED}
    assert paid <= {ParcelState.CONFIRMED}
    kept = sum(1 for parcel in parcels if fresh(parcel).money.records)
    assert record_of(tea).num_allocated == kept


def order_at_once(tea) -> int:
    """Eight tabs of one number order at once; answers how many did."""
    CashLimit.objects.all().delete()
    CashLimit.objects.create(per_phone=3, per_address=100, effective_from=clock.today())
    baskets = [basket_with(tea) for _ in range(BUYERS)]
    where, seen = address(), total_of(baskets[0])
    at_once(lambda n: place_order(baskets[n], address=where, seen_total=seen).is_new)
    return OrderGroup.objects.count()


def test_tabs_of_one_number_never_pass_the_limit_together(tea):
    assert order_at_once(tea) == 3
    assert record_of(tea).num_allocated == 3


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write at a time anyway")
def test_without_the_line_they_would_pass_it_together(tea, monkeypatch):
    monkeypatch.setattr(cash, "_hold_line", lambda _: None)

    assert order_at_once(tea) > 3
