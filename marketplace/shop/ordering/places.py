"""The buyer's place, read from what was typed or chosen: sure, to be asked, or not found."""

from dataclasses import dataclass

from django.core.cache import caches

from catalog.lib import clock
from catalog.lib.vietnamese import tidy
from catalog.places.models import Commune, Province
from catalog.places.selectors import (
    commune_choices,
    communes_of_old_place,
    find_communes,
    find_provinces,
    province_choices,
    provinces_of_old,
)

# As people type them; the browser's list knows the same.
SHORT_NAMES = {
    "hn": "01",
    "hcm": "79",
    "tphcm": "79",
    "sg": "79",
    "sài gòn": "79",
    "sai gon": "79",
    "dn": "48",
    "hp": "31",
    "ct": "92",
}


@dataclass(frozen=True, slots=True)
class CommuneAnswer:
    """One commune that is sure, or the ones to choose from."""

    sure: Commune | None = None
    proposals: tuple[Commune, ...] = ()
    was_old: bool = False  # the text named a unit of before 1/7/2025
    likely: Commune | None = None  # where that whole unit went, beyond doubt


def provinces() -> dict[str, Province]:
    """Today's provinces by code, in Vietnamese order; read once a day in each process."""
    key = f"provinces:{clock.today()}"
    held = caches["pages"].get(key)
    if held is None:
        held = {province.code: province for province in province_choices()}
        caches["pages"].set(key, held)
    return held


def read_province(text: str) -> Province | None:
    """The one province meant by a code or a name in any spelling; None when that is not sure."""
    typed = tidy(text)
    known = provinces()
    code = SHORT_NAMES.get(typed.lower(), typed)
    if code in known:
        return known[code]
    found = (find_provinces(typed) or provinces_of_old(typed)) if typed else []
    return found[0] if len(found) == 1 else None


def communes(province: Province) -> list[tuple[str, str]]:
    """Code and name of the province's communes, in Vietnamese order; kept for the day."""
    key = f"communes:{clock.today()}:{province.code}"
    held = caches["pages"].get(key)
    if held is None:
        held = [(commune.code, commune.full_name) for commune in commune_choices(province)]
        caches["pages"].set(key, held)
    return held


def read_commune(text: str, province: Province, *, chosen: str = "") -> CommuneAnswer:
    """The commune meant by the text; ``chosen`` is the code picked among earlier proposals."""
    typed = tidy(text)
    code = next((code for code, name in communes(province) if name == typed), "")
    found = [Commune.objects.get(pk=code)] if code else find_communes(typed, province)
    was_old, likely = False, None
    if not found:
        old = communes_of_old_place(typed, province)
        found, was_old = [place.commune for place in old], bool(old)
        likely = next((place.commune for place in old if place.is_sure), None)
    picked = next((commune for commune in found if commune.code == chosen), None)
    if picked is None and len(found) == 1 and not was_old:
        picked = found[0]
    return CommuneAnswer(sure=picked, proposals=tuple(found), was_old=was_old, likely=likely)
