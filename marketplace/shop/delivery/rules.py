"""How far a parcel goes and what that costs. No clock and no database here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .errors import RateUnknown, RegionUnknown

PROVINCE, REGION, COUNTRY = "province", "region", "country"


@dataclass(frozen=True, slots=True)
class Rate:
    """One row of the table: fees in whole dong, days both included."""

    zone: str
    first_grams: int
    first_fee: Decimal
    step_grams: int
    step_fee: Decimal
    days_min: int
    days_max: int
    effective_from: date
    effective_to: date | None = None  # the last day
    free_from: Decimal | None = None  # goods worth this much go free
    is_sellers_own: bool = False


def zone(from_province: str, to_province: str, regions: Mapping[str, str]) -> str:
    """The zone between two province codes; raises RegionUnknown for one outside the table."""
    for code in (from_province, to_province):
        if code not in regions:
            raise RegionUnknown(province_code=code)
    if from_province == to_province:
        return PROVINCE
    return REGION if regions[from_province] == regions[to_province] else COUNTRY


def rate_of_the_day(rates: Iterable[Rate], *, zone: str, day: date) -> Rate:
    """The seller's own rate before the general one, and of each the newest in force.

    Raises RateUnknown when no row covers the zone on the day.
    """
    in_force = [
        rate
        for rate in rates
        if rate.zone == zone
        and rate.effective_from <= day
        and (rate.effective_to is None or day <= rate.effective_to)
    ]
    if not in_force:
        raise RateUnknown(zone=zone)
    return max(in_force, key=lambda rate: (rate.is_sellers_own, rate.effective_from))


def fee(rate: Rate, *, grams: int, goods: Decimal) -> Decimal:
    """The fee of one parcel: the first weight, then each step begun; free from a threshold.

    ``goods`` is what the parcel's goods cost after discounts.
    """
    if rate.free_from is not None and goods >= rate.free_from:
        return Decimal(0)
    steps = max(0, -(-(grams - rate.first_grams) // rate.step_grams))
    return rate.first_fee + steps * rate.step_fee
