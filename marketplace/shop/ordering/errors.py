"""Why an order is not placed. Each carries what the page must tell; nothing has changed."""

from collections.abc import Sequence
from decimal import Decimal


class OrderRefused(Exception):
    """The basket stays open and whole."""


class BasketEmpty(OrderRefused):
    """There is nothing to order, and this basket was never ordered."""


class NoLongerSellable(OrderRefused):
    """The gate, the seller or the shop closed on some lines since they were put in."""

    def __init__(self, lines: Sequence) -> None:
        super().__init__([line.name for line in lines])
        self.lines = lines


class OutOfStock(OrderRefused):
    """Fewer are free than the line asks for."""

    def __init__(self, line, free: int) -> None:
        super().__init__(line.name, free)
        self.line = line
        self.free = free


class PriceChanged(OrderRefused):
    """A price, fee or offer changed since the buyer saw the total."""

    def __init__(self, old: Decimal | None, new: Decimal) -> None:
        super().__init__(old, new)
        self.old = old
        self.new = new


class AlcoholNeedsCashless(OrderRefused):
    """Alcohol is never sold for cash (Decree 24/2020/NĐ-CP, Article 6)."""

    def __init__(self, lines: Sequence) -> None:
        super().__init__([line.name for line in lines])
        self.lines = lines


class AgeUndeclared(OrderRefused):
    """Alcohol is sold to adults alone, and nobody has said to be one."""


class NoAccount(OrderRefused):
    """Some sellers have no bank account to transfer to."""

    def __init__(self, parcels: Sequence) -> None:
        super().__init__([parcel.seller_name for parcel in parcels])
        self.parcels = parcels


class TooManyOpen(OrderRefused):
    """So many cash orders to this telephone number or address are not finished yet."""

    def __init__(self, *, phone: bool, most: int) -> None:
        super().__init__(phone, most)
        self.phone = phone
        self.most = most


class DeliveryUnknown(OrderRefused):
    """No rate covers the way of some parcels."""

    def __init__(self, parcels: Sequence) -> None:
        super().__init__([parcel.seller_name for parcel in parcels])
        self.parcels = parcels


class WayClosed(OrderRefused):
    """The point or the picking up that was chosen is not open to the basket any more."""


class AddressMissing(OrderRefused):
    """Some parcel is brought to the buyer, and nobody said where."""


class OrderTooLarge(OrderRefused):
    """The total is more than one order may cost."""

    def __init__(self, *, total: Decimal, most: Decimal) -> None:
        super().__init__(total, most)
        self.total = total
        self.most = most


class MoveRefused(Exception):
    """The parcel does not go from where it stands to the state asked for; nothing has changed."""

    def __init__(self, *, stands: str, asked: str) -> None:
        super().__init__(stands, asked)
        self.stands = stands
        self.asked = asked


class NotPaidYet(Exception):
    """A parcel to be paid by transfer is not packed before the money is there."""

    def __init__(self, rest: Decimal) -> None:
        super().__init__(rest)
        self.rest = rest


class MarkRefused(Exception):
    """A parcel's money stands otherwise than what was to be written down; nothing has changed."""


class AmountWrong(MarkRefused):
    """The amount does not fit what is written down."""

    def __init__(self, *, least: Decimal, most: Decimal | None) -> None:
        super().__init__(least, most)
        self.least = least
        self.most = most


class MarkedMeanwhile(MarkRefused):
    """Another member wrote something down since the page was made."""


class ReasonMissing(ValueError):
    """Whoever refuses or takes back tells the buyer why."""


class BadQuantity(ValueError):
    """What was typed is no whole number from 1 to the most a line may hold."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class NotEnough(OrderRefused):
    """The basket would ask for more than is free."""

    def __init__(self, *, name: str, free: int, held: int) -> None:
        super().__init__(name, free, held)
        self.name = name
        self.free = free
        self.held = held
