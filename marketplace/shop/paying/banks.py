"""Banks that take a VietQR transfer, by their number (BIN); read once from the room's file."""

import csv
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "bank_bins.csv"


@cache
def banks() -> dict[str, str]:
    """Short names by BIN, in the order of their names."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = [(row["bin"], row["short_name"]) for row in csv.DictReader(lines)]
    return dict(sorted(rows, key=lambda row: row[1].lower()))


def bank_name(bank_bin: str) -> str:
    """The bank's short name; of one that is not in the file, its number."""
    return banks().get(bank_bin, bank_bin)
