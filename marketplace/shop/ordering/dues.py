"""A parcel's money: what is due, what has come, and what may be written down next.

No database and no clock: a parcel hands in its figures.
"""

from dataclasses import dataclass
from decimal import Decimal

from .enums import OFF, MoneyState, ParcelState, PaymentKind, PaymentMethod
from .errors import AmountWrong, MarkRefused

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Money:
    """Whole dong; ``balance`` is what the seller has received and not given back."""

    method: str
    parcel_state: str
    total: Decimal
    balance: Decimal
    records: int  # how many are written down: a form carries it, so that two are told apart
    said: bool = False  # the buyer says it is transferred
    came_late: bool = False
    gave_back: bool = False

    @property
    def is_transfer(self) -> bool:
        """Whether it is paid from bank to bank."""
        return self.method == PaymentMethod.TRANSFER

    @property
    def is_off(self) -> bool:
        """Whether nothing is to be paid: the goods stay with the seller."""
        return self.parcel_state in OFF

    @property
    def rest(self) -> Decimal:
        """What is still to be paid."""
        return ZERO if self.is_off else max(self.total - self.balance, ZERO)

    @property
    def to_give_back(self) -> Decimal:
        """What the seller owes the buyer."""
        return max(self.balance - (ZERO if self.is_off else self.total), ZERO)

    @property
    def state(self) -> MoneyState:
        """How it stands, in one word."""
        if self.is_off:
            return self._state_when_off()
        if self.balance:
            if self.rest:
                return MoneyState.SHORT
            return MoneyState.OVER if self.to_give_back else MoneyState.PAID
        if self.is_transfer:
            return MoneyState.SAID if self.said else MoneyState.AWAITING
        return MoneyState.AT_DOOR

    def _state_when_off(self) -> MoneyState:
        if self.balance:
            return MoneyState.LATE if self.came_late else MoneyState.OWED
        return MoneyState.GIVEN_BACK if self.gave_back else MoneyState.NOTHING

    @property
    def can_be_paid_by_code(self) -> bool:
        """Whether the buyer is shown a code to transfer what is left."""
        return self.is_transfer and bool(self.rest)

    @property
    def may_say_paid(self) -> bool:
        """Whether the buyer can tell the seller to look for the money."""
        return self.can_be_paid_by_code and not self.said and not self.balance

    @property
    def may_be_packed(self) -> bool:
        """Goods to be paid by transfer wait for the money; cash comes at the door."""
        return not self.is_transfer or not self.rest

    @property
    def allowed(self) -> tuple[PaymentKind, ...]:
        """What the seller can write down now."""
        kinds: list[PaymentKind] = []
        if self.is_off:
            kinds += [PaymentKind.LATE] if self.is_transfer else []
        elif self.is_transfer or self.parcel_state == ParcelState.DELIVERED:
            if self.rest:
                kinds += [PaymentKind.FULL, PaymentKind.SHORT]
            kinds.append(PaymentKind.OVER)
        if self.to_give_back:
            kinds.append(PaymentKind.BACK)
        return tuple(kinds)

    def bounds(self, kind: PaymentKind) -> tuple[Decimal, Decimal | None]:
        """The least and the most that can be written down of this kind."""
        match kind:
            case PaymentKind.FULL:
                return self.rest, self.rest
            case PaymentKind.SHORT:
                return Decimal(1), self.rest - 1
            case PaymentKind.OVER:
                return self.rest + 1, None
            case PaymentKind.BACK:
                return Decimal(1), self.to_give_back
        return Decimal(1), None

    def check(self, kind: PaymentKind, amount: Decimal) -> None:
        """Raise MarkRefused, or AmountWrong, for what cannot be written down now."""
        if kind not in self.allowed:
            raise MarkRefused(kind)
        least, most = self.bounds(kind)
        if amount < least or (most is not None and amount > most):
            raise AmountWrong(least=least, most=most)

    def after(self, kind: PaymentKind, amount: Decimal) -> Decimal:
        """The balance when this is written down."""
        return self.balance - amount if kind == PaymentKind.BACK else self.balance + amount
