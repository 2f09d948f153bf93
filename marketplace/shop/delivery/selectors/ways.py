"""What parcels cost on a day, by each way they can come to the buyer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from marketplace.shop.delivery import regions, rules
from marketplace.shop.delivery.enums import DeliveryWay, RatesInUse
from marketplace.shop.delivery.errors import RateUnknown, RegionUnknown
from marketplace.shop.delivery.models import ConsolidationPoint, DeliveryRate, SellerTerms

ZERO = Decimal(0)
# Whose tables count. An own table covers every zone, so the house's helps only where none is.
_TABLES = {
    RatesInUse.OWN: frozenset(rules.Owner),
    RatesInUse.HOUSE: frozenset({rules.Owner.PROVINCE, rules.Owner.SITE}),
    RatesInUse.NONE: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Shipment:
    """What a quote needs of a parcel; ``goods`` is its price after discounts."""

    seller_id: int
    from_province: str
    grams: int
    goods: Decimal
    cubic_cm: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """A parcel's zone, fee in whole dong, and days on the way."""

    zone: str
    fee: Decimal
    days_min: int
    days_max: int
    charged_grams: int
    way: DeliveryWay = DeliveryWay.ADDRESS
    left_to_free: Decimal | None = None  # buy for so much more, and it goes free
    fetch_at: str = ""
    fetch_hours: str = ""
    point_id: int | None = None


@dataclass(frozen=True, slots=True)
class PointOffer:
    """A point that takes the parcels of these sellers, for one fee."""

    point: ConsolidationPoint
    parcels: Mapping[int, Quote]  # by seller; each without a fee of its own

    @property
    def fee(self) -> Decimal:
        """The one fee for all of them."""
        return self.point.fee


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways that are open to some parcels, by seller."""

    address: Mapping[int, Quote | None]  # None where no rate covers the way
    pickup: Mapping[int, Quote]
    points: tuple[PointOffer, ...]

    def point(self, point_id: int | None) -> PointOffer | None:
        """The point of this key, if it takes any of the parcels."""
        return next((offer for offer in self.points if offer.point.pk == point_id), None)


def ways(shipments: Iterable[Shipment], *, to_province: str, day: date) -> Ways:
    """All ways of each seller's parcel, in a number of queries that does not grow with them."""
    shipments = list(shipments)
    terms = terms_of([shipment.seller_id for shipment in shipments], day)
    rates = _rates_for(shipments, day)
    return Ways(
        address={
            s.seller_id: _by_rate(s, rates, terms.get(s.seller_id), to_province, day)
            for s in shipments
        },
        pickup={
            s.seller_id: _pickup(s, terms[s.seller_id])
            for s in shipments
            if s.seller_id in terms and terms[s.seller_id].pickup_is_on
        },
        points=tuple(_points_for(shipments, to_province, day)),
    )


def terms_of(seller_ids: Iterable[int], day: date) -> Mapping[int, SellerTerms]:
    """What each seller offers on a day; nothing for one who never said."""
    rows = SellerTerms.objects.filter(seller_id__in=list(seller_ids), effective_from__lte=day)
    return {row.seller_id: row for row in rows.order_by("effective_from", "pk")}


def divisor_of(producer, day: date) -> int:
    """By what a carrier divides the room that the producer's parcels take, nearest zone first."""
    seller = getattr(producer, "seller", None)
    if seller is None:
        return rules.DIVISORS[-1]
    shipment = Shipment(seller.pk, producer.province_id, 1, ZERO)
    terms = terms_of([seller.pk], day).get(seller.pk)
    rate = _rate(shipment, _rates_for([shipment], day), terms, producer.province_id, day)
    return rate.divisor if rate else rules.DIVISORS[-1]


def _rates_for(shipments: list[Shipment], day: date) -> list[tuple[object, rules.Rate]]:
    """Rates in force with their owner's key: a seller's, a province's, or none for the site's."""
    rows = DeliveryRate.objects.filter(
        Q(seller_id__in={s.seller_id for s in shipments})
        | Q(seller_id=None, province_id=None)
        | Q(province_id__in={s.from_province for s in shipments}),
        Q(effective_to__gte=day) | Q(effective_to=None),
        effective_from__lte=day,
    ).order_by()
    return [(row.seller_id or row.province_id, row.terms) for row in rows]


def _rate(shipment: Shipment, rates, terms, to_province: str, day: date) -> rules.Rate | None:
    tables = _TABLES[terms.rates if terms else RatesInUse.OWN]
    owners = {shipment.seller_id, shipment.from_province, None}
    choice = [rate for key, rate in rates if key in owners and rate.owner in tables]
    try:
        zone = rules.zone(shipment.from_province, to_province, regions.by_province())
        return rules.rate_of_the_day(choice, zone=zone, day=day)
    except (RateUnknown, RegionUnknown):
        return None


def _by_rate(shipment: Shipment, rates, terms, to_province: str, day: date) -> Quote | None:
    rate = _rate(shipment, rates, terms, to_province, day)
    if rate is None:
        return None
    charged = rules.charged_grams(shipment.grams, cubic_cm=shipment.cubic_cm, divisor=rate.divisor)
    return Quote(
        zone=rate.zone,
        fee=rules.fee(rate, grams=charged, goods=shipment.goods),
        days_min=rate.days_min,
        days_max=rate.days_max,
        charged_grams=charged,
        left_to_free=rules.left_to_free(rate, goods=shipment.goods),
    )


def _pickup(shipment: Shipment, terms: SellerTerms) -> Quote:
    return Quote(
        zone=rules.PROVINCE,
        fee=ZERO,
        days_min=terms.pickup_days,
        days_max=terms.pickup_days,
        charged_grams=shipment.grams,
        way=DeliveryWay.PICKUP,
        fetch_at=terms.pickup_address,
        fetch_hours=terms.pickup_hours,
    )


def _points_for(shipments: list[Shipment], to_province: str, day: date) -> Iterable[PointOffer]:
    """Points of the buyer's province: only its own sellers' goods are gathered there."""
    near = [shipment for shipment in shipments if shipment.from_province == to_province]
    if not near:
        return
    points = ConsolidationPoint.objects.on(day).filter(province_id=to_province)
    chosen = defaultdict(set)
    links = ConsolidationPoint.sellers.through.objects.filter(
        consolidationpoint__province_id=to_province, seller_id__in=[s.seller_id for s in near]
    )
    for point_id, seller_id in links.values_list("consolidationpoint_id", "seller_id"):
        chosen[point_id].add(seller_id)
    for point in points.select_related("commune", "province"):
        taken = [s for s in near if point.takes_all or s.seller_id in chosen[point.pk]]
        if taken:
            yield PointOffer(point, {s.seller_id: _at_point(s, point) for s in taken})


def _at_point(shipment: Shipment, point: ConsolidationPoint) -> Quote:
    return Quote(
        zone=rules.PROVINCE,
        fee=ZERO,
        days_min=point.days_min,
        days_max=point.days_max,
        charged_grams=shipment.grams,
        way=DeliveryWay.POINT,
        fetch_at=point.address,
        fetch_hours=point.hours,
        point_id=point.pk,
    )
