"""What is brought to the consolidation points, and what is waited for there."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch, QuerySet
from oscar.core.loading import get_model

from catalog.register.models import Producer
from marketplace.shop.delivery.models import ConsolidationPoint
from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.models import OrderGroup, Parcel

from .counter import parcels_of

OrderLine = get_model("order", "Line")
TO_BRING = (ParcelState.CONFIRMED, ParcelState.PACKED)
EXPECTED = (*TO_BRING, ParcelState.HANDED_OVER)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One producer's parcels for one point."""

    point: ConsolidationPoint
    parcels: tuple[Parcel, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One buyer's parcels at a point, and the one fee for them."""

    group: OrderGroup
    parcels: tuple[Parcel, ...]

    @property
    def due(self) -> Decimal:
        """What the buyer pays in all, the point's fee once."""
        goods = sum((parcel.order.total_incl_tax for parcel in self.parcels), Decimal(0))
        return goods + self.group.point_fee


def to_bring(producer: Producer) -> list[Delivery]:
    """The producer's confirmed parcels by point, the longest-waiting first."""
    parcels = _with_lines(parcels_waiting_to_be_brought(producer)).select_related("point")
    by_point: dict[ConsolidationPoint, list[Parcel]] = {}
    for parcel in parcels.order_by("point__name", "group__placed_at", "pk"):
        by_point.setdefault(parcel.point, []).append(parcel)
    return [Delivery(point, tuple(found)) for point, found in by_point.items()]


def parcels_waiting_to_be_brought(producer: Producer) -> QuerySet[Parcel]:
    """The producer's confirmed parcels that go to a point."""
    return parcels_of(producer).filter(point__isnull=False, order__status__in=TO_BRING)


def expected_at(point: ConsolidationPoint) -> list[Waiting]:
    """Buyers whose parcels are on their way to the point or lie there, first orders first."""
    parcels = _with_lines(point.parcels.filter(order__status__in=EXPECTED))
    return list(_by_group(parcels.order_by("group__placed_at", "group_id", "position")))


def _with_lines(parcels: QuerySet[Parcel]) -> QuerySet[Parcel]:
    lines = Prefetch("order__lines", queryset=OrderLine.objects.order_by("pk"))
    return parcels.select_related("order", "group").prefetch_related(lines)


def _by_group(parcels: Iterable[Parcel]) -> Iterable[Waiting]:
    groups: dict[int, list[Parcel]] = {}
    for parcel in parcels:
        groups.setdefault(parcel.group_id, []).append(parcel)
    for found in groups.values():
        yield Waiting(found[0].group, tuple(found))
