"""Filling a basket: few statements, each decided by the database."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from oscar.core.loading import get_model

from catalog.lib import money
from marketplace.shop.ordering.errors import NotEnough
from marketplace.shop.ordering.rules import MOST_OF_ONE

Basket = get_model("basket", "Basket")
Line = get_model("basket", "Line")


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What a line held, to put it back."""

    listing_id: int | None
    quantity: int


def add_to_basket(basket, *, listing, stockrecord, quantity: int, free: int) -> None:
    """Put so many more of a listing in an open basket, which is saved if it is new.

    Raises NotEnough, with nothing changed, when the basket would ask for more than is free.
    """
    most = min(free, MOST_OF_ONE)
    reference = f"{listing.oscar_product_id}_{stockrecord.pk}"
    if basket.pk is None:
        if quantity > most:
            raise NotEnough(name=str(listing), free=free, held=0)
        with transaction.atomic():
            basket.save()
            _insert(basket, listing, stockrecord, reference, quantity)
        return
    if _raise_by(basket, reference, quantity, most):
        return
    held = _held(basket, reference)
    if held + quantity > most:
        raise NotEnough(name=str(listing), free=free, held=held)
    try:
        with transaction.atomic():
            _insert(basket, listing, stockrecord, reference, quantity)
    except IntegrityError:  # another request of the same visitor was first
        if not _raise_by(basket, reference, quantity, most):
            held = _held(basket, reference)
            raise NotEnough(name=str(listing), free=free, held=held) from None


def set_quantity(basket, *, line_id: int, quantity: int) -> bool:
    """Make an open basket's line hold so many; False for a line that is not there."""
    return bool(_lines(basket).filter(pk=line_id).update(quantity=quantity))


def take_out(basket, *, line_id: int) -> TakenOut | None:
    """Take a line out of an open basket; None for a line that is not there."""
    found = _lines(basket).filter(pk=line_id)
    taken = found.values_list("product__listing", "quantity").first()
    if taken is None or not found.delete()[0]:
        return None
    return TakenOut(*taken)


def line_ids(basket) -> list[int]:
    """The keys of an open basket's lines, in its order."""
    return list(_lines(basket).order_by("pk").values_list("pk", flat=True))


def pieces_in(basket) -> int:
    """How many pieces an open basket holds."""
    return _lines(basket).aggregate(pieces=Sum("quantity"))["pieces"] or 0


def _lines(basket):
    # Without a join: PostgreSQL then asks the conditions again of a line it had to wait for.
    return Line.objects.filter(basket__in=Basket.objects.filter(pk=basket.pk, status=Basket.OPEN))


def _held(basket, reference: str) -> int:
    line = _lines(basket).filter(line_reference=reference)
    return line.values_list("quantity", flat=True).first() or 0


def _raise_by(basket, reference: str, quantity: int, most: int) -> bool:
    room = _lines(basket).filter(line_reference=reference, quantity__lte=most - quantity)
    return bool(room.update(quantity=F("quantity") + quantity))


def _insert(basket, listing, stockrecord, reference: str, quantity: int) -> None:
    price = money.whole(stockrecord.price)
    Line.objects.bulk_create(
        [
            Line(
                basket=basket,
                line_reference=reference,
                product_id=listing.oscar_product_id,
                stockrecord=stockrecord,
                quantity=quantity,
                price_currency=stockrecord.price_currency,
                price_excl_tax=price,
                price_incl_tax=price,
            )
        ]
    )
