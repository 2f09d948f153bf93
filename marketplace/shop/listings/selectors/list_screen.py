"""Everything the page of products shows, for one query, day and visitor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalog.lib.money import dong
from catalog.register import rules as register_rules
from marketplace.shop.listings.language import grouped
from marketplace.shop.listings.list_query import SORTS, STARS, ListQuery
from marketplace.shop.listings.rules import PRICE_BANDS, PriceBand

from .cards import storefront
from .facets import Facets, facets, matching
from .reference import Reference, reference

PER_PAGE = 24
PROVINCES_SHOWN = 6
ORDERS = {
    "moi": ("-recognised_on", "-id"),
    "gia-tang": ("price", "id"),
    "gia-giam": ("-price", "-id"),
    "ten": ("name_key", "id"),
    "sao": ("-star_rank", "-id"),
}
SORT_LABELS = {
    "moi": gettext_lazy("Mới công nhận"),
    "gia-tang": gettext_lazy("Giá tăng dần"),
    "gia-giam": gettext_lazy("Giá giảm dần"),
    "ten": gettext_lazy("Tên A–Z"),
    "sao": gettext_lazy("Hạng sao cao trước"),
}


@dataclass(frozen=True, slots=True)
class Option:
    """One control of a filter; a count of None is not told (goods with an age limit)."""

    value: object
    label: str
    count: int | None
    checked: bool


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The page of products."""

    query: ListQuery
    title: str
    count: str
    page: Page
    chips: list[tuple[str, str]]  # a filter that is set, and the address without it
    stars: list[Option]
    groups: list[Option]
    sets: list[Option]
    provinces: list[Option]
    more_provinces: list[Option]
    bands: list[Option]
    in_stock: Option
    sorts: list[Option]
    asks_age: bool

    @property
    def is_for_search_engines(self) -> bool:
        """Whole lists and lists of one filter; not every mixture, and no text of visitors."""
        return not self.asks_age and not self.query.text and self.query.filter_count <= 1


class CountedPaginator(Paginator):
    """A paginator that was told the count, so that no list is counted in the database."""

    def __init__(self, cards: Sequence, *, count: int) -> None:
        super().__init__(cards, PER_PAGE)
        self.count = count


def list_screen(data: QueryDict, *, day: date, adult: bool) -> ListScreen:
    """The screen for the address's query; three queries of the database once it is warm."""
    version = storefront()
    names = reference(version.number)
    query = ListQuery.parse(data, provinces=names.provinces, groups=names.groups, sets=names.sets)
    found = facets(query, day=day, adult=adult, version=version)
    cards = matching(query, day=day, adult=adult).order_by(*ORDERS[query.sort])
    provinces = _options(
        query,
        "provinces",
        names.provinces,
        found,
        keep=lambda code, n: n or code in query.provinces,
    )
    first = sorted(provinces, key=lambda o: (not o.checked, -(o.count or 0)))[:PROVINCES_SHOWN]
    return ListScreen(
        query=query,
        title=_title(query, names),
        count=ngettext("%(count)s sản phẩm", "%(count)s sản phẩm", found.total)
        % {"count": grouped(found.total)},
        page=CountedPaginator(cards, count=found.total).get_page(query.page),
        chips=_chips(query, names),
        stars=_options(query, "stars", {star: _star_label(star) for star in STARS}, found),
        groups=_told(
            _options(query, "groups", names.groups, found),
            but=frozenset() if adult else names.alcohol_groups,
        ),
        sets=_told(
            _options(query, "sets", _sets_of_interest(query, names), found),
            but=frozenset() if adult else register_rules.ALCOHOL_SETS,
        ),
        provinces=first,
        more_provinces=[option for option in provinces if option not in first],
        bands=_options(query, "bands", {b.number: band_label(b) for b in PRICE_BANDS}, found),
        in_stock=Option(1, _("Còn hàng"), found.counts["in_stock"][True], query.in_stock),
        sorts=[Option(s, str(SORT_LABELS[s]), None, query.sort == s) for s in SORTS],
        asks_age=not adult and _wants_alcohol(query, names),
    )


def band_label(band: PriceBand) -> str:
    """``Dưới 100.000 ₫`` and the like."""
    if not band.floor:
        return _("Dưới %(price)s") % {"price": dong(band.ceiling)}
    if band.ceiling is None:
        return _("Từ %(price)s") % {"price": dong(band.floor)}
    return f"{dong(band.floor).removesuffix(chr(160) + '₫')} – {dong(band.ceiling)}"


def _options(
    query: ListQuery,
    facet: str,
    labels: dict,
    found: Facets,
    *,
    keep: Callable[[object, int], object] = lambda _value, _count: True,
) -> list[Option]:
    counts, chosen = found.counts[facet], getattr(query, facet)
    return [
        Option(value, label, counts[value], value in chosen)
        for value, label in labels.items()
        if keep(value, counts[value])
    ]


def _told(options: list[Option], *, but: frozenset[int]) -> list[Option]:
    """To a visitor whose age is unknown alcohol is only named: its counts would say 0."""
    return [Option(o.value, o.label, None, o.checked) if o.value in but else o for o in options]


def _sets_of_interest(query: ListQuery, names: Reference) -> dict[int, str]:
    """Sets of the chosen groups, where a group has more than one; and the chosen sets."""
    sizes = list(names.groups_of_sets.values())
    return {
        set_no: label
        for set_no, label in names.sets.items()
        if set_no in query.sets
        or (
            names.groups_of_sets[set_no] in query.groups
            and sizes.count(names.groups_of_sets[set_no]) > 1
        )
    }


def _wants_alcohol(query: ListQuery, names: Reference) -> bool:
    return any(map(register_rules.is_alcohol, query.sets)) or not names.alcohol_groups.isdisjoint(
        query.groups
    )


def _chips(query: ListQuery, names: Reference) -> list[tuple[str, str]]:
    labels = {
        "groups": names.groups,
        "sets": names.sets,
        "stars": {star: _star_label(star) for star in STARS},
        "provinces": names.provinces,
        "bands": {band.number: band_label(band) for band in PRICE_BANDS},
    }
    chips = [(f"“{query.text}”", "?" + query.without("text").encode())] if query.text else []
    chips += [
        (of_facet[value], "?" + query.without(facet, value).encode())
        for facet, of_facet in labels.items()
        for value in getattr(query, facet)
    ]
    if query.in_stock:
        chips.append((_("Còn hàng"), "?" + query.without("in_stock").encode()))
    return chips


def _star_label(star: int) -> str:
    return _("%(star)s sao") % {"star": star}


def _title(query: ListQuery, names: Reference) -> str:
    """The heading: what the list is of, as far as one filter says it."""
    if query.text:
        return _("Kết quả cho “%(text)s”") % {"text": query.text}
    if len(query.sets) == 1:
        return names.sets[query.sets[0]]
    if len(query.groups) == 1:
        return names.groups[query.groups[0]]
    if len(query.provinces) == 1:
        return _("Sản phẩm OCOP của %(place)s") % {"place": names.provinces[query.provinces[0]]}
    return _("Sản phẩm OCOP")
