"""What parcels cost on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from . import regions, rules
from .errors import RateUnknown, RegionUnknown
from .models import DeliveryRate


@dataclass(frozen=True, slots=True)
class Shipment:
    """What a quote needs of a parcel; ``goods`` is its price after discounts."""

    seller_id: int
    from_province: str
    grams: int
    goods: Decimal


@dataclass(frozen=True, slots=True)
class Quote:
    """A parcel's zone, fee in whole dong, and days on the way."""

    zone: str
    fee: Decimal
    days_min: int
    days_max: int


def quote(
    shipments: Iterable[Shipment], *, to_province: str, day: date
) -> Mapping[int, Quote | None]:
    """The quote of each seller's parcel in one query; None where no rate covers the way."""
    shipments = list(shipments)
    rates = _rates_of([shipment.seller_id for shipment in shipments], day)
    return {s.seller_id: _quote_one(s, rates, to_province, day) for s in shipments}


def _rates_of(seller_ids: list[int], day: date) -> Mapping[int | None, list[rules.Rate]]:
    rows = DeliveryRate.objects.filter(
        Q(seller_id__in=seller_ids) | Q(seller_id=None),
        Q(effective_to__gte=day) | Q(effective_to=None),
        effective_from__lte=day,
    ).order_by()
    rates = defaultdict(list)
    for row in rows:
        rates[row.seller_id].append(row.terms)
    return rates


def _quote_one(
    shipment: Shipment,
    rates: Mapping[int | None, list[rules.Rate]],
    to_province: str,
    day: date,
) -> Quote | None:
    choice = [*rates.get(shipment.seller_id, []), *rates.get(None, [])]
    try:
        zone = rules.zone(shipment.from_province, to_province, regions.by_province())
        rate = rules.rate_of_the_day(choice, zone=zone, day=day)
    except (RateUnknown, RegionUnknown):
        return None
    fee = rules.fee(rate, grams=shipment.grams, goods=shipment.goods)
    return Quote(zone=zone, fee=fee, days_min=rate.days_min, days_max=rate.days_max)
