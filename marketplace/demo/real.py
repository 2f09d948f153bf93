"""Real products of public lists, told honestly: what the list does not say stays unsaid.

A certificate is written only where the list gives a whole number of stars, a decision, its
day and its end. Every other product is kept as "chưa xác minh" and is not for sale.
"""

from catalog.lib.vietnamese import fold, slug, tidy
from catalog.places.models import Commune, Province
from catalog.places.selectors import find_communes, find_provinces
from catalog.register.enums import AuthorityLevel, ProducerKind
from catalog.register.models import Producer, Product
from catalog.register.services import grant_certificate

from .rows import RealProduct

KINDS = {
    "enterprise": ProducerKind.ENTERPRISE,
    "cooperative": ProducerKind.COOPERATIVE,
    "household": ProducerKind.HOUSEHOLD,
    # Artisans are no kind of their own (Decision 26/2026/QĐ-TTg, Article 2 clause 3).
    "artisan/household": ProducerKind.HOUSEHOLD,
}
UNKNOWN_PRODUCER = "Chủ thể chưa rõ"
KINDS_OF_TODAY = ("xa ", "phuong ", "dac khu ")


def load_real(rows: list[RealProduct]) -> list[Product]:
    """Write producers, products and certificates that are missing; return all the products."""
    products = []
    for row in rows:
        producer = _producer(row)
        product, _ = Product.objects.get_or_create(
            slug=slug(row.name)[:120],
            defaults={
                "name": tidy(row.name),
                "producer": producer,
                "product_set_id": row.set_no,
                "source": row.source[:300],
            },
        )
        if is_verified(row):
            _recognise(product, row)
        products.append(product)
    return products


def is_verified(row: RealProduct) -> bool:
    """Whether the list says enough for a certificate: stars, decision, both days."""
    return bool(row.stars.isdigit() and row.decision_no and row.issued_on and row.expires_on)


def authority_level(authority: str) -> AuthorityLevel:
    """The level that the authority's own name gives away."""
    folded = fold(authority)
    if "huyen" in folded:
        return AuthorityLevel.DISTRICT
    return AuthorityLevel.MINISTRY if folded.startswith("bo ") else AuthorityLevel.PROVINCE


def _producer(row: RealProduct) -> Producer:
    """The row's producer; three rows name none, and get a producer that says so."""
    (province,) = find_provinces(row.province)[:1]
    commune = commune_of_today(row.commune, province)
    named = bool(row.producer)
    name = tidy(row.producer) if named else f"{UNKNOWN_PRODUCER} ({province.name})"
    producer, _ = Producer.objects.get_or_create(
        slug=slug(name)[:120],
        defaults={
            "name": name,
            "kind": KINDS[row.producer_kind] if named else "",
            "province": province,
            "commune": commune if named else None,
            "address_as_published": ", ".join(p for p in (row.commune, row.province) if p),
            "is_active": named,
        },
    )
    return producer


def commune_of_today(text: str, province: Province) -> Commune | None:
    """The commune that the published address names for certain, or None.

    An address of the three-level days ("cũ"), or one without its kind ("Hội An" was a town
    before it was a ward), is left as published: another commune may bear the name today.
    """
    folded = fold(text)
    if "cũ" in text or not folded.startswith(KINDS_OF_TODAY):
        return None
    found = find_communes(text, province=province)
    return found[0] if len(found) == 1 else None


def _recognise(product: Product, row: RealProduct) -> None:
    if product.certificates.exists():
        return
    grant_certificate(
        product,
        star=int(row.stars),
        decision_no=row.decision_no,
        authority=row.authority,
        authority_level=authority_level(row.authority),
        issued_on=row.issued_on,
        expires_on=row.expires_on,
        note=row.note,
        source=row.source,
    )
