"""What a seller and a province offer, in a line each."""

from datetime import timedelta

from catalog.lib import clock
from marketplace.shop.delivery.enums import RatesInUse, Zone
from marketplace.shop.delivery.models import ConsolidationPoint, SellerTerms
from marketplace.shop.delivery.services.tables import Table, ZoneRate
from tests.factories.register import CommuneFactory


def table(first_fee=18_000, *, divisor=6_000, free_from=None, step_fee=4_000) -> Table:
    """The same in every zone."""
    zones = tuple(
        ZoneRate(zone=zone, first_fee=first_fee, step_fee=step_fee, days_min=2, days_max=4)
        for zone in Zone
    )
    return Table(zones=zones, divisor=divisor, free_from=free_from)


def picks_up(seller, **fields) -> SellerTerms:
    """The seller lets buyers come."""
    return SellerTerms.objects.create(
        seller=seller,
        **{
            "rates": RatesInUse.HOUSE,
            "pickup_is_on": True,
            "pickup_address": "Xưởng chè, thôn Phìn Hồ",
            "pickup_hours": "7–17 giờ",
            "pickup_days": 2,
            "effective_from": clock.today(),
            **fields,
        },
    )


def point_in(commune=None, *, sellers=None, **fields) -> ConsolidationPoint:
    """A point that takes the goods of all sellers of its province, unless some are named."""
    commune = commune or CommuneFactory()
    point = ConsolidationPoint.objects.create(
        **{
            "name": "Điểm gom chợ Mẫu",
            "province": commune.province,
            "commune": commune,
            "street": "1 Nguyễn Huệ",
            "hours": "8–18 giờ",
            "fee": 12_000,
            "days_min": 1,
            "days_max": 2,
            "valid_from": clock.today() - timedelta(days=1),
            "takes_all": sellers is None,
            **fields,
        }
    )
    point.sellers.set(sellers or [])
    return point
