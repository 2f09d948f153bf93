"""Rate tables as people read them: one for each day that a table begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from marketplace.shop.delivery.enums import Zone
from marketplace.shop.delivery.models import DeliveryRate


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The rows that begin on a day, by zone from near to far."""

    effective_from: date
    rows: tuple[DeliveryRate, ...]

    @property
    def free_from(self) -> Decimal | None:
        """Goods worth this much go free."""
        return self.rows[0].free_from

    @property
    def divisor(self) -> int:
        """What the room is divided by."""
        return self.rows[0].divisor

    @property
    def is_sample(self) -> bool:
        """Whether it came with the sample data."""
        return self.rows[0].is_sample


@dataclass(frozen=True, slots=True)
class Tables:
    """An owner's tables on a day: the one in force, those to come, those gone by."""

    current: ShownTable | None
    coming: tuple[ShownTable, ...]
    earlier: tuple[ShownTable, ...]


def tables_of(day: date, *, seller=None, province=None) -> Tables:
    """A seller's tables, a province's, or the site's; one query."""
    rows = DeliveryRate.objects.filter(seller=seller, province=province)
    return _sorted_out(rows.order_by("-effective_from", "-pk"), day)


def tables_of_provinces(day: date, provinces: Iterable) -> list[tuple[object, Tables]]:
    """Each province with its tables; one query for all."""
    provinces = list(provinces)
    rows: dict[str, list[DeliveryRate]] = {province.pk: [] for province in provinces}
    found = DeliveryRate.objects.filter(seller=None, province__in=provinces)
    for row in found.order_by("-effective_from", "-pk"):
        rows[row.province_id].append(row)
    return [(province, _sorted_out(rows[province.pk], day)) for province in provinces]


def _sorted_out(rows: Iterable[DeliveryRate], day: date) -> Tables:
    """Rows newest first; of two for a day and zone the later entered one counts."""
    by_day: dict[date, dict[str, DeliveryRate]] = {}
    for row in rows:
        by_day.setdefault(row.effective_from, {}).setdefault(row.zone, row)
    tables = [
        ShownTable(begins, tuple(zones[zone] for zone in Zone.values if zone in zones))
        for begins, zones in by_day.items()
    ]
    begun = [table for table in tables if table.effective_from <= day]
    return Tables(
        current=begun[0] if begun else None,
        coming=tuple(reversed(tables[: len(tables) - len(begun)])),
        earlier=tuple(begun[1:]),
    )
