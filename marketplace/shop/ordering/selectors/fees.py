"""Delivery of a quoted basket: which way each parcel goes, and what the way costs."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.lib import money
from marketplace.shop.delivery.selectors.ways import Quote, Shipment, ways

if TYPE_CHECKING:
    from .quotes import BasketQuote, QuotedParcel


def price_delivery(result: "BasketQuote", day: date) -> None:
    """Price every way, and take the chosen one of each parcel, or its address if that is closed."""
    result.ways = ways(
        [
            Shipment(
                seller_id=parcel.seller.pk,
                from_province=parcel.seller.producer.province_id,
                grams=parcel.grams,
                goods=parcel.goods - parcel.discount,
                cubic_cm=parcel.cubic_cm,
            )
            for parcel in result.parcels
        ],
        to_province=result.province_code,
        day=day,
    )
    point = result.ways.point(result.choice.point_id)
    for parcel in result.parcels:
        parcel.delivery = _chosen(result, parcel, point)
        if parcel.delivery and parcel.delivery.point_id:
            result.point = point
    if result.parcel_fees is not None:
        _discount_delivery(result)


def _chosen(result: "BasketQuote", parcel: "QuotedParcel", point) -> Quote | None:
    key = parcel.seller.pk
    if key in result.choice.pickups and key in result.ways.pickup:
        return result.ways.pickup[key]
    if point and key in point.parcels:
        return point.parcels[key]
    return result.ways.address[key]


def _discount_delivery(result: "BasketQuote") -> None:
    """Take delivery offers off the fees, parcel by parcel until they are used up.

    A point's fee is its own: no offer of a producer's or the site's lowers it.
    """
    for application in result.applications:
        if not application["result"].affects_shipping:
            continue
        fees = result.parcel_fees
        left = money.whole(Decimal(application["offer"].shipping_discount(fees, "VND")))
        application["discount"] = left = min(left, fees)
        for parcel in result.parcels:
            part = min(left, parcel.fee)
            parcel.delivery_discount += part
            left -= part
