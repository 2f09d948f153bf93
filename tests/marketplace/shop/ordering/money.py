"""Sellers with accounts, and parcels to be paid by transfer, in a line each."""

from marketplace.shop.ordering.enums import ParcelState, PaymentKind, PaymentMethod
from marketplace.shop.ordering.models import Parcel
from marketplace.shop.ordering.services.moving import move_parcel
from marketplace.shop.ordering.services.paying import record_payment
from marketplace.shop.paying.services import set_account
from tests.factories.shop import seller_of

from .purchases import basket_with, order

TRANSFER, CASH = PaymentMethod.TRANSFER, PaymentMethod.CASH


def with_account(producer, number="0011012345678"):
    """Let the producer's buyers transfer."""
    return set_account(
        seller_of(producer),
        bank_bin="970436",
        number=number,
        holder="HTX Mẫu",
        seen=None,
        by=None,
    )


def transfer_of(*goods, **fields) -> Parcel:
    """The first parcel of a new order that is paid by transfer."""
    group = order(basket_with(*goods), payment_method=TRANSFER, **fields).group
    return fresh(group.parcels.order_by("position").first())


def fresh(parcel: Parcel) -> Parcel:
    """The parcel as the database has it now."""
    return Parcel.objects.select_related("order", "group").get(pk=parcel.pk)


def mark(parcel: Parcel, kind: PaymentKind, amount=None, *, seen=None, by=None):
    """Write a line down as a member whose page is up to date, unless ``seen`` says else."""
    money = fresh(parcel).money
    return record_payment(
        parcel,
        kind=kind,
        amount=money.rest if amount is None else amount,
        seen=money.records if seen is None else seen,
        by=by,
    )


def walk(parcel: Parcel, *states: ParcelState) -> None:
    """Take the parcel's steps one after the other."""
    for state in states:
        move_parcel(parcel, to=state, reason="Mẫu")
