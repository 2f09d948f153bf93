"""Vietnamese money: whole dong, a dot between thousands."""

from decimal import ROUND_HALF_UP, Decimal


def whole(amount: Decimal) -> Decimal:
    """The amount rounded to whole dong, halves up."""
    return amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def dong(amount: Decimal | int) -> str:
    """``1234000`` as ``1.234.000 ₫``, with a space that does not break."""
    return f"{whole(Decimal(amount)):,}".replace(",", ".") + "\u00a0₫"
