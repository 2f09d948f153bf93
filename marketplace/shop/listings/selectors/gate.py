"""Whether a product may be sold today, asked with whether it was taken down."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from catalog.register.models import Certificate, Product
from catalog.register.selectors import opening
from marketplace.shop.listings.models import TakeDown


def certificates_for_sale(product_ids: Iterable[int], day: date) -> dict[int, Certificate]:
    """The register's gate, each certificate with ``taken_down``; one query."""
    standing = TakeDown.objects.standing().filter(product=OuterRef("product"))
    found = opening(product_ids, day).annotate(taken_down=Exists(standing))
    return {certificate.product_id: certificate for certificate in found}


def without_taken_down(products: QuerySet[Product]) -> QuerySet[Product]:
    """Products of which nothing stands against their sale."""
    return products.exclude(Exists(TakeDown.objects.standing().filter(product=OuterRef("pk"))))


def with_take_down(products: QuerySet[Product]) -> QuerySet[Product]:
    """Products with ``take_down_reason``, why the last that stands was; None for none."""
    standing = TakeDown.objects.standing().filter(product=OuterRef("pk")).order_by("-pk")
    return products.annotate(take_down_reason=Subquery(standing.values("reason")[:1]))
