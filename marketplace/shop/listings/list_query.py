"""What a visitor asks of a list, read from its address and written back into one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict

from catalog.lib.vietnamese import fold, tidy
from catalog.register import rules as register_rules

from . import rules

MAX_TEXT = 80
MAX_PAGE = 9_999
SORTS = ("moi", "gia-tang", "gia-giam", "ten", "sao")
# Field of the query -> name in the address, in the order the address is written.
PARAMETERS = {
    "text": "q",
    "groups": "nhom",
    "sets": "bo",
    "stars": "sao",
    "provinces": "tinh",
    "bands": "gia",
    "in_stock": "con_hang",
    "sort": "xep",
    "page": "trang",
}
MANY = ("groups", "sets", "stars", "provinces", "bands")
STARS = tuple(range(register_rules.MAX_STAR, register_rules.MIN_STAR - 1, -1))


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A list's filters, order and page. Values that mean nothing were left out."""

    text: str = ""
    groups: tuple[int, ...] = ()
    sets: tuple[int, ...] = ()
    stars: tuple[int, ...] = ()
    provinces: tuple[str, ...] = ()
    bands: tuple[int, ...] = ()
    in_stock: bool = False
    sort: str = SORTS[0]
    page: int = 1

    @classmethod
    def parse(
        cls,
        data: QueryDict,
        *,
        provinces: Iterable[str],
        groups: Iterable[int],
        sets: Iterable[int],
    ) -> Self:
        """The query in ``data``, which anybody may have typed; the rest says what exists."""
        known = {
            "groups": {str(n): n for n in groups},
            "sets": {str(n): n for n in sets},
            "stars": {str(n): n for n in STARS},
            "provinces": {code: code for code in provinces},
            "bands": {str(band.number): band.number for band in rules.PRICE_BANDS},
        }
        chosen = {
            field: tuple(value for typed, value in values.items() if typed in asked)
            for field, values in known.items()
            if (asked := set(data.getlist(PARAMETERS[field])))
        }
        sort = data.get("xep", "")
        return cls(
            text=tidy(data.get("q", "").replace("\x00", ""))[:MAX_TEXT].strip(),
            in_stock=data.get("con_hang") == "1",
            sort=sort if sort in SORTS else SORTS[0],
            page=_page_number(data.get("trang", "")),
            **chosen,
        )

    @property
    def words(self) -> tuple[str, ...]:
        """The words to find, without marks."""
        return tuple(fold(self.text).split())

    @property
    def filter_count(self) -> int:
        """How many controls are set, as the phone's button counts them."""
        return sum(len(getattr(self, field)) for field in MANY) + self.in_stock

    def filters(self) -> Self:
        """The same without order and page: what the counts depend on."""
        return replace(self, sort=SORTS[0], page=1)

    def without(self, field: str, value: object = None) -> Self:
        """The query with one choice taken back, on its first page."""
        if field in MANY:
            left = tuple(v for v in getattr(self, field) if v != value)
            return replace(self, page=1, **{field: left})
        default = {"text": "", "in_stock": False}[field]
        return replace(self, page=1, **{field: default})

    def encode(self, *, page: int | None = None) -> str:
        """The address's query part, always in one order; empty for the whole list."""
        pairs: list[tuple[str, object]] = []
        for field, name in PARAMETERS.items():
            value = getattr(self, field)
            if field == "page":
                value = page or value
                pairs += [(name, value)] if value > 1 else []
            elif field in MANY:
                pairs += [(name, one) for one in value]
            elif field == "in_stock":
                pairs += [(name, 1)] if value else []
            elif value and (field != "sort" or value != SORTS[0]):
                pairs.append((name, value))
        return urlencode(pairs)


def _page_number(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) <= len(str(MAX_PAGE))):
        return 1
    return max(int(typed), 1)
