"""A producer's own goods, as the counter shows them."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from oscar.core.loading import get_model

from catalog.register.models import Certificate, Producer, Product
from catalog.register.selectors import recognition_state
from marketplace.shop.listings.models import Listing


@dataclass(frozen=True, slots=True)
class OwnPack:
    """One pack size with its price and stock."""

    listing: Listing
    price: Decimal | None
    in_stock: int
    ordered: int

    @property
    def free(self) -> int:
        """How many can still be ordered."""
        return max(self.in_stock - self.ordered, 0)


@dataclass(frozen=True, slots=True)
class OwnProduct:
    """One product with what its recognition is worth today and its packs."""

    product: Product
    certificate: Certificate | None
    state: str
    packs: list[OwnPack] = field(default_factory=list)

    @property
    def last_day(self) -> date | None:
        """The last day of the recognition that governs."""
        if self.certificate is None:
            return None
        return self.certificate.extended_until or self.certificate.expires_on


def own_products(producer: Producer, day: date) -> list[OwnProduct]:
    """All products of a producer; three queries."""
    packs: dict[int, list[OwnPack]] = {}
    records = get_model("partner", "StockRecord").objects.filter(
        product__listing__product__producer=producer
    )
    for record in records.select_related("product__listing").order_by(
        "product__listing__position", "product__listing__pk"
    ):
        packs.setdefault(record.product.listing.product_id, []).append(_pack(record))
    governing = {
        certificate.product_id: certificate
        for certificate in Certificate.objects.governing_on(day).filter(product__producer=producer)
    }
    return [
        OwnProduct(
            product=product,
            certificate=governing.get(product.pk),
            state=recognition_state(governing.get(product.pk), day),
            packs=packs.get(product.pk, []),
        )
        for product in producer.products.select_related("product_set").order_by("folded")
    ]


def own_pack(producer: Producer, listing_id: int) -> OwnPack | None:
    """The producer's own pack; nobody else's is ever found."""
    record = (
        get_model("partner", "StockRecord")
        .objects.filter(product__listing__product__producer=producer)
        .filter(product__listing__pk=listing_id)  # by its key, where a number too big finds nothing
        .select_related("product__listing__product")
        .first()
    )
    return None if record is None else _pack(record)


def sold_out_count(producer: Producer) -> int:
    """How many packs on sale have nothing left to order."""
    records = get_model("partner", "StockRecord").objects.filter(
        product__listing__product__producer=producer, product__listing__is_active=True
    )
    rows = records.values_list("num_in_stock", "num_allocated")
    return sum((held or 0) <= (allocated or 0) for held, allocated in rows)


def _pack(record) -> OwnPack:
    return OwnPack(
        listing=record.product.listing,
        price=record.price,
        in_stock=record.num_in_stock or 0,
        ordered=record.num_allocated or 0,
    )
