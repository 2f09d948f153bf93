"""The shop's own small rules: price bands and the price of a common measure. No database."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PriceBand:
    """Prices from ``floor`` up to, and without, ``ceiling``."""

    number: int
    floor: int
    ceiling: int | None


PRICE_BANDS = (
    PriceBand(1, 0, 100_000),
    PriceBand(2, 100_000, 300_000),
    PriceBand(3, 300_000, 1_000_000),
    PriceBand(4, 1_000_000, None),
)


def price_band(price: Decimal) -> int:
    """The number of the band that holds the price."""
    return next(band.number for band in PRICE_BANDS if band.ceiling is None or price < band.ceiling)
