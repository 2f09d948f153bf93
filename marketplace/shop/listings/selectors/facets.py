"""How many products each filter would leave: one GROUP BY, summed up in Python.

The cube (one cell for each combination that occurs) is read once for each day and text, until
a card comes, goes or moves to another cell; the counts of a query are kept beside it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from itertools import compress

from django.core.cache import caches
from django.db import connection
from django.db.models import Count, QuerySet

from marketplace.shop.listings.list_query import ListQuery
from marketplace.shop.listings.models import StorefrontVersion

from .cards import cards_on

# Facet of the query -> column of the card, in the cube's order.
COLUMNS = {
    "stars": "star",
    "provinces": "province_code",
    "groups": "group_no",
    "sets": "set_no",
    "bands": "price_band",
    "in_stock": "in_stock",
}
NUMBERS = "numbers"
# The cells as columns of one length: what each is of, by facet, and how many cards it holds.
Cube = dict[str, tuple]


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts for one query; each facet's leave its own choice aside."""

    total: int = 0
    counts: dict[str, Counter] = field(default_factory=dict)


def matching_text(query: ListQuery, *, day: date, adult: bool) -> QuerySet:
    """Cards in which every word of the query's text occurs, marks or not."""
    cards = cards_on(day, adult=adult)
    for word in query.words:
        cards = cards.filter(folded__contains=word)
    return cards


def matching(query: ListQuery, *, day: date, adult: bool) -> QuerySet:
    """Cards that pass every filter of the query, in no order."""
    cards = matching_text(query, day=day, adult=adult)
    for facet, chosen in _chosen(query).items():
        cards = cards.filter(**{f"{COLUMNS[facet]}__in": chosen})
    return cards


def facets(query: ListQuery, *, day: date, adult: bool, version: StorefrontVersion) -> Facets:
    """The query's counts; no query of the database while they are still true."""
    query = query.filters()
    key = _key("facets", _version(query, version), day, adult, query.encode())
    held = caches["pages"].get(key)
    if held is None:
        held = sum_up(query, _cube(query, day=day, adult=adult, version=version))
        caches["pages"].set(key, held)
    return held


def sum_up(query: ListQuery, cube: Cube) -> Facets:
    """Counts of the query over the cube, facet by facet: one pass of C for each column."""
    passes = {
        facet: [value in chosen for value in cube[facet]]
        for facet, chosen in _chosen(query).items()
    }
    counts = {
        facet: _tally(cube[facet], cube[NUMBERS], [p for f, p in passes.items() if f != facet])
        for facet in COLUMNS
    }
    total = sum(_kept(cube[NUMBERS], list(passes.values())))
    return Facets(total, counts)


def _tally(values: Sequence, numbers: Sequence[int], passes: list[list[bool]]) -> Counter:
    found = Counter()
    for value, number in zip(_kept(values, passes), _kept(numbers, passes), strict=True):
        found[value] += number
    return found


def _kept(values: Sequence, passes: list[list[bool]]) -> Iterable:
    """The values in the cells that every filter lets pass."""
    if not passes:
        return values
    return compress(values, passes[0] if len(passes) == 1 else map(all, zip(*passes, strict=True)))


def _cube(query: ListQuery, *, day: date, adult: bool, version: StorefrontVersion) -> Cube:
    key = _key("cube", _version(query, version), day, adult, " ".join(query.words))
    cube = caches["pages"].get(key)
    if cube is None:
        cards = matching_text(query, day=day, adult=adult)
        # In the order of the index card_counted, so that nothing is sorted to be counted.
        grouped = cards.order_by().values_list("is_alcohol", *COLUMNS.values())
        cells = _read(grouped.annotate(Count("pk")))
        columns = zip(*cells, strict=True) if cells else [()] * (len(COLUMNS) + 2)
        cube = dict(zip(["", *COLUMNS, NUMBERS], columns, strict=True))
        caches["pages"].set(key, cube)
    return cube


def _read(cells: QuerySet) -> list[tuple]:
    """The cells as the database tells them: 1 counts as True, and thousands need no turning."""
    with connection.cursor() as cursor:
        cursor.execute(*cells.query.sql_with_params())
        return cursor.fetchall()


def _version(query: ListQuery, version: StorefrontVersion) -> int:
    """Names are no part of the cells, but a text is looked for in them."""
    return version.number if query.words else version.counted


def _chosen(query: ListQuery) -> dict[str, tuple]:
    """The facets that the query sets, with the values it lets pass."""
    chosen = {facet: getattr(query, facet) for facet in COLUMNS if facet != "in_stock"}
    chosen["in_stock"] = (True,) if query.in_stock else ()
    return {facet: values for facet, values in chosen.items() if values}


def _key(kind: str, version: int, day: date, adult: bool, rest: str) -> str:  # noqa: FBT001
    digest = blake2b(rest.encode(), digest_size=16).hexdigest()
    return f"{kind}:{version}:{day:%Y%m%d}:{adult:d}:{digest}"
