"""The list of producers, and one producer's page."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import QueryDict

from catalog.places.models import Province
from catalog.places.selectors import province_choices
from catalog.register.enums import ProducerKind
from catalog.register.models import Certificate, Producer, Product
from catalog.register.selectors import recognition_state
from marketplace.shop.listings.language import Text, shown, text
from marketplace.shop.listings.models import ProductCard

from .cards import cards_of_producer, cards_on

PER_PAGE = 24
PRODUCTS_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ProducersScreen:
    """The page of producers."""

    page: Page
    provinces: list[Province]
    kinds: list[tuple[str, str]]
    province: str
    kind: str
    base_query: str

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is set."""
        return bool(self.province or self.kind)

    @property
    def is_for_search_engines(self) -> bool:
        """The whole list, page by page; not every choice of it."""
        return not self.is_filtered


@dataclass(frozen=True, slots=True)
class Unsold:
    """A product that is not for sale today, and why."""

    product: Product
    certificate: Certificate | None
    state: str

    @property
    def name(self) -> Text:
        """The name for the reader."""
        return text(self.product, "name")


@dataclass(frozen=True, slots=True)
class ProducerScreen:
    """One producer's page."""

    producer: Producer
    cards: list[ProductCard]
    unsold: list[Unsold]

    @property
    def name(self) -> str:
        """The legal name for the reader."""
        return shown(self.producer.name, self.producer.name_en)

    @property
    def story(self) -> Text:
        """The introduction for the reader."""
        return text(self.producer, "story")


def producers_screen(data: QueryDict, *, day: date) -> ProducersScreen:
    """Active producers with the number of their products on sale."""
    provinces = province_choices()
    province = data.get("tinh", "")
    province = province if province in {p.code for p in provinces} else ""
    kind = data.get("loai", "")
    kind = kind if kind in ProducerKind.values else ""
    producers = _producers(day)
    if province:
        producers = producers.filter(province=province)
    if kind:
        producers = producers.filter(kind=kind)
    chosen = {"tinh": province, "loai": kind}
    return ProducersScreen(
        page=Paginator(producers, PER_PAGE).get_page(data.get("trang")),
        provinces=provinces,
        kinds=ProducerKind.choices,
        province=province,
        kind=kind,
        base_query="&".join(f"{name}={value}" for name, value in chosen.items() if value),
    )


def find_producer(slug: str) -> Producer | None:
    """The active producer at an address."""
    return (
        Producer.objects.select_related("province", "commune")
        .filter(slug=slug, is_active=True)
        .first()
    )


def producer_screen(producer: Producer, *, day: date, adult: bool) -> ProducerScreen:
    """The producer's page: goods on sale, and products that are not, with the reason."""
    cards = list(cards_of_producer(producer.pk, day=day, adult=adult)[:PRODUCTS_SHOWN])
    # All that is on sale, for the age limit hides goods, not their being sold.
    on_sale = cards_on(day, adult=True).filter(producer_id_ref=producer.pk).values("product_id")
    rest = list(
        producer.products.exclude(pk__in=on_sale)
        .select_related("product_set")
        .order_by("folded")[:PRODUCTS_SHOWN]
    )
    governing = {
        certificate.product_id: certificate
        for certificate in Certificate.objects.governing_on(day).filter(product__in=rest)
    }
    unsold = [
        Unsold(product, certificate, _why(product, certificate, day))
        for product in rest
        if adult or not product.product_set.is_alcohol
        for certificate in [governing.get(product.pk)]
    ]
    return ProducerScreen(producer=producer, cards=cards, unsold=unsold)


def _why(product: Product, certificate: Certificate | None, day: date) -> str:
    """In one word, why it is not for sale: nobody makes it, or what its recognition is worth."""
    return recognition_state(certificate, day) if product.is_active else "stopped"


def _producers(day: date) -> QuerySet:
    on_sale = (
        cards_on(day)
        .filter(producer_id_ref=OuterRef("pk"))
        .order_by()
        .values("producer_id_ref")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return (
        Producer.objects.filter(Q(is_active=True))
        .select_related("province", "commune")
        .annotate(on_sale=Coalesce(Subquery(on_sale), 0))
        .order_by("folded", "pk")
    )
