"""What was sold and delivered in a place and a period, from the frozen terms of each line.

Its own room above the orders: it reads orders, the register's groups and an officer's places
together, and writes nothing; the orders' room knows neither officers nor groups.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from catalog.lib.clock import VIETNAM
from catalog.lib.money import dong, whole
from marketplace.accounts.scope import Scope
from marketplace.shop.listings.language import shown
from marketplace.shop.ordering.enums import ParcelState

from .rules import Bar, Period, bars

OrderLine = get_model("order", "Line")
_PRODUCER = "order__parcel__seller__producer__"
_SET = "terms__listing__product__product_set__"


@dataclass(frozen=True, slots=True)
class Figures:
    """Finished parcels, pieces, and what buyers paid for the goods."""

    label: str
    parcels: int
    pieces: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Table:
    """Figures by one thing, the largest amount first (stars: the highest first)."""

    title: str
    rows: list[Figures]
    bars: list[Bar] = field(default_factory=list)

    @property
    def height(self) -> int:
        """The drawing's height."""
        return max((bar.bar_y for bar in self.bars), default=0) + 24


@dataclass(frozen=True, slots=True)
class SalesReport:
    """One place and period."""

    period: Period
    total: Figures
    tables: list[Table]

    @property
    def best(self) -> Figures | None:
        """The commune that sold most."""
        rows = self.tables[0].rows
        return rows[0] if rows else None


def sales(scope: Scope, period: Period) -> SalesReport:
    """The report; four queries, whatever was sold."""
    lines = finished_lines(scope, period)
    total = lines.aggregate(**_SUMS)
    by_commune = _grouped(
        lines,
        (f"{_PRODUCER}commune__unit_type", f"{_PRODUCER}commune__name"),
        lambda unit, name: f"{unit} {name}" if name else _("Chưa rõ xã, phường"),
    )
    by_star = _grouped(lines, ("terms__star",), lambda star: _("%(n)s sao") % {"n": star})
    by_group = _grouped(lines, (f"{_SET}group_name", f"{_SET}group_name_en"), shown)
    return SalesReport(
        period=period,
        total=_figures(_("Tổng cộng"), *(total[name] or 0 for name in _SUMS)),
        tables=[
            _table(_("Theo xã, phường"), by_commune),
            _table(_("Theo hạng sao"), sorted(by_star, key=lambda row: row.label, reverse=True)),
            _table(_("Theo nhóm sản phẩm"), by_group),
        ],
    )


def finished_lines(scope: Scope, period: Period) -> QuerySet:
    """Lines of parcels that were delivered within the period and did not come back."""
    return OrderLine.objects.filter(
        scope.of_producer(_PRODUCER),
        order__status=ParcelState.DELIVERED,
        order__parcel__moves__state=ParcelState.DELIVERED,
        order__parcel__moves__at__gte=_midnight(period.first),
        order__parcel__moves__at__lt=_midnight(period.last + timedelta(days=1)),
    ).order_by()


_SUMS = {
    "parcels": Count("order", distinct=True),
    "pieces": Sum("quantity"),
    "amount": Sum("line_price_incl_tax"),
}


def _grouped(lines: QuerySet, by: tuple[str, ...], named: Callable[..., str]) -> list[Figures]:
    rows = lines.values_list(*by).annotate(**_SUMS)
    figures = [_figures(named(*row[: len(by)]), *row[len(by) :]) for row in rows]
    return sorted(figures, key=lambda row: (-row.amount, row.label))


def _figures(label: str, parcels: int, pieces: int, amount: Decimal | int) -> Figures:
    # Oscar's columns have two decimals; what is paid has none.
    return Figures(label, parcels, pieces, whole(Decimal(amount)))


def _table(title: str, rows: list[Figures]) -> Table:
    drawn = bars((row.label, row.amount, dong(row.amount)) for row in rows)
    return Table(title, rows, drawn)


def _midnight(day) -> datetime:
    return datetime.combine(day, time.min, tzinfo=VIETNAM)
