"""Consolidation points: opened, changed, closed by an officer of their province."""

from dataclasses import dataclass, fields
from datetime import date

from django.db import IntegrityError, transaction

from catalog.journal import audit
from catalog.places.models import Commune, Province
from marketplace.shop.delivery.errors import NameTaken, NotOfThisProvince
from marketplace.shop.delivery.models import ConsolidationPoint
from marketplace.shop.listings.models import Seller


@dataclass(frozen=True, slots=True)
class PointDetails:
    """What an officer says of a point; ``sellers`` matter when it does not take all."""

    name: str
    commune: Commune
    street: str
    hours: str
    fee: int
    days_min: int
    days_max: int
    valid_from: date
    phone: str = ""
    valid_to: date | None = None
    takes_all: bool = True
    sellers: tuple[Seller, ...] = ()


_ON_POINT = tuple(field.name for field in fields(PointDetails) if field.name != "sellers")


def open_point(province: Province, details: PointDetails, *, by) -> ConsolidationPoint:
    """Open a point; raises NotOfThisProvince or NameTaken, with nothing written."""
    return _written(ConsolidationPoint(province=province), details, by=by, verb="point.opened")


def change_point(point: ConsolidationPoint, details: PointDetails, *, by) -> ConsolidationPoint:
    """Change a point for orders from now on; those placed keep what they were promised.

    Raises NotOfThisProvince or NameTaken, with nothing written.
    """
    return _written(point, details, by=by, verb="point.changed")


def _written(
    point: ConsolidationPoint, details: PointDetails, *, by, verb: str
) -> ConsolidationPoint:
    _refuse_others(point.province_id, details)
    before = _told(point) if point.pk else None
    for name in _ON_POINT:
        setattr(point, name, getattr(details, name))
    try:
        with transaction.atomic():
            point.save()
            point.sellers.set([] if details.takes_all else details.sellers)
            audit.record(verb, point, actor=by, before=before, after=_told(point))
    except IntegrityError as error:
        others = ConsolidationPoint.objects.filter(province_id=point.province_id, name=details.name)
        if others.exclude(pk=point.pk).exists():
            raise NameTaken from error
        raise
    return point


def _refuse_others(province_id: str, details: PointDetails) -> None:
    theirs = {seller.producer.province_id for seller in details.sellers}
    if details.commune.province_id != province_id or not theirs <= {province_id}:
        raise NotOfThisProvince


def _told(point: ConsolidationPoint) -> dict:
    sellers = sorted(point.sellers.values_list("pk", flat=True))
    values = audit.values(point, *_ON_POINT)
    return {**values, "commune": point.commune_id, "sellers": sellers}
