"""A parcel's way: confirmed, packed, handed over, delivered; or refused, cancelled, run out.

Who was first is decided by the database: a conditional update of the child order's status,
and a row for each state that can be written once. Stock moves in the same transaction, so it
is given back or taken out exactly once.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import override
from oscar.core.loading import get_model

from catalog.journal import audit, outbox
from catalog.lib import clock
from catalog.lib.vietnamese import tidy
from marketplace.shop.listings.services.cards import note_stock_change
from marketplace.shop.ordering.enums import ENDED_UNSOLD, ParcelState, PaymentMethod
from marketplace.shop.ordering.errors import MoveRefused, NotPaidYet, ReasonMissing
from marketplace.shop.ordering.models import ConfirmationTerm, Parcel, ParcelMove

from .telling import NOT_BY_SELLER, tell_sellers

Order = get_model("order", "Order")
OrderLine = get_model("order", "Line")
StockRecord = get_model("partner", "StockRecord")

TOPIC = "parcel.moved"
NEEDS_MONEY = (ParcelState.PACKED, ParcelState.HANDED_OVER)
NEEDS_REASON = (ParcelState.REFUSED, ParcelState.RETURNED)
TELLS_BUYER = (*ENDED_UNSOLD, ParcelState.CONFIRMED, ParcelState.HANDED_OVER)
# State -> what happens to (pieces in stock, pieces allocated), times the quantity of each line.
_STOCK = {
    **dict.fromkeys(ENDED_UNSOLD, (0, -1)),
    ParcelState.HANDED_OVER: (-1, -1),
    ParcelState.RETURNED: (1, 0),
}


def move_parcel(parcel: Parcel, *, to: ParcelState, by=None, reason: str = "") -> ParcelMove:
    """Take a parcel one step on; whoever is second gets MoveRefused and nothing changes.

    Raises ReasonMissing when a refusal or return says no reason, and NotPaidYet when goods to
    be paid by transfer would be packed or sent before the money is there. May be called inside
    a transaction of the caller's.
    """
    reason = tidy(reason)
    if to in NEEDS_REASON and not reason:
        raise ReasonMissing
    sources = [s for s, ways in settings.OSCAR_ORDER_STATUS_PIPELINE.items() if to in ways]
    with transaction.atomic():
        orders = Order.objects.filter(pk=parcel.order_id)
        before = orders.select_for_update().values_list("status", flat=True).get()
        if before not in sources or not orders.filter(status=before).update(status=to):
            raise MoveRefused(stands=before, asked=to)
        if to in NEEDS_MONEY and parcel.payment_method == PaymentMethod.TRANSFER:
            _refuse_unpaid(parcel)
        OrderLine.objects.filter(order=parcel.order_id).update(status=to)
        move = ParcelMove.objects.create(parcel=parcel, state=to, by=by, reason=reason)
        _move_stock(parcel, to)
        audit.record(
            f"parcel.{to}",
            parcel,
            actor=by,
            before={"state": before},
            after={"state": to},
            reason=reason,
        )
        if to in TELLS_BUYER:
            outbox.post(TOPIC, key=f"{TOPIC}:{move.pk}", payload={"move": move.pk})
        if to in NOT_BY_SELLER:
            tell_sellers([parcel], f"order.{to}")
    parcel.order.status = to
    return move


def expire_unconfirmed() -> int:
    """Let orders run out that no producer answered in time; answers how many.

    The term is the one in force on the day the order was placed; without any, nothing runs out.
    """
    moment, expired = now(), 0
    terms = list(ConfirmationTerm.objects.order_by("-effective_from"))
    # Where money has come, people decide.
    placed = Parcel.objects.filter(order__status=ParcelState.PLACED, payments=None)
    placed = placed.select_related("order", "group")
    for parcel in placed.order_by("pk"):
        term = _term_of(parcel, terms)
        if term is None or parcel.group.placed_at + term > moment:
            continue
        try:
            move_parcel(parcel, to=ParcelState.EXPIRED, reason=_reason(parcel))
        except MoveRefused:  # answered in this very moment
            continue
        expired += 1
    return expired


def _term_of(parcel: Parcel, terms: list[ConfirmationTerm]) -> timedelta | None:
    """How long the producer has to answer; ``terms`` newest first."""
    day = parcel.group.placed_at.astimezone(clock.VIETNAM).date()
    return next((timedelta(hours=t.hours) for t in terms if t.effective_from <= day), None)


def _reason(parcel: Parcel) -> str:
    with override(parcel.group.language):
        return _("Nhà sản xuất không trả lời trong thời hạn.")


def _refuse_unpaid(parcel: Parcel) -> None:
    rest = Parcel.objects.select_related("order").get(pk=parcel.pk).money.rest
    if rest:
        raise NotPaidYet(rest)


def _move_stock(parcel: Parcel, to: ParcelState) -> None:
    in_stock, allocated = _STOCK.get(to, (0, 0))
    if not (in_stock or allocated):
        return
    lines = OrderLine.objects.filter(order=parcel.order_id, stockrecord__isnull=False)
    moved = list(lines.order_by("stockrecord_id").values_list("stockrecord_id", "quantity"))
    for stockrecord_id, quantity in moved:
        StockRecord.objects.filter(pk=stockrecord_id).update(
            num_in_stock=F("num_in_stock") + in_stock * quantity,
            num_allocated=F("num_allocated") + allocated * quantity,
        )
    note_stock_change([stockrecord_id for stockrecord_id, _ in moved])
