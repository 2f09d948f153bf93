"""Find a place in what people write: one answer is sure, several mean ask, none means ask.

Only units of today are found by ``find_*``; the old units are looked up apart and say so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from catalog.lib import clock
from catalog.lib.vietnamese import has_marks, sort_key, spelling

from .models import Commune, OldUnit, Province
from .spelling import (
    PROVINCE_KINDS,
    bare,
    commune_keys,
    district_keys,
    province_keys,
    read_place,
    without_kind,
)


@dataclass(frozen=True, slots=True)
class OldPlace:
    """A commune of today that an old unit went into."""

    commune: Commune
    through: OldUnit
    is_sure: bool


def province_choices() -> list[Province]:
    """The provinces of today in Vietnamese order."""
    provinces = Province.objects.current_on(clock.today())
    return sorted(provinces, key=lambda province: sort_key(province.name))


def commune_choices(province: Province | str) -> list[Commune]:
    """The communes of a province (or its code) of today, in Vietnamese order."""
    communes = Commune.objects.current_on(clock.today()).filter(province=province)
    return sorted(communes, key=lambda commune: sort_key(commune.name))


def find_provinces(text: str) -> list[Province]:
    """Provinces of today that the text may mean, with or without marks and kind word."""
    keys = province_keys(text)
    if not keys:
        return []
    found = list(Province.objects.current_on(clock.today()).filter(folded__in=keys))
    return _by_marks(text, found)


def provinces_of_old(text: str) -> list[Province]:
    """Provinces of today that took in the old province the text names: ``Bình Thuận``."""
    keys = province_keys(text)
    old = _old_provinces(keys) if keys else []
    if not old:
        return []
    codes = OldUnit.objects.filter(old_province__in=old).values("commune__province")
    return list(Province.objects.current_on(clock.today()).filter(pk__in=codes))


def find_communes(text: str, province: Province | None = None) -> list[Commune]:
    """Communes of today that the text may mean; more than one means ask.

    Finds nothing when the text speaks of old units (``communes_of_old_place`` does).
    """
    place = read_place(text, is_province=_is_province)
    kind, keys = commune_keys(place.commune)
    if place.says_old or not keys:
        return []
    communes = Commune.objects.current_on(clock.today()).select_related("province")
    if province is None and place.province:
        communes = communes.filter(province__in=find_provinces(place.province))
    elif province is not None:
        communes = communes.filter(province=province)
    found = list(communes.filter(folded__in=keys))
    if not found and province is not None:
        found = [c for c in communes if _i_for_y(c.folded) in {_i_for_y(key) for key in keys}]
    return _by_marks(place.commune, _by_kind(kind, found))


def communes_of_old_place(text: str, province: Province | None = None) -> list[OldPlace]:
    """Communes of today that took in the old unit the text speaks of, each once.

    One place that ``is_sure`` may be taken; anything else is a proposal to ask about.
    A district alone (``"huyện Gia Lâm cũ"``) proposes all of its communes.
    """
    place = read_place(text, is_province=_is_province)
    _, keys = commune_keys(place.commune)
    links = OldUnit.objects.select_related("commune__province").order_by("commune_id", "share")
    if province is not None:
        links = links.filter(commune__province=province)
    elif place.province:
        links = links.filter(_in_province(place.province))
    if place.district:
        links = links.filter(
            Q(folded_district__in=district_keys(place.district)) | _in_province(place.district)
        )
    wards = links.filter(folded_ward__in=keys) if keys else links.none()
    found = list(wards) or list(links.filter(folded_district__in=district_keys(place.commune)))
    by_commune = {link.commune_id: link for link in _by_ward_marks(place.commune, found)}
    return [
        OldPlace(
            commune=link.commune,
            through=link,
            is_sure=len(by_commune) == 1 and not link.doubtful,
        )
        for link in by_commune.values()
    ]


def _is_province(text: str) -> bool:
    return bool(find_provinces(text))


def _in_province(text: str) -> Q:
    """Old units of an old province, or in a province of today."""
    keys = province_keys(text)
    return Q(old_province__in=_old_provinces(keys)) | Q(commune__province__folded__in=keys)


def _old_provinces(keys: set[str]) -> list[str]:
    """Names of old provinces, as the old units carry them, that bare names may stand for."""
    names = OldUnit.objects.order_by().values_list("old_province", flat=True).distinct()
    return [name for name in names if without_kind(bare(name), PROVINCE_KINDS)[1] in keys]


def _i_for_y(name: str) -> str:
    return name.replace("y", "i")


def _by_kind(kind: str, found: list[Commune]) -> list[Commune]:
    """Those of the written kind, if any are; wards were communes not long ago."""
    return [c for c in found if c.unit_type.lower() == kind] or found


def _by_marks(text: str, found: Iterable) -> list:
    """Those spelled as written, if the writer used marks and any are."""
    found = list(found)
    if not has_marks(text):
        return found
    written = spelling(text)
    exact = [unit for unit in found if written.endswith(spelling(unit.name))]
    return exact or found


def _by_ward_marks(text: str, found: list[OldUnit]) -> list[OldUnit]:
    if not has_marks(text):
        return found
    written = spelling(text)
    exact = [link for link in found if written.endswith(spelling(_ward_name(link)))]
    return exact or found


def _ward_name(link: OldUnit) -> str:
    for kind in ("Thị trấn ", "Phường ", "Xã "):
        if link.old_ward.startswith(kind):
            return link.old_ward.removeprefix(kind)
    return link.old_ward
