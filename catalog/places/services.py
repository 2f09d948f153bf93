"""Bring the units in the database to what the files say, wholly or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from .data_files import UnitRow
from .errors import TooManyClosures
from .models import Commune, OldUnit, Province
from .spelling import DISTRICT_KINDS, bare, commune_keys, without_kind

# Decision 19/2025/QĐ-TTg: the codes of the units that began on this day.
TWO_LEVELS_SINCE = date(2025, 7, 1)
# More than this share of the units missing from a file: it was cut short.
LARGEST_CLOSURE = 0.1
_COMPARED = ("name", "unit_type", "folded", "latitude", "longitude", "valid_to")


@dataclass(slots=True)
class Changes:
    """How many units a load began, changed and closed."""

    created: int = 0
    changed: int = 0
    closed: int = 0


@transaction.atomic
def load_units(
    provinces: Iterable[UnitRow],
    *,
    communes: Iterable[UnitRow],
    day: date,
    may_close_many: bool = False,
) -> Changes:
    """Begin, change and close units so that those of the files are valid from ``day``.

    A unit that the files no longer name ends on the day before; its row stays for what was
    written with it. The first load begins on 1/7/2025. Raises TooManyClosures.
    """
    first = TWO_LEVELS_SINCE if not Province.objects.exists() else day
    changes = Changes()
    wanted_provinces = [
        Province(code=row.code, full_name=row.full_name, name_en=row.name_en, **_shared(row, first))
        for row in provinces
    ]
    fields = (*_COMPARED, "full_name", "name_en")
    _bring(Province, wanted_provinces, fields, changes)
    first = TWO_LEVELS_SINCE if not Commune.objects.exists() else day
    wanted_communes = [
        Commune(code=row.code, province_id=row.province_code, **_shared(row, first))
        for row in communes
    ]
    _bring(Commune, wanted_communes, (*_COMPARED, "province_id"), changes)
    for model, wanted in ((Province, wanted_provinces), (Commune, wanted_communes)):
        _close_missing(model, wanted, day, changes, may_close_many=may_close_many)
    return changes


@transaction.atomic
def load_old_units(rows: Iterable[dict[str, str]]) -> int:
    """Replace the links from the three-level units to communes; answers how many there are."""
    OldUnit.objects.all().delete()
    links = [
        OldUnit(
            old_province=row["old_province"],
            old_district_code=row["old_district_code"],
            old_district=row["old_district"],
            old_ward_code=row["old_ward_code"],
            old_ward=row["old_ward"],
            folded_ward=_name_only(row["old_ward"]),
            folded_district=without_kind(bare(row["old_district"]), DISTRICT_KINDS)[1],
            commune_id=row["ward_code"],
            share=row["share"],
            doubtful=row["doubtful"] == "1",
        )
        for row in rows
    ]
    OldUnit.objects.bulk_create(links, batch_size=2_000)
    return len(links)


def _name_only(ward: str) -> str:
    """The shortest of the names a ward may go by, that is the one without its kind."""
    _, keys = commune_keys(ward)
    return min(keys, key=len, default="")


def _shared(row: UnitRow, first: date) -> dict:
    return {
        "name": row.name,
        "unit_type": row.unit_type,
        "folded": bare(row.name),
        "latitude": row.latitude,
        "longitude": row.longitude,
        "valid_from": first,
    }


def _bring(model: type, wanted: list, fields: tuple[str, ...], changes: Changes) -> None:
    """Write what is new or differs, and nothing else."""
    present = model.objects.in_bulk()
    new = [unit for unit in wanted if unit.code not in present]
    changed = [
        unit
        for unit in wanted
        if unit.code in present
        and any(getattr(unit, f) != getattr(present[unit.code], f) for f in fields)
    ]
    model.objects.bulk_create(new, batch_size=1_000)
    model.objects.bulk_update(changed, fields, batch_size=500)
    changes.created += len(new)
    changes.changed += len(changed)


def _close_missing(
    model: type, wanted: list, day: date, changes: Changes, *, may_close_many: bool
) -> None:
    codes = {unit.code for unit in wanted}
    open_codes = set(model.objects.filter(valid_to=None).values_list("code", flat=True))
    missing = open_codes - codes
    if len(missing) > len(open_codes) * LARGEST_CLOSURE and not may_close_many:
        raise TooManyClosures(closing=len(missing), of=len(open_codes))
    last = day - timedelta(days=1)
    changes.closed += model.objects.filter(code__in=missing).update(valid_to=last)
