"""A parcel's money: what the buyer says and what the seller writes down, each once.

Every writer holds the child order's row first, as moving a parcel does, so a payment and a
parcel that runs out never pass each other by. Of two members who write at once, the number of
the record lets one through.
"""

from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import override
from oscar.core.loading import get_model

from catalog.journal import audit, outbox
from catalog.lib.vietnamese import tidy
from marketplace.shop.ordering.enums import ParcelState, PaymentKind
from marketplace.shop.ordering.errors import (
    MarkedMeanwhile,
    MarkRefused,
    MoveRefused,
    ReasonMissing,
)
from marketplace.shop.ordering.models import Parcel, PaymentRecord

from .moving import move_parcel
from .telling import SAID_PAID, tell_sellers

Order = get_model("order", "Order")
RECORDED = "parcel.money"
RUNS_OUT = (ParcelState.PLACED, ParcelState.CONFIRMED)


def record_payment(
    parcel: Parcel, *, kind: PaymentKind, amount: Decimal, seen: int, by=None
) -> PaymentRecord:
    """Write down what came in or went back, for a page that showed ``seen`` records.

    Money enough confirms an order that was not answered yet. Raises MarkedMeanwhile when
    somebody wrote since, AmountWrong or MarkRefused when it does not fit; nothing changes then.
    """
    with transaction.atomic():
        fresh = _held(parcel)
        money = fresh.money
        if money.records != seen:
            raise MarkedMeanwhile
        money.check(kind, amount)
        record = _write(
            fresh, seen, by=by, kind=kind, amount=amount, balance=money.after(kind, amount)
        )
        if kind in {PaymentKind.FULL, PaymentKind.OVER} and fresh.state == ParcelState.PLACED:
            move_parcel(fresh, to=ParcelState.CONFIRMED, by=by)
    return record


def correct_payment(record: PaymentRecord, *, reason: str, seen: int, by=None) -> PaymentRecord:
    """Take a wrong record back by another that says why; the wrong one stays to be read.

    Raises ReasonMissing, MarkedMeanwhile, or MarkRefused for what is corrected already, is a
    correction itself, or was given back since.
    """
    reason = tidy(reason)
    if not reason:
        raise ReasonMissing
    with transaction.atomic():
        parcel = _held(record.parcel)
        money = parcel.money
        if money.records != seen:
            raise MarkedMeanwhile
        back = record.kind == PaymentKind.BACK
        balance = money.balance + record.amount if back else money.balance - record.amount
        is_corrected = any(one.corrects_id == record.pk for one in parcel.payments.all())
        if record.kind == PaymentKind.CORRECTION or is_corrected or balance < 0:
            raise MarkRefused(record.kind)
        return _write(
            parcel,
            seen,
            by=by,
            kind=PaymentKind.CORRECTION,
            amount=record.amount,
            balance=balance,
            corrects=record,
            reason=reason,
        )


def say_paid(parcel: Parcel) -> bool:
    """The buyer says the money is on its way; False when it is too late or was said before."""
    with transaction.atomic():
        fresh = _held(parcel)
        if not fresh.money.may_say_paid:
            return False
        Parcel.objects.filter(pk=parcel.pk).update(said_paid_at=now())
        audit.record("parcel.said_paid", parcel, after={"amount": fresh.money.rest})
        tell_sellers([fresh], SAID_PAID)
    return True


def expire_unpaid() -> int:
    """Let parcels run out whose money nobody announced in time; answers how many.

    Where money has come, however little, or where the buyer says so, people decide.
    """
    late = Parcel.objects.filter(
        pay_by__lte=now(), said_paid_at=None, payments=None, order__status__in=RUNS_OUT
    )
    return sum(_expire(parcel) for parcel in late.select_related("order", "group").order_by("pk"))


def _expire(parcel: Parcel) -> bool:
    with override(parcel.group.language):
        reason = _("Chưa thấy tiền chuyển khoản trong thời hạn.")
    try:
        with transaction.atomic():
            fresh = _held(parcel)
            if fresh.said_paid_at or fresh.money.records or fresh.state not in RUNS_OUT:
                return False
            move_parcel(fresh, to=ParcelState.EXPIRED, reason=reason)
    except MoveRefused:  # cancelled in this very moment
        return False
    return True


def _held(parcel: Parcel) -> Parcel:
    """The parcel as it is now, and stays until the transaction ends."""
    Order.objects.select_for_update().get(pk=parcel.order_id)
    return Parcel.objects.select_related("order", "group", "seller__producer").get(pk=parcel.pk)


def _write(parcel: Parcel, seen: int, *, by, **fields) -> PaymentRecord:
    try:
        with transaction.atomic():
            record = PaymentRecord.objects.create(parcel=parcel, number=seen + 1, by=by, **fields)
    except IntegrityError as error:
        if PaymentRecord.objects.filter(parcel=parcel, number=seen + 1).exists():
            raise MarkedMeanwhile from error
        raise
    audit.record(
        f"payment.{record.kind}",
        parcel,
        actor=by,
        after={"number": record.number, "amount": record.amount, "balance": record.balance},
        reason=record.reason,
    )
    outbox.post(RECORDED, key=f"{RECORDED}:{record.pk}", payload={"record": record.pk})
    return record
