"""The files of units, read and checked before anything is written."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import UnitFileBroken

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One province or commune of the files; ``province_code`` is empty for a province."""

    code: str
    name: str
    unit_type: str
    province_code: str = ""
    full_name: str = ""
    name_en: str = ""
    latitude: float | None = None
    longitude: float | None = None


def provinces(folder: Path = FOLDER) -> list[UnitRow]:
    """The provinces of ``provinces.csv`` with their centres."""
    centres = _centres(folder, "province")
    return [
        UnitRow(
            code=row["code"],
            name=row["name"],
            unit_type=row["unit_type"],
            full_name=row["full_name"],
            name_en=row["name_en"],
            latitude=centres.get(row["code"], (None, None))[0],
            longitude=centres.get(row["code"], (None, None))[1],
        )
        for row in _checked(folder / "provinces.csv", width=2)
    ]


def communes(folder: Path = FOLDER) -> list[UnitRow]:
    """The communes of ``wards.csv`` with their centres; each in a province of the files."""
    centres = _centres(folder, "ward")
    known = {row["code"] for row in _rows(folder / "provinces.csv")}
    found = []
    for number, row in enumerate(_checked(folder / "wards.csv", width=5), start=2):
        if row["province_code"] not in known:
            problem = f"no province has the code {row['province_code']}"
            raise UnitFileBroken(folder / "wards.csv", number, problem)
        latitude, longitude = centres.get(row["code"], (None, None))
        found.append(
            UnitRow(
                code=row["code"],
                name=row["name"],
                unit_type=row["unit_type"],
                province_code=row["province_code"],
                latitude=latitude,
                longitude=longitude,
            )
        )
    return found


def old_units(folder: Path = FOLDER) -> list[dict[str, str]]:
    """The rows of ``old_units.csv``."""
    return list(_rows(folder / "old_units.csv"))


def _centres(folder: Path, level: str) -> dict[str, tuple[float, float]]:
    file = folder / "unit_centres.csv"
    if not file.exists():
        return {}
    return {
        row["code"]: (float(row["lat"]), float(row["lon"]))
        for row in _rows(file)
        if row["level"] == level
    }


def _checked(file: Path, *, width: int) -> Iterator[dict[str, str]]:
    """Rows whose codes are digits of one width, each once, with a name."""
    seen = set()
    for number, row in enumerate(_rows(file), start=2):
        code = row["code"]
        if len(code) != width or not (code.isascii() and code.isdigit()):
            raise UnitFileBroken(file, number, f"'{code}' is no code of {width} digits")
        if code in seen:
            raise UnitFileBroken(file, number, f"the code {code} comes twice")
        if not row["name"].strip():
            raise UnitFileBroken(file, number, f"the unit {code} has no name")
        seen.add(code)
        yield row


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        yield from csv.DictReader(opened)
