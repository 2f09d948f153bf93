"""Certified products put on sale in bulk: sellers, packs, prices, stock.

Works on many rows at once and leaves alone what is there, so the demo may be loaded again.
"""

from collections.abc import Iterable, Mapping, Sequence

from oscar.core.loading import get_model

from catalog.lib import clock
from catalog.register.models import Producer, Product
from marketplace.shop.listings.models import Listing, Seller

from .rows import Pack

BATCH = 500
PRODUCT_CLASS = "ocop"


def admit_sellers(producers: Iterable[Producer]) -> None:
    """Make each producer a seller that Oscar knows as a partner."""
    partner_model = get_model("partner", "Partner")
    known = set(Seller.objects.values_list("producer_id", flat=True))
    new = [producer for producer in producers if producer.pk not in known]
    partners = partner_model.objects.bulk_create(
        [partner_model(name=producer.name[:128], code=producer.slug) for producer in new],
        batch_size=BATCH,
    )
    admitted_at = clock.now()
    Seller.objects.bulk_create(
        [
            Seller(producer=producer, partner=partner, admitted_at=admitted_at)
            for producer, partner in zip(new, partners, strict=True)
        ],
        batch_size=BATCH,
    )


def put_on_sale(packs: Mapping[Product, Sequence[Pack]]) -> int:
    """Make listings with price and stock for the packs that are not listed yet.

    Returns how many were made. The producers must be sellers already.
    """
    there = set(Listing.objects.values_list("product_id", "position"))
    wanted = [
        (product, position, pack)
        for product, offered in packs.items()
        for position, pack in enumerate(offered)
        if (product.pk, position) not in there
    ]
    goods = _oscar_products([(product, pack) for product, _, pack in wanted])
    _stock_records(list(zip(wanted, goods, strict=True)))
    Listing.objects.bulk_create(
        [
            Listing(
                product=product,
                oscar_product=good,
                unit=pack.unit,
                pack=pack.pack,
                net_amount=pack.net_amount,
                net_unit=pack.net_unit,
                weight_grams=pack.weight_grams,
                position=position,
            )
            for (product, position, pack), good in zip(wanted, goods, strict=True)
        ],
        batch_size=BATCH,
    )
    return len(wanted)


def _oscar_products(packs: list[tuple[Product, Pack]]) -> list:
    kind, _ = get_model("catalogue", "ProductClass").objects.get_or_create(
        slug=PRODUCT_CLASS,
        defaults={"name": "Sản phẩm OCOP", "requires_shipping": True, "track_stock": True},
    )
    model = get_model("catalogue", "Product")
    return model.objects.bulk_create(
        [
            model(
                title=f"{product.name} ({pack.pack})"[:255],
                slug=f"{product.slug}-{position}"[:255],
                product_class=kind,
            )
            for position, (product, pack) in enumerate(packs)
        ],
        batch_size=BATCH,
    )


def _stock_records(rows: list) -> None:
    model = get_model("partner", "StockRecord")
    producers = {product.producer_id for (product, _, _), _ in rows}
    partners = dict(
        Seller.objects.filter(producer__in=producers).values_list("producer_id", "partner_id")
    )
    model.objects.bulk_create(
        [
            model(
                product=good,
                partner_id=partners[product.producer_id],
                partner_sku=f"{product.slug}-{position}"[:128],
                price_currency="VND",
                price=pack.price,
                num_in_stock=pack.stock,
            )
            for (product, position, pack), good in rows
        ],
        batch_size=BATCH,
    )
