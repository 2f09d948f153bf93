"""Everything one product's page shows; five queries whatever it holds.

The questions are prepared once. A product has few packs and papers: they are sorted here,
because one ORDER BY more would cost the database more than Python.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import BigIntegerField, CharField, DateField, F, Q, QuerySet

from catalog.lib.money import whole
from catalog.lib.prepared import prepared
from catalog.register import rules as register_rules
from catalog.register.models import Certificate, Paper, Product
from catalog.register.selectors import governing_certificate, recognition_state
from marketplace.shop.listings.language import Text, shown, text
from marketplace.shop.listings.models import Listing, ProductCard, Seller

from .cards import cards_of_producer
from .gate import with_take_down

SIBLINGS = 4


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack size on sale."""

    listing: Listing
    price: Decimal
    free: int

    @property
    def in_stock(self) -> bool:
        """Whether one can be ordered."""
        return self.free > 0


@dataclass(frozen=True, slots=True)
class ProductScreen:
    """The page of one product on one day."""

    product: Product
    certificate: Certificate | None
    state: str
    gate_is_open: bool
    seller: Seller | None
    packs: list[Pack]
    papers: list[Paper]
    siblings: list[ProductCard]
    taken_down_because: str

    @property
    def name(self) -> Text:
        """The name for the reader."""
        return text(self.product, "name")

    @property
    def summary(self) -> Text:
        """One sentence for the reader."""
        return text(self.product, "summary")

    @property
    def story(self) -> Text:
        """The story for the reader."""
        return text(self.product, "story")

    @property
    def producer_name(self) -> str:
        """The producer's legal name for the reader."""
        return shown(self.product.producer.name, self.product.producer.name_en)

    @property
    def set_name(self) -> str:
        """The product set for the reader."""
        return shown(self.product.product_set.name, self.product.product_set.name_en)

    @property
    def is_alcohol(self) -> bool:
        """Whether the law on alcohol rules this page."""
        return self.product.product_set.is_alcohol

    @property
    def is_offered(self) -> bool:
        """Whether it is for sale on this day, be there stock or not."""
        return self.gate_is_open and bool(self.packs)

    @property
    def can_be_paid_for(self) -> bool:
        """Alcohol is never paid for in cash: its seller needs an account to transfer to."""
        takes_transfers = self.seller is not None and self.seller.takes_transfers
        return takes_transfers or not self.is_alcohol

    @property
    def may_be_ordered(self) -> bool:
        """Whether the page lets put it in the basket."""
        return self.is_offered and self.can_be_paid_for and any(p.in_stock for p in self.packs)

    @property
    def first_pack(self) -> Pack | None:
        """The pack chosen at first: the first in stock."""
        return next((p for p in self.packs if p.in_stock), self.packs[0] if self.packs else None)

    @property
    def most_of_one_order(self) -> int:
        """The largest quantity that the form lets choose."""
        return max((pack.free for pack in self.packs), default=0)


def find_product(slug: str) -> Product | None:
    """The product at an address, with what its page names."""
    return next(iter(_products_at(slug=slug)), None)


def product_screen(product: Product, *, day: date, adult: bool) -> ProductScreen:
    """The screen of a product on a day."""
    certificate = governing_certificate(product, day)
    gate_is_open = (
        product.is_active
        and product.producer.is_active
        and certificate is not None
        and register_rules.may_be_sold([certificate.recognition], day)
    )
    seller = getattr(product.producer, "seller", None)
    sells = gate_is_open and seller is not None and seller.suspended_at is None
    taken_down = product.take_down_reason or ""
    return ProductScreen(
        product=product,
        certificate=certificate,
        state=recognition_state(certificate, day),
        gate_is_open=gate_is_open,
        seller=seller,
        packs=packs_of(product) if sells and not taken_down else [],
        taken_down_because=taken_down,
        papers=papers_of(product),
        siblings=siblings_of(product, day=day, adult=adult),
    )


def packs_of(product: Product) -> list[Pack]:
    """The product's active packs with a price, in their order."""
    listings = _active_listings(product=product.pk)
    return [
        Pack(
            listing,
            price=whole(Decimal(listing.price)),
            free=max((listing.held or 0) - (listing.allocated or 0), 0),
        )
        for listing in sorted(listings, key=lambda listing: (listing.position, listing.pk))
        if listing.price is not None
    ]


def papers_of(product: Product) -> list[Paper]:
    """Papers of the product and those of its producer as a whole, by kind, the newest first."""
    return sorted(
        _papers(product=product.pk, producer=product.producer_id),
        key=lambda paper: (paper.kind, -(paper.valid_from or date.min).toordinal(), paper.pk),
    )


def siblings_of(product: Product, *, day: date, adult: bool) -> list[ProductCard]:
    """A few cards of the producer's other products."""
    ask = _siblings_for_adults if adult else _siblings
    return ask(product=product.pk, producer=product.producer_id, day=day)


@prepared(slug=CharField())
def _products_at(slug: str) -> QuerySet[Product]:
    products = with_take_down(Product.objects.filter(slug=slug)).order_by()
    return products.select_related(
        "producer__province", "producer__commune", "producer__seller", "product_set"
    )


@prepared(product=BigIntegerField())
def _active_listings(product: int) -> QuerySet[Listing]:
    stock = "oscar_product__stockrecords__"
    listings = Listing.objects.filter(product_id=product, is_active=True).order_by()
    return listings.annotate(
        price=F(f"{stock}price"),
        held=F(f"{stock}num_in_stock"),
        allocated=F(f"{stock}num_allocated"),
    )


@prepared(product=BigIntegerField(), producer=BigIntegerField())
def _papers(product: int, producer: int) -> QuerySet[Paper]:
    of_producer = Q(producer_id=producer, product=None)
    standing = Paper.objects.filter(replaced_by=None)
    return standing.filter(of_producer | Q(product_id=product)).order_by()


@prepared(product=BigIntegerField(), producer=BigIntegerField(), day=DateField())
def _siblings(product: int, producer: int, day: date) -> QuerySet[ProductCard]:
    return cards_of_producer(producer, day=day, but=product)[:SIBLINGS]


@prepared(product=BigIntegerField(), producer=BigIntegerField(), day=DateField())
def _siblings_for_adults(product: int, producer: int, day: date) -> QuerySet[ProductCard]:
    return cards_of_producer(producer, day=day, adult=True, but=product)[:SIBLINGS]
