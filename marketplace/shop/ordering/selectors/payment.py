"""How a basket may be paid for, and how a parcel's money stands for whoever looks at it."""

from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from catalog.lib import vietqr
from catalog.register.models import Producer
from marketplace.shop.ordering.enums import OFF, ParcelState, PaymentMethod
from marketplace.shop.ordering.models import Parcel, PaymentRecord

from .counter import parcels_of
from .quotes import BasketQuote, QuotedLine, QuotedParcel


@dataclass(frozen=True, slots=True)
class PaymentChoices:
    """Cash unless alcohol is among the goods; transfer where every seller has an account."""

    alcohol: list[QuotedLine]
    without_account: list[QuotedParcel]

    @property
    def cash(self) -> bool:
        """Whether it may be paid at the door."""
        return not self.alcohol

    @property
    def transfer(self) -> bool:
        """Whether it may be paid from bank to bank."""
        return not self.without_account

    def chosen(self, asked: str) -> str:
        """What the form shows as chosen: what was asked for if it is open, else cash first."""
        open_ones = [
            method
            for method, is_open in (
                (PaymentMethod.CASH, self.cash),
                (PaymentMethod.TRANSFER, self.transfer),
            )
            if is_open
        ]
        if asked in open_ones:
            return asked
        return open_ones[0] if open_ones else ""


def payment_choices(quote: BasketQuote) -> PaymentChoices:
    """How what can be bought of a basket may be paid for; asks the database nothing."""
    return PaymentChoices(
        alcohol=[line for line in quote.lines if line.listing.product.product_set.is_alcohol],
        without_account=[p for p in quote.parcels if not p.seller.takes_transfers],
    )


def transfer_text(parcel: Parcel) -> str:
    """The VietQR text that pays what is left of a parcel; its number says what for."""
    return vietqr.payload(
        bank_bin=parcel.payee_bank,
        account=parcel.payee_number,
        amount=parcel.money.rest,
        purpose=parcel.order.number,
    )


def with_balance(parcels: QuerySet[Parcel]) -> QuerySet[Parcel]:
    """Each with what the seller holds of it."""
    last = PaymentRecord.objects.filter(parcel=OuterRef("pk")).order_by("-number")
    nothing = Value(0, output_field=PaymentRecord.balance.field)
    return parcels.annotate(held=Coalesce(Subquery(last.values("balance")[:1]), nothing))


# What a seller has to look at, by its address: transfers that the buyer says are made, cash
# that the door should have brought, money that is not theirs to keep.
TO_SEE = Q(
    payment_method=PaymentMethod.TRANSFER,
    said_paid_at__isnull=False,
    held=0,
    order__status__in=(ParcelState.PLACED, ParcelState.CONFIRMED),
)
TO_COLLECT = Q(payment_method=PaymentMethod.CASH, held=0, order__status=ParcelState.DELIVERED)
TO_GIVE_BACK = Q(held__gt=0, order__status__in=OFF) | Q(held__gt=F("order__total_incl_tax"))
WAITING = {"xem": TO_SEE, "thu": TO_COLLECT, "tra-lai": TO_GIVE_BACK}


def money_counts(producer: Producer) -> dict[str, int]:
    """How many parcels wait for the seller to look at their money, by what it is; one query."""
    return with_balance(parcels_of(producer)).aggregate(
        **{name.replace("-", "_"): Count("pk", filter=which) for name, which in WAITING.items()}
    )


def waiting_for_money(producer: Producer, name: str) -> QuerySet[Parcel]:
    """The parcels behind one of these counts, the oldest first."""
    waiting = with_balance(parcels_of(producer)).filter(WAITING[name])
    return waiting.prefetch_related("payments").order_by("group__placed_at")
