"""Read changes: what differs, what the word list says, who did what."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.db.models import Q, QuerySet

from catalog.journal.models import AuditEvent
from catalog.journal.selectors import events_of
from catalog.register.models import Product

from .models import TEXTS, ClaimWord, ProductEdit
from .rules import Claim, claims_in


@dataclass(frozen=True, slots=True)
class Difference:
    """One text as the public page has it and as the change wants it."""

    field: str
    label: str
    before: str
    after: str


def open_edit_of(product: Product) -> ProductEdit | None:
    """The change of this product that is on its way."""
    return ProductEdit.objects.open().filter(product=product).select_related("product").first()


def differences(edit: ProductEdit) -> list[Difference]:
    """The texts that would change; no query beyond the product."""
    return [
        Difference(
            field,
            str(ProductEdit._meta.get_field(field).verbose_name),  # noqa: SLF001 - documented
            getattr(edit.product, field),
            getattr(edit, field),
        )
        for field in TEXTS
        if getattr(edit, field) != getattr(edit.product, field)
    ]


def claims_on(texts: Mapping[str, str], day: date) -> list[Claim]:
    """What the word list of the day finds in these texts; one query."""
    words = ClaimWord.objects.filter(effective_from__lte=day).filter(
        Q(effective_to__isnull=True) | Q(effective_to__gte=day)
    )
    rows = list(words.values_list("kind", "phrase"))
    return claims_in(
        texts,
        forbidden=[phrase for kind, phrase in rows if kind == ClaimWord.Kind.FORBIDDEN],
        allowed=[phrase for kind, phrase in rows if kind == ClaimWord.Kind.ALLOWED],
    )


def texts_of(edit: ProductEdit) -> dict[str, str]:
    """The texts of a change by field."""
    return {field: getattr(edit, field) for field in TEXTS}


def mark_of(edit: ProductEdit) -> str:
    """Stands for all that an officer sees of a change: another mark, another thing."""
    product = edit.product
    seen = [
        [getattr(product, field) for field in (*TEXTS, "picture")],
        [getattr(edit, field) for field in TEXTS],
        [edit.picture_file.name, edit.picture_focus, edit.picture, edit.state],
    ]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:32]


def waiting_edits(scope: Q) -> QuerySet[ProductEdit]:
    """What waits in ``scope``, a filter on ``product__producer``; the oldest first."""
    edits = ProductEdit.objects.submitted().filter(scope)
    return edits.select_related("product__producer", "submitted_by").order_by("submitted_at", "pk")


def edit_history(product: Product) -> QuerySet[AuditEvent]:
    """Who did what to the texts of a product, the newest first."""
    ids = ProductEdit.objects.filter(product=product).values_list("pk", flat=True)
    return events_of([("approvals.productedit", list(ids))])


def as_data(claims: list[Claim]) -> list[dict[str, str]]:
    """The claims as a row keeps them."""
    return [asdict(claim) for claim in claims]
