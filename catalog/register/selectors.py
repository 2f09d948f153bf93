"""Read the register across its tables."""

from collections.abc import Iterable
from datetime import date

from django.db.models import BigIntegerField, DateField, QuerySet

from catalog.journal.models import AuditEvent
from catalog.journal.selectors import events_of
from catalog.lib.prepared import prepared

from . import rules
from .enums import RecognitionState
from .models import Certificate, Paper, Product, RuleVersion


def sellable_certificates(product_ids: Iterable[int], day: date) -> dict[int, Certificate]:
    """THE GATE for many products: id to the certificate that opens it; one query.

    Products that may not be sold on the day, or that nobody makes any more, are left out.
    """
    return {certificate.product_id: certificate for certificate in opening(product_ids, day)}


def opening(product_ids: Iterable[int], day: date) -> QuerySet[Certificate]:
    """THE GATE's certificates for rooms above, which ask a question of their own along."""
    return Certificate.objects.opening_the_gate_on(day).filter(
        product__in=list(product_ids), product__is_active=True, product__producer__is_active=True
    )


def governing_certificate(product: Product, day: date) -> Certificate | None:
    """The newest certificate issued by the day, whether or not it still has force."""
    issued = _issued_by(product=product.pk, day=day)
    return max(issued, key=lambda one: (one.issued_on, one.pk), default=None)


@prepared(product=BigIntegerField(), day=DateField())
def _issued_by(product: int, day: date) -> QuerySet[Certificate]:
    return Certificate.objects.filter(product_id=product, issued_on__lte=day).order_by()


def recognition_state(certificate: Certificate | None, day: date) -> RecognitionState:
    """What the certificate is worth on the day; no query."""
    recognition = certificate.recognition if certificate else None
    return RecognitionState(rules.state(recognition, day))


def rule_version_on(day: date) -> RuleVersion | None:
    """The decision whose criteria ruled on the day."""
    versions = RuleVersion.objects.filter(effective_from__lte=day)
    return versions.exclude(effective_to__lt=day).order_by("-effective_from").first()


def product_history(product: Product) -> QuerySet[AuditEvent]:
    """All that happened to the product, its certificates and papers, the newest first."""
    return events_of(
        [
            ("register.product", [product.pk]),
            ("register.certificate", _ids(Certificate, product)),
            ("register.paper", _ids(Paper, product)),
        ]
    )


def _ids(model: type, product: Product) -> list[int]:
    return list(model.objects.filter(product=product).values_list("pk", flat=True))
