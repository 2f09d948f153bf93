"""Quarters, and the drawing of bars. No clock, no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

MOST_BARS = 12
ROW, FULL = 44, 360  # units of the drawing, which a narrow phone shows as they are
MONTHS = 3


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: words above, as long as its part of the longest."""

    label: str
    figure: str
    text_y: int
    bar_y: int
    width: int


def quarter_of(day: date) -> Period:
    """The quarter of the year that the day lies in."""
    first = date(day.year, day.month - (day.month - 1) % MONTHS, 1)
    following = first.month + MONTHS
    after = date(first.year + following // 13, (following - 1) % 12 + 1, 1)
    return Period(first, after - timedelta(days=1))


def quarter_before(period: Period) -> Period:
    """The quarter before one."""
    return quarter_of(period.first - timedelta(days=1))


def year_of(day: date) -> Period:
    """The year of the day."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def bars(rows: Iterable[tuple[str, Decimal, str]]) -> list[Bar]:
    """Bars for the largest of (label, amount, figure as written), in the order given."""
    shown = list(rows)[:MOST_BARS]
    longest = max((amount for _, amount, _ in shown), default=Decimal(0))
    return [
        Bar(
            label=label,
            figure=figure,
            text_y=number * ROW + 16,
            bar_y=number * ROW + 22,
            width=max(2, int(FULL * amount / longest)) if longest else 2,
        )
        for number, (label, amount, figure) in enumerate(shown)
    ]


def percent(part: Decimal, whole: Decimal) -> int:
    """The part in whole percent."""
    return round(100 * part / whole) if whole else 0
