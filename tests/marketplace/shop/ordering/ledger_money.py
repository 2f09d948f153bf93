"""The shop of ``ledger.py`` where buyers also transfer, and sellers write down what came."""

from datetime import timedelta
from decimal import Decimal

from django.utils.timezone import now
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from marketplace.shop.ordering.dues import ZERO
from marketplace.shop.ordering.enums import PaymentKind, PaymentMethod
from marketplace.shop.ordering.errors import AmountWrong, MarkRefused
from marketplace.shop.ordering.models import Parcel, PaymentRecord
from marketplace.shop.ordering.services.paying import (
    RUNS_OUT,
    correct_payment,
    expire_unpaid,
    record_payment,
    say_paid,
)
from marketplace.shop.paying.services import set_account
from tests.factories.shop import seller_of

from .ledger import PRICES, QUANTITIES, Shop, one_of
from .purchases import StockRecord, basket_with, order, record_of

IN = (PaymentKind.FULL, PaymentKind.SHORT, PaymentKind.OVER, PaymentKind.LATE)
_parcels = Parcel.objects.select_related("order", "group", "seller__producer")
some_parcels = precondition(lambda _: Parcel.objects.exists())


class PayingShop(Shop):
    """Every producer has an account; the platform holds no money, so it must all be told."""

    @rule(target=Shop.baskets, listing=Shop.listings, quantity=QUANTITIES)
    def buy_by_transfer(self, listing, quantity):
        seller = seller_of(listing.product.producer)
        set_account(
            seller, bank_bin="970436", number="1234567890", holder="HTX MAU", seen=None, by=None
        )
        StockRecord.objects.filter(pk=record_of(listing).pk).update(price=1_000)
        self.stock_up(listing, quantity)
        basket = basket_with((listing, quantity))
        assert order(basket, payment_method=PaymentMethod.TRANSFER).is_new
        return basket

    @some_parcels
    @rule(which=st.integers(0, 99), kind=st.sampled_from(PaymentKind), amount=PRICES)
    def write_down(self, which, kind, amount):
        """Any mark with any amount: taken exactly when it fits."""
        parcel = one_of(_parcels, which)
        money = parcel.money
        try:
            record_payment(parcel, kind=kind, amount=Decimal(amount), seen=money.records)
        except AmountWrong:
            least, most = money.bounds(kind)
            assert amount < least or (most is not None and amount > most)
        except MarkRefused:
            assert kind not in money.allowed

    @some_parcels
    @rule(which=st.integers(0, 99), pick=st.integers(0, 4), more=PRICES)
    def write_down_what_fits(self, which, pick, more):
        parcel = one_of(_parcels, which)
        money = parcel.money
        if not money.allowed:
            return
        kind = money.allowed[pick % len(money.allowed)]
        least, most = money.bounds(kind)
        amount = least if most is None or most < least else min(least + more, most)
        if most is None or most >= least:
            record_payment(parcel, kind=kind, amount=amount, seen=money.records)

    @precondition(lambda _: PaymentRecord.objects.exists())
    @rule(which=st.integers(0, 99))
    def set_right(self, which):
        record = one_of(PaymentRecord.objects.select_related("parcel__order"), which)
        seen = record.parcel.payments.count()
        try:
            correct_payment(record, reason="Ghi nhầm", seen=seen)
        except MarkRefused:
            assert record.parcel.payments.count() == seen

    @some_parcels
    @rule(which=st.integers(0, 99))
    def say_it_is_on_its_way(self, which):
        parcel = one_of(_parcels, which)
        assert say_paid(parcel) is parcel.money.may_say_paid

    @some_parcels
    @rule()
    def let_the_time_to_pay_pass(self):
        late = Parcel.objects.filter(payment_method=PaymentMethod.TRANSFER)
        late.update(pay_by=now() - timedelta(minutes=1))
        expire_unpaid()
        waiting = late.filter(order__status__in=RUNS_OUT, said_paid_at=None, payments=None)
        assert not waiting.exists()

    @invariant()
    def money_written_down_adds_up(self):
        for parcel in _parcels.prefetch_related("payments"):
            records = list(parcel.payments.all())
            set_right = {record.corrects_id for record in records}
            held = [r for r in records if r.pk not in set_right and r.corrects_id is None]
            came = sum((r.amount for r in held if r.kind in IN), ZERO)
            back = sum((r.amount for r in held if r.kind == PaymentKind.BACK), ZERO)
            money = parcel.money
            assert [r.number for r in records] == list(range(1, len(records) + 1))
            assert money.balance == came - back
            assert money.balance >= 0
            due = ZERO if money.is_off else money.total
            assert money.balance + money.rest - money.to_give_back == due
            assert all(r.amount == r.amount.to_integral_value() for r in records)
