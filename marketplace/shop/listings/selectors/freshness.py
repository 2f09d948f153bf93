"""Fingerprints of pages: one query says whether a page rendered before is still true.

They read the rows themselves, not a counter that a writer must not forget: a price that
another process changed, or that somebody changed with SQL, shows with the next request.
"""

from collections.abc import Sequence
from hashlib import blake2b

from django.db import connection


def _part(kind: str, columns: Sequence[str], tables: str, *, slug_of: str = "") -> str:
    """SQL that reads each row as one text, led by its kind."""
    texts = " || '|' || ".join(f"COALESCE(CAST({column} AS TEXT), '')" for column in columns)
    found = f" WHERE {slug_of}.slug = %s" if slug_of else ""
    return f"SELECT '{kind}' || {texts} FROM {tables}{found}"  # noqa: S608 - names from this file


def _of(table: str, *columns: str) -> list[str]:
    return [f"{table}.{column}" for column in columns]


_PRODUCT = _of(
    "p",
    *("name", "name_en", "slug", "code", "gtin", "product_set_id", "summary", "summary_en"),
    *("story", "story_en", "ingredients", "shelf_life", "storage", "warnings", "picture"),
    *("picture_is_drawn", "source", "is_active", "is_sample", "updated_at"),
)
_MAKER = _of(
    "m",
    *("name", "name_en", "short_name", "slug", "kind", "tax_no", "registration_no"),
    *("representative", "phone", "email", "street", "province_id", "commune_id"),
    *("address_as_published", "story", "story_en", "is_active", "is_sample", "updated_at"),
)
_CERTIFICATE = _of(
    "c",
    *("id", "star", "decision_no", "authority", "authority_level", "issued_on", "expires_on"),
    *("extended_until", "revoked_on", "revocation_ground", "revocation_decision_no"),
    *("replaced_on", "replaced_by_id"),
)
_PAPER = _of("d", "id", "product_id", "kind", "number", "issuer", "valid_from", "valid_to", "note")
_LISTING = _of("l", "id", "unit", "pack", "net_amount", "net_unit", "position", "is_active")
_STOCK = _of("r", "id", "price", "num_in_stock", "num_allocated")
_CARDS = ["COUNT(*)", "MAX(k.version)"]

_P = "register_product p JOIN "
_M = "register_producer m"
_FRAME = _part("v", ["v.frame"], "listings_storefrontversion v")
LIST = _part("v", ["v.frame", "v.number"], "listings_storefrontversion v")
PRODUCT = " UNION ALL ".join(
    [
        _FRAME,
        _part(
            "p",
            [*_PRODUCT, *_MAKER, "s.suspended_at", "s.id"],
            f"{_P}{_M} ON m.id = p.producer_id LEFT JOIN listings_seller s ON s.producer_id = m.id",
            slug_of="p",
        ),
        _part("c", _CERTIFICATE, f"{_P}register_certificate c ON c.product_id = p.id", slug_of="p"),
        _part(
            "l",
            [*_LISTING, *_STOCK],
            f"{_P}listings_listing l ON l.product_id = p.id"
            " LEFT JOIN partner_stockrecord r ON r.product_id = l.oscar_product_id",
            slug_of="p",
        ),
        _part("d", _PAPER, f"{_P}register_paper d ON d.producer_id = p.producer_id", slug_of="p"),
        _part(
            "k",
            _CARDS,
            f"{_P}listings_productcard k ON k.producer_id_ref = p.producer_id",
            slug_of="p",
        ),
    ]
)
PRODUCER = " UNION ALL ".join(
    [
        _FRAME,
        _part("m", _MAKER, _M, slug_of="m"),
        _part(
            "p",
            _of("p", "id", "name", "name_en", "slug", "product_set_id", "is_active"),
            f"{_M} JOIN register_product p ON p.producer_id = m.id",
            slug_of="m",
        ),
        _part(
            "c",
            _CERTIFICATE,
            f"{_M} JOIN register_product p ON p.producer_id = m.id"
            " JOIN register_certificate c ON c.product_id = p.id",
            slug_of="m",
        ),
        _part(
            "k",
            _CARDS,
            f"{_M} JOIN listings_productcard k ON k.producer_id_ref = m.id",
            slug_of="m",
        ),
    ]
)


def fingerprint_of_lists() -> str:
    """Changes with everything that a list of products or producers shows."""
    return _fingerprint(LIST, "")


def fingerprint_of_product(slug: str) -> str:
    """Changes with everything that the page of the product shows."""
    return _fingerprint(PRODUCT, slug)


def fingerprint_of_producer(slug: str) -> str:
    """Changes with everything that the page of the producer shows."""
    return _fingerprint(PRODUCER, slug)


def _fingerprint(sql: str, slug: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(sql, [slug] * sql.count("%s"))
        rows = sorted(row[0] for row in cursor.fetchall())
    return blake2b(repr(rows).encode(), digest_size=16).hexdigest()
