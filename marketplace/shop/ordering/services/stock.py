"""Taking stock for an order: decided by the database, one statement per stock record."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Coalesce
from oscar.core.loading import get_model

StockRecord = get_model("partner", "StockRecord")
ALLOCATED = Coalesce(F("num_allocated"), 0)


@dataclass(frozen=True, slots=True)
class Wish:
    """So many of one stock record, at the price the buyer agreed to."""

    stockrecord_id: int
    quantity: int
    price: Decimal


def take(wish: Wish) -> bool:
    """Allocate if that many are free at that price; False, with nothing changed, if not."""
    free_enough = StockRecord.objects.filter(
        pk=wish.stockrecord_id,
        price=wish.price,
        num_in_stock__gte=ALLOCATED + wish.quantity,
    )
    return free_enough.update(num_allocated=ALLOCATED + wish.quantity) == 1


def take_all(wishes: Iterable[Wish]) -> Wish | None:
    """Take every wish, or stop at the first that cannot be had and give it back.

    In the order of the keys, so that two orders never wait for each other. The caller's
    transaction undoes what was taken before.
    """
    for wish in sorted(wishes, key=lambda wish: wish.stockrecord_id):
        if not take(wish):
            return wish
    return None


def free_now(stockrecord_id: int) -> int:
    """How many are free at this moment."""
    return max(0, StockRecord.objects.get(pk=stockrecord_id).net_stock_level)
