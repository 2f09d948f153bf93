"""The products of an officer's places: by words, by stars, by what their recognition is worth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from catalog.decisions.models import Proposal
from catalog.lib import clock
from catalog.lib.vietnamese import fold
from catalog.register.enums import RecognitionState
from catalog.register.models import Certificate, Product
from catalog.register.rules import last_valid_day
from catalog.register.selectors import recognition_state

from .counts import ending_soon

AHEAD = 500  # rows written at a time to a file


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the officer asks for; empty means all."""

    words: str = ""
    star: int | None = None
    standing: str = ""
    commune: str = ""

    @property
    def is_broad(self) -> bool:
        """Whether so many are wanted that a page of them fills soon."""
        return not (self.words or self.star or self.commune) and self.standing in {"", "con"}


@dataclass(frozen=True, slots=True)
class Line:
    """One product with its newest recognition."""

    product: Product
    certificate: Certificate | None
    state: RecognitionState
    waits: bool

    @property
    def pk(self) -> int:
        """The product's."""
        return self.product.pk

    @property
    def last_day(self) -> date | None:
        """The last day of force."""
        return last_valid_day(self.certificate.recognition) if self.certificate else None


def found(products: QuerySet[Product], wanted: Wanted) -> QuerySet[Product]:
    """Those of ``products`` that are wanted."""
    day = clock.today()
    for word in fold(wanted.words).split():
        products = products.filter(
            Q(folded__contains=word) | Q(producer__folded__contains=word) | Q(code__iexact=word)
        )
    if wanted.star:
        governing = Certificate.objects.governing_on(day).filter(star=wanted.star)
        products = products.filter(Exists(governing.filter(product=OuterRef("pk"))))
    if wanted.commune:
        products = products.filter(producer__commune=wanted.commune)
    return _of_standing(products, wanted.standing, day)


def _of_standing(products: QuerySet[Product], standing: str, day: date) -> QuerySet[Product]:
    own = OuterRef("pk")
    opening = Exists(Certificate.objects.opening_the_gate_on(day).filter(product=own))
    any_issued = Exists(Certificate.objects.filter(product=own, issued_on__lte=day))
    revoked = Certificate.objects.governing_on(day).filter(product=own, revoked_on__lte=day)
    conditions = {
        "con": opening,
        "sap-het": Q(pk__in=ending_soon(day).values("product")),
        "het": any_issued & ~opening,
        "thu-hoi": Exists(revoked),
        "chua": ~any_issued,
        "cho": Q(pk__in=Proposal.objects.waiting().values("product")),
    }
    return products.filter(conditions[standing]) if standing in conditions else products


def with_places(products: QuerySet[Product]) -> QuerySet[Product]:
    """With what a line shows of the producer."""
    return products.select_related("producer__commune", "producer__province", "product_set")


def lines(products: Iterable[Product]) -> list[Line]:
    """The products with their recognitions, in two queries for all of them."""
    day = clock.today()
    products = list(products)
    keys = [product.pk for product in products]
    newest: dict[int, Certificate] = {}
    issued = Certificate.objects.filter(product__in=keys, issued_on__lte=day)
    for certificate in issued.order_by("issued_on", "pk"):
        newest[certificate.product_id] = certificate
    waiting = set(
        Proposal.objects.waiting().filter(product__in=keys).values_list("product_id", flat=True)
    )
    return [
        Line(
            product,
            newest.get(product.pk),
            recognition_state(newest.get(product.pk), day),
            product.pk in waiting,
        )
        for product in products
    ]


def all_lines(products: QuerySet[Product]) -> Iterator[Line]:
    """Every line, a few hundred at a time, for files."""
    batch: list[Product] = []
    for product in with_places(products).order_by("folded", "pk").iterator(chunk_size=AHEAD):
        batch.append(product)
        if len(batch) == AHEAD:
            yield from lines(batch)
            batch = []
    yield from lines(batch)
