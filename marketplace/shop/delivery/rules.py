"""How far a parcel goes and what that costs. No clock and no database here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum

from .errors import RateUnknown, RegionUnknown

PROVINCE, REGION, COUNTRY = "province", "region", "country"
DIVISORS = (5_000, 6_000)  # cubic centimetres that count as a kilogram
KILOGRAM = 1_000


class Owner(IntEnum):
    """Whose table a rate belongs to; the greater goes before."""

    SITE = 0
    PROVINCE = 1
    SELLER = 2


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
    divisor: int = DIVISORS[-1]
    owner: Owner = Owner.SITE
    number: int = 0  # of two for the same day the greater was entered later


@dataclass(frozen=True, slots=True)
class Choice:
    """What a buyer chose: parcels to fetch at these sellers, the rest at a point or at home."""

    point_id: int | None = None
    pickups: frozenset[int] = frozenset()  # sellers


AT_HOME = Choice()


def zone(from_province: str, to_province: str, regions: Mapping[str, str]) -> str:
    """The zone between two province codes; raises RegionUnknown for one outside the table."""
    for code in (from_province, to_province):
        if code not in regions:
            raise RegionUnknown(province_code=code)
    if from_province == to_province:
        return PROVINCE
    return REGION if regions[from_province] == regions[to_province] else COUNTRY


def rate_of_the_day(rates: Iterable[Rate], *, zone: str, day: date) -> Rate:
    """The seller's own rate before the province's, that before the site's; the newest of each.

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
    return max(in_force, key=lambda rate: (rate.owner, rate.effective_from, rate.number))


def charged_grams(grams: int, *, cubic_cm: int, divisor: int) -> int:
    """What a carrier charges for: the weight, or the room it takes if that is more.

    ``cubic_cm`` is that of the packs that were measured; the others take no room.
    """
    return max(grams, -(-cubic_cm * KILOGRAM // divisor))


def fee(rate: Rate, *, grams: int, goods: Decimal) -> Decimal:
    """The fee of one parcel: the first weight, then each step begun; free from a threshold.

    ``grams`` are those charged for, ``goods`` what the goods cost after discounts.
    """
    if rate.free_from is not None and goods >= rate.free_from:
        return Decimal(0)
    steps = max(0, -(-(grams - rate.first_grams) // rate.step_grams))
    return rate.first_fee + steps * rate.step_fee


def left_to_free(rate: Rate, *, goods: Decimal) -> Decimal | None:
    """How much more must be bought for the parcel to go free; None if it does or never will."""
    if rate.free_from is None or goods >= rate.free_from:
        return None
    return rate.free_from - goods
