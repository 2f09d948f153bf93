"""Pack sizes, prices and stock: changed by the producer, shown at once, written down."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from oscar.core.loading import get_model

from catalog.journal import audit
from catalog.lib.money import whole
from catalog.register.models import Product
from marketplace.shop.listings.errors import BelowOrdered, PackTwice
from marketplace.shop.listings.models import Listing, Seller

from .cards import refresh_cards

StockRecord = get_model("partner", "StockRecord")
OscarProduct = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")


@dataclass(frozen=True, slots=True)
class PackSize:
    """What a new pack is."""

    unit: str
    pack: str
    weight_grams: int
    net_amount: Decimal | None = None
    net_unit: str = ""
    length_cm: int | None = None
    width_cm: int | None = None
    height_cm: int | None = None


def set_price_and_stock(
    listing: Listing, *, price: int, in_stock: int, is_active: bool, by=None
) -> None:
    """Change a pack; raises BelowOrdered, with nothing changed, below what is ordered already.

    Decided by one conditional update, so an order placed in the same moment is not undone.
    """
    with transaction.atomic():
        record = StockRecord.objects.select_for_update().get(product=listing.oscar_product_id)
        before = {
            "price": whole(record.price or Decimal(0)),
            "in_stock": record.num_in_stock,
            "is_active": listing.is_active,
        }
        after = {"price": Decimal(price), "in_stock": in_stock, "is_active": is_active}
        if before == after:
            return
        changed = (
            StockRecord.objects.alias(ordered=Coalesce(F("num_allocated"), 0))
            .filter(pk=record.pk, ordered__lte=in_stock)
            .update(price=Decimal(price), num_in_stock=in_stock)
        )
        if not changed:
            raise BelowOrdered(ordered=record.num_allocated or 0)
        Listing.objects.filter(pk=listing.pk).update(is_active=is_active)
        audit.record("pack.changed", listing, actor=by, before=before, after=after)
        refresh_cards({listing.product_id})


def set_parcel_size(
    listing: Listing,
    *,
    weight_grams: int,
    length_cm: int | None = None,
    width_cm: int | None = None,
    height_cm: int | None = None,
    by=None,
) -> None:
    """Say what a pack weighs and measures when sent; orders placed keep their fee."""
    after = {
        "weight_grams": weight_grams,
        "length_cm": length_cm,
        "width_cm": width_cm,
        "height_cm": height_cm,
    }
    with transaction.atomic():
        before = audit.values(Listing.objects.get(pk=listing.pk), *after)
        if before == after:
            return
        Listing.objects.filter(pk=listing.pk).update(**after)
        audit.record("pack.measured", listing, actor=by, before=before, after=after)


def add_pack(
    product: Product,
    seller: Seller,
    size: PackSize,
    *,
    price: int,
    in_stock: int,
    is_active: bool = True,
    by=None,
) -> Listing:
    """Sell a product in one more pack size; raises PackTwice for a name it has already."""
    kind, _ = ProductClass.objects.get_or_create(slug="ocop", defaults={"name": "OCOP"})
    try:
        with transaction.atomic():
            oscar_product = OscarProduct.objects.create(
                title=_title(product, size.pack), product_class=kind
            )
            listing = Listing.objects.create(
                product=product,
                oscar_product=oscar_product,
                unit=size.unit,
                pack=size.pack,
                net_amount=size.net_amount,
                net_unit=size.net_unit,
                weight_grams=size.weight_grams,
                length_cm=size.length_cm,
                width_cm=size.width_cm,
                height_cm=size.height_cm,
                is_active=is_active,
                position=product.listings.count(),
            )
            StockRecord.objects.create(
                product=oscar_product,
                partner=seller.partner,
                partner_sku=f"{product.pk}-{listing.pk}",
                price_currency="VND",
                price=Decimal(price),
                num_in_stock=in_stock,
            )
            audit.record("pack.added", listing, actor=by, after={"pack": size.pack, "price": price})
    except IntegrityError as error:
        if product.listings.filter(pack=size.pack).exists():
            raise PackTwice from error
        raise
    return listing


def retitle(product_ids: Iterable[int]) -> None:
    """Let packs be called after their product, as baskets and orders show them."""
    packs = Listing.objects.filter(product__in=list(product_ids)).select_related("product")
    for listing in packs.select_related("oscar_product"):
        title = _title(listing.product, listing.pack)
        if listing.oscar_product.title != title:
            OscarProduct.objects.filter(pk=listing.oscar_product_id).update(title=title)


def _title(product: Product, pack: str) -> str:
    return f"{product.name} ({pack})"
