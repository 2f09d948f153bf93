"""Names of provinces, groups and sets as lists and chips show them."""

from dataclasses import dataclass

from django.core.cache import caches

from catalog.places.selectors import province_choices
from catalog.register import rules as register_rules
from catalog.register.models import ProductSet
from marketplace.shop.listings.language import reader_language


@dataclass(frozen=True, slots=True)
class Reference:
    """What exists to filter by, named for the reader, in the order shown."""

    provinces: dict[str, str]
    groups: dict[int, str]
    sets: dict[int, str]
    groups_of_sets: dict[int, int]

    @property
    def alcohol_groups(self) -> frozenset[int]:
        """Groups of nothing but alcohol."""
        dry = {g for s, g in self.groups_of_sets.items() if not register_rules.is_alcohol(s)}
        return frozenset(self.groups_of_sets.values()) - dry


def reference(version: int) -> Reference:
    """The names, read once for each version of the storefront."""
    key = f"reference:{version}:{reader_language()}"
    held = caches["pages"].get(key)
    if held is None:
        held = _read()
        caches["pages"].set(key, held)
    return held


def _read() -> Reference:
    english = reader_language() == "en"
    sets = list(ProductSet.objects.order_by("set_no"))
    return Reference(
        provinces={p.code: p.name_en if english else p.name for p in province_choices()},
        groups={s.group_no: s.group_name_en if english else s.group_name for s in sets},
        sets={s.set_no: s.name_en if english else s.name for s in sets},
        groups_of_sets={s.set_no: s.group_no for s in sets},
    )
