"""What the cards of some products should say, from the register, the listings and the stock."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from oscar.core.loading import get_model

from catalog.lib.money import whole
from catalog.lib.vietnamese import fold, sort_key
from catalog.register import rules as register_rules
from catalog.register.models import Certificate, Product
from marketplace.shop.listings.rules import price_band
from marketplace.shop.listings.selectors.gate import without_taken_down

NAME_KEY_LETTERS = 30
NAME_KEY_LENGTH = 80
# sort_key ranks a sign by its kind (four of them) and its place among its kind.
_PLACES = 64


@dataclass(frozen=True, slots=True)
class Pack:
    """One active listing with its price and what is free of it."""

    pack: str
    price: Decimal
    free: int


def rows_of(product_ids: Iterable[int]) -> dict[tuple[int, date], dict[str, Any]]:
    """Field values of each card wanted, by product and first day of sale; three queries."""
    products = (
        without_taken_down(Product.objects)
        .filter(
            pk__in=product_ids,
            is_active=True,
            producer__is_active=True,
            producer__seller__suspended_at__isnull=True,
            producer__seller__isnull=False,
        )
        .select_related("producer__province", "product_set")
    )
    packs = _packs(product_ids)
    recognitions = defaultdict(dict)
    for certificate in Certificate.objects.filter(product__in=product_ids):
        recognitions[certificate.product_id][certificate.pk] = certificate
    rows = {}
    for product in products:
        if product.pk not in packs:
            continue
        common = _common(product, packs[product.pk])
        certificates = recognitions[product.pk]
        for window in register_rules.sale_windows(c.recognition for c in certificates.values()):
            rows[product.pk, window.first] = common | _of_window(
                window, certificates[window.recognition.serial]
            )
    return rows


def name_key(name: str) -> str:
    """A text that sorts, byte by byte, as Vietnamese sorts the name.

    Only hexadecimal digits, which every database orders alike: two for each letter, a pair
    below all letters, one for each tone.
    """
    letters, tones, _ = sort_key(name)
    signs = (kind * _PLACES + min(place, _PLACES - 1) for kind, place in letters)
    spelled = "".join(f"{sign:02x}" for sign in signs)[: 2 * NAME_KEY_LETTERS]
    return f"{spelled}00{''.join(map(str, tones))}"[:NAME_KEY_LENGTH]


def _packs(product_ids: Iterable[int]) -> dict[int, list[Pack]]:
    """Priced packs on sale of each product, in the order of the product's page."""
    packs = defaultdict(list)
    records = get_model("partner", "StockRecord").objects.filter(
        product__listing__product__in=product_ids,
        product__listing__is_active=True,
        price__isnull=False,
    )
    for product_id, pack, price, held, allocated in records.order_by(
        "product__listing__product", "product__listing__position", "product__listing__pk"
    ).values_list(
        "product__listing__product",
        "product__listing__pack",
        "price",
        "num_in_stock",
        "num_allocated",
    ):
        packs[product_id].append(Pack(pack, whole(price), (held or 0) - (allocated or 0)))
    return packs


def _common(product: Product, packs: list[Pack]) -> dict[str, Any]:
    """What the card says in every window; the price is that of the cheapest pack."""
    producer, province = product.producer, product.producer.province
    cheapest = min(packs, key=lambda pack: pack.price)
    found_by = (
        product.name,
        product.name_en,
        producer.name,
        producer.short_name,
        province.name,
        product.product_set.name,
        product.product_set.group_name,
        product.code or "",
    )
    return {
        "product_id": product.pk,
        "slug": product.slug,
        "name": product.name,
        "name_en": product.name_en,
        "name_key": name_key(product.name),
        "producer_id_ref": producer.pk,
        "producer_name": producer.display_name,
        "province_code": province.code,
        "province_name": province.name,
        "province_name_en": province.name_en,
        "set_no": product.product_set_id,
        "group_no": product.product_set.group_no,
        "is_alcohol": register_rules.is_alcohol(product.product_set_id),
        "price": cheapest.price,
        "pack": cheapest.pack,
        "packs": len(packs),
        "price_band": price_band(cheapest.price),
        "in_stock": any(pack.free > 0 for pack in packs),
        "picture": product.picture,
        "picture_is_drawn": product.picture_is_drawn,
        "folded": fold(" ".join(found_by))[:600],
        "is_sample": product.is_sample,
    }


def _of_window(window: register_rules.Window, certificate: Certificate) -> dict[str, Any]:
    issued_on = certificate.issued_on
    return {
        "sells_from": window.first,
        "sells_until": window.last,
        "star": certificate.star,
        "decision_no": certificate.decision_no,
        "recognised_on": issued_on,
        "star_rank": certificate.star * 10_000_000 + issued_on.toordinal(),
    }
