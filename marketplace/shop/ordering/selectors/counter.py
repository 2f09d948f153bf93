"""Parcels as the producer behind the counter sees them: theirs alone."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count, F, Prefetch, QuerySet, Sum
from django.utils.timezone import now
from oscar.core.loading import get_model

from catalog.register.models import Producer
from marketplace.shop.ordering.enums import CLOSED, ParcelState
from marketplace.shop.ordering.models import Parcel
from marketplace.shop.ordering.permissions import may_see_buyer, may_seller_set

OrderLine = get_model("order", "Line")
# The step that is one tap away, by state.
NEXT = {
    ParcelState.PLACED: ParcelState.CONFIRMED,
    ParcelState.CONFIRMED: ParcelState.PACKED,
    ParcelState.PACKED: ParcelState.HANDED_OVER,
    ParcelState.HANDED_OVER: ParcelState.DELIVERED,
}
OPEN = tuple(NEXT)


@dataclass(frozen=True, slots=True)
class ParcelScreen:
    """One parcel, and whether its buyer may be seen."""

    parcel: Parcel
    sees_buyer: bool

    @property
    def next_state(self) -> ParcelState | None:
        """The step that is one tap away."""
        return NEXT.get(self.parcel.state)

    @property
    def may_refuse(self) -> bool:
        """Whether the producer can still say no."""
        return ParcelState.REFUSED in settings.OSCAR_ORDER_STATUS_PIPELINE[self.parcel.state]

    @property
    def may_return(self) -> bool:
        """Whether it is on its way and can come back."""
        return ParcelState.RETURNED in settings.OSCAR_ORDER_STATUS_PIPELINE[self.parcel.state]


def parcels_of(producer: Producer) -> QuerySet[Parcel]:
    """The producer's parcels; nobody's else are ever read here."""
    return Parcel.objects.filter(seller__producer=producer).select_related("order", "group")


def counts_by_state(producer: Producer) -> Counter:
    """How many parcels stand where."""
    rows = parcels_of(producer).order_by().values_list("order__status").annotate(Count("pk"))
    return Counter(dict(rows))


def oldest_waiting(producer: Producer, state: ParcelState) -> datetime | None:
    """Since when the longest-waiting parcel of a state was ordered."""
    waiting = parcels_of(producer).filter(order__status=state).order_by("group__placed_at")
    return waiting.values_list("group__placed_at", flat=True).first()


def parcel_screens(producer: Producer, states: tuple[ParcelState, ...]) -> QuerySet[Parcel]:
    """Parcels in these states with their lines, the longest-waiting first; closed ones last."""
    lines = OrderLine.objects.select_related("terms").order_by("pk")
    newest_first = set(states) <= set(CLOSED)
    return (
        parcels_of(producer)
        .filter(order__status__in=states)
        .prefetch_related(Prefetch("order__lines", queryset=lines), "moves", "payments")
        .order_by("-group__placed_at" if newest_first else "group__placed_at")
    )


def screen_of(parcel: Parcel) -> ParcelScreen:
    """The parcel with what may be seen and done now."""
    closing = [move.at for move in parcel.moves.all() if move.state in CLOSED]
    sees = may_see_buyer(parcel, closed_at=max(closing, default=None), moment=now())
    return ParcelScreen(parcel=parcel, sees_buyer=sees)


def find_parcel(producer: Producer, number: str) -> ParcelScreen | None:
    """The producer's own parcel of this number."""
    parcel = parcel_screens(producer, tuple(ParcelState)).filter(order__number=number).first()
    return None if parcel is None else screen_of(parcel)


def pick_list(producer: Producer) -> list[dict]:
    """What to take from the shelf for all confirmed parcels: pack, pieces, parcels."""
    return list(
        OrderLine.objects.filter(
            order__parcel__seller__producer=producer, order__status=ParcelState.CONFIRMED
        )
        .values(name=F("title"))
        .annotate(pieces=Sum("quantity"), parcels=Count("order", distinct=True))
        .order_by("name")
    )


def allowed(state: str) -> ParcelState | None:
    """The state a producer asked for, if it is one they may ask for."""
    known = ParcelState(state) if state in ParcelState.values else None
    return known if known and may_seller_set(known) else None
