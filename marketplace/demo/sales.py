"""Parcels delivered in the last weeks, so that the officers' figures show life."""

from datetime import timedelta

from oscar.core.loading import get_model

from catalog.lib import clock
from catalog.places.models import Commune
from catalog.register.rules import ALCOHOL_SETS
from marketplace.shop.listings.models import Listing
from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.models import OrderGroup, ParcelMove
from marketplace.shop.ordering.selectors.quotes import quote_basket
from marketplace.shop.ordering.services import filling
from marketplace.shop.ordering.services.moving import move_parcel
from marketplace.shop.ordering.services.placing import Address, place_order

PROVINCE, COMMUNE = "08", "00952"
PHONE = "05500008"  # and two digits
ORDERS = 12
DAYS_APART = 3
WAY = (
    ParcelState.CONFIRMED,
    ParcelState.PACKED,
    ParcelState.HANDED_OVER,
    ParcelState.DELIVERED,
)


def load_sales() -> int:
    """Place and deliver them once; answers how many are new."""
    if OrderGroup.objects.filter(phone__startswith=PHONE).exists():
        return 0
    listings = list(
        Listing.objects.filter(
            product__producer__province=PROVINCE,
            product__is_sample=True,
            product__cards__sells_from__lte=clock.today(),
            product__cards__sells_until__gte=clock.today(),
            product__cards__in_stock=True,
            is_active=True,
            position=0,
        )
        .exclude(product__product_set__in=ALCOHOL_SETS)
        .order_by("pk")
    )
    if not listings:
        return 0
    for number in range(ORDERS):
        _sell(listings[number * 5 % len(listings)], number)
    return ORDERS


def _sell(listing: Listing, number: int) -> None:
    basket = get_model("basket", "Basket").objects.create()
    record = get_model("partner", "StockRecord").objects.get(product=listing.oscar_product_id)
    filling.add_to_basket(
        basket, listing=listing, stockrecord=record, quantity=1 + number % 3, free=99
    )
    commune = Commune.objects.select_related("province").get(pk=COMMUNE)
    where = Address(
        name="Người mua Mẫu",
        phone=f"{PHONE}{30 + number}",
        province=commune.province,
        commune=commune,
        street=f"Số {number + 1}, thôn Mẫu",
    )
    seen = quote_basket(
        type(basket).objects.get(pk=basket.pk),
        day=clock.today(),
        province_code=commune.province_id,
    )
    group = place_order(basket, address=where, seen_total=seen.total).group
    then = clock.now() - timedelta(days=DAYS_APART * number)
    for parcel in group.parcels.all():
        for state in WAY:
            move_parcel(parcel, to=state)
    OrderGroup.objects.filter(pk=group.pk).update(placed_at=then - timedelta(days=DAYS_APART))
    ParcelMove.objects.filter(parcel__group=group).update(at=then)
