"""Goods for sale: a call of ``on_sale`` gives a certified product with price and stock."""

from decimal import Decimal

from oscar.core.loading import get_model

from marketplace.shop.listings.models import Listing, Seller

from .register import CertificateFactory, ProductFactory

Partner = get_model("partner", "Partner")
StockRecord = get_model("partner", "StockRecord")
OscarProduct = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")


def seller_of(producer) -> Seller:
    """The producer's seller, admitted if need be."""
    seller = Seller.objects.filter(producer=producer).first()
    if seller is None:
        partner = Partner.objects.create(name=producer.name)
        seller = Seller.objects.create(producer=producer, partner=partner)
    return seller


def on_sale(
    *,
    name="Chè Mẫu",
    price=100_000,
    stock=10,
    product=None,
    certificate=None,
    pack="hộp 200 g",
    **product_fields,
) -> Listing:
    """A listing of a product recognised today, unless ``product`` or ``certificate`` say else."""
    product = product or ProductFactory(name=name, **product_fields)
    if certificate is None and not product.certificates.exists():
        CertificateFactory(product=product)
    kind, _ = ProductClass.objects.get_or_create(slug="ocop", defaults={"name": "OCOP"})
    oscar_product = OscarProduct.objects.create(
        title=f"{product.name} ({pack})", product_class=kind, slug=f"{product.slug}-{pack}"[:200]
    )
    StockRecord.objects.create(
        product=oscar_product,
        partner=seller_of(product.producer).partner,
        partner_sku=f"SKU-{oscar_product.pk}",
        price_currency="VND",
        price=Decimal(price),
        num_in_stock=stock,
    )
    return Listing.objects.create(
        product=product,
        oscar_product=oscar_product,
        unit=pack.split()[0],
        pack=pack,
        net_amount=200,
        net_unit="g",
        weight_grams=300,
    )
