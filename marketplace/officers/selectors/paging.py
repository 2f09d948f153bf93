"""Pages by the place of their last row: page 3,000 costs what page 1 costs."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

PER_PAGE = 50
MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of rows ordered by ``folded``; the ways on hold the place of a row."""

    rows: list[Any]
    count: int  # exact up to MOST_COUNTED
    before: str = ""
    after: str = ""

    @property
    def has_more_than_counted(self) -> bool:
        """Whether ``count`` is only the least there are."""
        return self.count > MOST_COUNTED


def leaf(rows: QuerySet, *, before: str = "", after: str = "") -> Leaf:
    """The rows behind the place ``after``, or before the place ``before``."""
    count = rows.order_by()[: MOST_COUNTED + 1].count()
    if before and (place := _place(before)):
        # One more than fits tells whether there is a page before this one.
        found = list(rows.filter(_beyond(place, "lt")).order_by("-folded", "-pk")[: PER_PAGE + 1])
        shown = found[:PER_PAGE][::-1]
        return _leaf(shown, count, has_before=len(found) > PER_PAGE, has_after=True)
    place = _place(after)
    beyond = rows.filter(_beyond(place, "gt")) if place else rows
    found = list(beyond.order_by("folded", "pk")[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    return _leaf(shown, count, has_before=bool(place), has_after=len(found) > PER_PAGE)


def _leaf(rows: list, count: int, *, has_before: bool, has_after: bool) -> Leaf:
    return Leaf(
        rows,
        count,
        before=_mark(rows[0]) if rows and has_before else "",
        after=_mark(rows[-1]) if rows and has_after else "",
    )


def _mark(row: Any) -> str:
    return f"{row.pk}.{row.folded}"


def _place(mark: str) -> tuple[str, int] | None:
    number, dot, folded = mark.partition(".")
    return (folded, int(number)) if dot and number.isdecimal() and len(number) < 19 else None  # noqa: PLR2004


def _beyond(place: tuple[str, int], side: str) -> Q:
    folded, pk = place
    # `folded >= x` alone can use the index; the rest sorts out those of the same name.
    return Q(**{f"folded__{side}e": folded}) & (
        Q(**{f"folded__{side}": folded}) | Q(**{f"pk__{side}": pk})
    )
