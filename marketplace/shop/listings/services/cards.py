"""The read model of lists: a card for each product and sale window, written with the fact.

Cards know days, not today: a product recognised until the 30th has a card until the 30th,
and the list of the 31st does not read it. So no clock and no job is needed here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Max, QuerySet
from django.db.models.functions import Coalesce
from oscar.core.loading import get_model

from catalog.register.models import Product
from marketplace.shop.listings.models import FILTERS, ProductCard

from .card_rows import rows_of
from .versions import raise_version

BATCH = 500
_gathered: ContextVar[set[int] | None] = ContextVar("gathered_products", default=None)


def refresh_cards(product_ids: Iterable[int]) -> int:
    """Write the cards of these products anew; return how many rows changed.

    The storefront's version rises only when one did. Inside ``gathered()`` the work is
    put off to its end.
    """
    wanted = set(product_ids)
    waiting = _gathered.get()
    if waiting is not None:
        waiting.update(wanted)
        return 0
    changed = 0
    ordered = sorted(wanted)
    for start in range(0, len(ordered), BATCH):
        with transaction.atomic():
            changed += _refresh_batch(ordered[start : start + BATCH])
    return changed


@contextmanager
def gathered() -> Iterator[None]:
    """Refresh once, at the end, what is saved row by row inside; for loading many rows."""
    token = _gathered.set(set())
    try:
        yield
        product_ids = _gathered.get() or set()
    finally:
        _gathered.reset(token)
    refresh_cards(product_ids)


def rebuild_all(progress: Callable[[int, int], None] | None = None) -> int:
    """Write all cards anew, as after a bulk load; return how many rows changed.

    ``progress`` is called with the number done and the number of all.
    """
    product_ids = list(Product.objects.order_by("pk").values_list("pk", flat=True))
    changed = 0
    for start in range(0, len(product_ids), BATCH):
        changed += refresh_cards(product_ids[start : start + BATCH])
        if progress:
            progress(min(start + BATCH, len(product_ids)), len(product_ids))
    return changed


def note_stock_change(stockrecord_ids: Iterable[int]) -> int:
    """Let the cards say whether these goods are in stock; return how many cards changed.

    Called inside the transaction that moved the stock.
    """
    stock_records = get_model("partner", "StockRecord").objects
    ids = list(stockrecord_ids)
    products = stock_records.filter(pk__in=ids).values("product__listing__product")
    _queue_for(products)
    cards = list(
        ProductCard.objects.filter(product__in=products).values_list("pk", "product_id", "in_stock")
    )
    if not cards:
        return 0
    free = dict(
        stock_records.filter(
            product__listing__product__in={product_id for _, product_id, _ in cards},
            product__listing__is_active=True,
            price__isnull=False,
        )
        .values_list("product__listing__product")
        .annotate(free=Max(Coalesce(F("num_in_stock"), 0) - Coalesce(F("num_allocated"), 0)))
    )
    turned = [pk for pk, product_id, flag in cards if (free.get(product_id, 0) > 0) != flag]
    if not turned:
        return 0
    version = raise_version(counts_changed=True)
    states = {pk: free.get(product_id, 0) > 0 for pk, product_id, _ in cards}
    for state in (True, False):
        ProductCard.objects.filter(pk__in=[pk for pk in turned if states[pk] is state]).update(
            in_stock=state, version=version
        )
    return len(turned)


def _queue_for(products: Sequence[int] | QuerySet) -> None:
    """Let those who write cards of the same products do so one after the other.

    Before anything is read: who waited reads what the others committed, or two orders that
    each take the last of another pack would both see the other's pack left. On SQLite all
    who write stand in one queue already.
    """
    if connection.features.has_select_for_update:
        # NO KEY: what points to a product may be written meanwhile.
        queued = Product.objects.select_for_update(no_key=True).filter(pk__in=products)
        list(queued.order_by("pk").values_list("pk", flat=True))


def _refresh_batch(product_ids: Sequence[int]) -> int:
    _queue_for(product_ids)
    wanted = rows_of(product_ids)
    held = {
        (row["product_id"], row["sells_from"]): row
        for row in ProductCard.objects.filter(product_id__in=product_ids).values()
    }
    gone = [row["id"] for key, row in held.items() if key not in wanted]
    new = [row for key, row in wanted.items() if key not in held]
    changed = [
        {"id": held[key]["id"], **row}
        for key, row in wanted.items()
        if key in held and _differs(row, held[key])
    ]
    if not (gone or new or changed):
        return 0
    moved = any(
        _differs({name: row[name] for name in FILTERS}, held[row["product_id"], row["sells_from"]])
        for row in changed
    )
    version = raise_version(counts_changed=bool(gone or new or moved))
    ProductCard.objects.filter(pk__in=gone).delete()
    ProductCard.objects.bulk_create([ProductCard(**row, version=version) for row in new])
    if changed:
        ProductCard.objects.bulk_update(
            [ProductCard(**row, version=version) for row in changed],
            [name for name in changed[0] if name not in {"id", "product_id"}] + ["version"],
            batch_size=100,
        )
    return len(gone) + len(new) + len(changed)


def _differs(row: dict[str, Any], held: dict[str, Any]) -> bool:
    return any(held[name] != value for name, value in row.items())
