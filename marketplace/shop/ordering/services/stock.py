"""Taking stock for an order: decided by the database, in one conditional statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Case, F, IntegerField, Q, When
from django.db.models.functions import Coalesce
from oscar.core.loading import get_model

StockRecord = get_model("partner", "StockRecord")
ALLOCATED = Coalesce(F("num_allocated"), 0)
BATCH = 100  # SQLite reads no condition deeper than a thousand


@dataclass(frozen=True, slots=True)
class Wish:
    """So many of one stock record, at the price the buyer agreed to."""

    stockrecord_id: int
    quantity: int
    price: Decimal


def take(wish: Wish) -> bool:
    """Allocate if that many are free at that price; False, with nothing changed, if not."""
    free_enough = StockRecord.objects.filter(_can_be_had(wish))
    return free_enough.update(num_allocated=ALLOCATED + wish.quantity) == 1


def take_all(wishes: Iterable[Wish]) -> Wish | None:
    """Take every wish, or give back the first that cannot be had.

    In a number of statements that does not grow with the wishes, and in the order of the
    keys, so that two orders never wait for each other. The caller's transaction undoes what
    was taken when one is missing.
    """
    in_order = sorted(wishes, key=lambda wish: wish.stockrecord_id)
    batches = [in_order[at : at + BATCH] for at in range(0, len(in_order), BATCH)]
    return next((missing for batch in batches if (missing := _take_batch(batch))), None)


def _take_batch(batch: list[Wish]) -> Wish | None:
    if len(batch) > 1 and _take_together(batch):
        return None
    return next((wish for wish in batch if not take(wish)), None)


def _take_together(batch: list[Wish]) -> bool:
    records = StockRecord.objects.filter(pk__in=[wish.stockrecord_id for wish in batch])
    with transaction.atomic():
        # One statement locks its rows in no order of ours.
        list(records.select_for_update().order_by("pk").values_list("pk"))
        can_be_had = reduce(or_, (_can_be_had(wish) for wish in batch))
        wanted = Case(
            *(When(pk=wish.stockrecord_id, then=wish.quantity) for wish in batch),
            output_field=IntegerField(),
        )
        taken = records.filter(can_be_had).update(num_allocated=ALLOCATED + wanted)
        if taken < len(batch):
            transaction.set_rollback(True)
    return taken == len(batch)


def _can_be_had(wish: Wish) -> Q:
    return Q(
        pk=wish.stockrecord_id,
        price=wish.price,
        num_in_stock__gte=ALLOCATED + wish.quantity,
    )


def free_now(stockrecord_id: int) -> int:
    """How many are free at this moment."""
    return max(0, StockRecord.objects.get(pk=stockrecord_id).net_stock_level)
