"""The places an officer answers for, as a filter of rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from catalog.places.models import Commune, Province
from catalog.register.models import Producer, Product

from .models import OfficerPost


@dataclass(frozen=True, slots=True)
class Scope:
    """Whole provinces, and single communes beside them, by their codes."""

    provinces: frozenset[str]
    communes: frozenset[str]

    @classmethod
    def of(cls, posts: Iterable[OfficerPost]) -> "Scope":
        """What the posts add up to."""
        posts = list(posts)
        return cls(
            provinces=frozenset(post.province_id for post in posts if not post.commune_id),
            communes=frozenset(post.commune_id for post in posts if post.commune_id),
        )

    @property
    def is_provincial(self) -> bool:
        """Whether a province is among the places: only its officers propose decisions."""
        return bool(self.provinces)

    def of_producer(self, prefix: str = "") -> Q:
        """A filter on rows that lead to their producer by ``prefix`` (``product__producer__``)."""
        return Q(**{f"{prefix}province_id__in": self.provinces}) | Q(
            **{f"{prefix}commune_id__in": self.communes}
        )

    def of_province(self, prefix: str = "") -> Q:
        """The same for what only officers of a whole province may do."""
        return Q(**{f"{prefix}province_id__in": self.provinces})

    def communes_filter(self) -> Q:
        """A filter on communes themselves: the single ones, and all of the provinces."""
        return Q(province_id__in=self.provinces) | Q(pk__in=self.communes)

    def producers(self) -> QuerySet[Producer]:
        """The producers of these places."""
        return Producer.objects.filter(self.of_producer())

    def products(self, *, in_order: bool = False) -> QuerySet[Product]:
        """The products of these places' producers.

        ``in_order`` is for lists of which a page fills soon: each product is asked for its
        producer, so that the database walks along the list's order and stops. Where few are
        found that would be a long walk, and it begins with the producers.
        """
        if not (in_order and self.is_provincial):
            return Product.objects.filter(self.of_producer("producer__"))
        own = Producer.objects.filter(self.of_producer(), pk=OuterRef("producer"))
        return Product.objects.filter(Exists(own))

    def covers(self, province: Province | str, commune: Commune | str | None = None) -> bool:
        """Whether the place, given by rows or codes, is one of these."""
        province_code = getattr(province, "pk", province)
        return province_code in self.provinces or getattr(commune, "pk", commune) in self.communes

    def covers_producer(self, producer: Producer) -> bool:
        """Whether the producer belongs here; no query."""
        return self.covers(producer.province_id, producer.commune_id)
