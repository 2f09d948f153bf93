"""The region of each province: the six of Resolution 306/NQ-CP (5/10/2025)."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).parent / "data" / "regions.csv"


@cache
def by_province() -> Mapping[str, str]:
    """Province code to region code."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return MappingProxyType(
            {row["province_code"]: row["region"] for row in csv.DictReader(lines)}
        )
