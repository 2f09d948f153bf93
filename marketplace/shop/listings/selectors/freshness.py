"""Fingerprints of pages: one query says whether a page rendered before is still true.

They read the rows themselves, not a counter that a writer must not forget: a price that
another process changed, or that somebody changed with SQL, shows with the next request.
"""

from collections.abc import Sequence
from hashlib import blake2b

from django.db import connection

_ARRAY = "json_array" if connection.vendor == "sqlite" else "json_build_array"


def _part(kind: str, columns: Sequence[str], tables: str) -> str:
    """SQL that reads each row as one JSON text, led by its kind."""
    return f"SELECT CAST({_ARRAY}('{kind}', {', '.join(columns)}) AS TEXT) FROM {tables}"  # noqa: S608 - names from this file


def _together(wanted: str, *parts: str) -> str:
    """SQL of the parts about the row ``w`` at an address."""
    return f"WITH w AS ({wanted} WHERE slug = %s) {' UNION ALL '.join(parts)}"


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
_PAPER = _of(
    "d",
    *("id", "product_id", "kind", "number", "issuer", "valid_from", "valid_to", "note"),
    "replaced_by_id",
)
_TAKE_DOWN = _of("t", "id", "reason", "restored_at")
_LISTING = _of("l", "id", "unit", "pack", "net_amount", "net_unit", "position", "is_active")
_STOCK = _of("r", "id", "price", "num_in_stock", "num_allocated")
_CARDS = ["COUNT(*)", "MAX(k.version)"]

_FRAME = _part("v", ["v.frame"], "listings_storefrontversion v")
LIST = _part("v", ["v.frame", "v.number"], "listings_storefrontversion v")
PRODUCT = _together(
    "SELECT id, producer_id FROM register_product",
    _FRAME,
    _part(
        "p",
        [*_PRODUCT, *_MAKER, "s.suspended_at", "s.takes_transfers", "s.id"],
        "w JOIN register_product p ON p.id = w.id"
        " JOIN register_producer m ON m.id = w.producer_id"
        " LEFT JOIN listings_seller s ON s.producer_id = w.producer_id",
    ),
    _part("c", _CERTIFICATE, "w JOIN register_certificate c ON c.product_id = w.id"),
    _part(
        "l",
        [*_LISTING, *_STOCK],
        "w JOIN listings_listing l ON l.product_id = w.id"
        " LEFT JOIN partner_stockrecord r ON r.product_id = l.oscar_product_id",
    ),
    _part("t", _TAKE_DOWN, "w JOIN listings_takedown t ON t.product_id = w.id"),
    _part("d", _PAPER, "w JOIN register_paper d ON d.producer_id = w.producer_id"),
    _part("k", _CARDS, "w JOIN listings_productcard k ON k.producer_id_ref = w.producer_id"),
)
PRODUCER = _together(
    "SELECT id FROM register_producer",
    _FRAME,
    _part("m", _MAKER, "w JOIN register_producer m ON m.id = w.id"),
    _part(
        "p",
        _of("p", "id", "name", "name_en", "slug", "product_set_id", "is_active"),
        "w JOIN register_product p ON p.producer_id = w.id",
    ),
    _part(
        "c",
        _CERTIFICATE,
        "w JOIN register_product p ON p.producer_id = w.id"
        " JOIN register_certificate c ON c.product_id = p.id",
    ),
    _part("k", _CARDS, "w JOIN listings_productcard k ON k.producer_id_ref = w.id"),
)


def fingerprint_of_lists() -> str:
    """Changes with everything that a list of products or producers shows."""
    return _fingerprint(LIST)


def fingerprint_of_product(slug: str) -> str:
    """Changes with everything that the page of the product shows."""
    return _fingerprint(PRODUCT, slug)


def fingerprint_of_producer(slug: str) -> str:
    """Changes with everything that the page of the producer shows."""
    return _fingerprint(PRODUCER, slug)


def _fingerprint(sql: str, *slug: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(sql, slug)
        rows = sorted(row for (row,) in cursor.fetchall())
    return blake2b(repr(rows).encode(), digest_size=16).hexdigest()
