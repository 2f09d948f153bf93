"""The order service: one basket becomes one group with an order per producer, or nothing.

Whatever the pages showed is checked again here, inside one transaction: the gate, the
listing, the seller, the law on alcohol, prices, offers, delivery and stock.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils.timezone import now
from oscar.core.loading import get_model

from catalog.journal import outbox
from catalog.lib import clock
from catalog.places.models import Commune, Province
from marketplace.shop.delivery.rules import AT_HOME, Choice
from marketplace.shop.listings.services.cards import note_stock_change
from marketplace.shop.ordering.enums import PaymentMethod, Problem
from marketplace.shop.ordering.errors import (
    AddressMissing,
    AgeUndeclared,
    AlcoholNeedsCashless,
    BasketEmpty,
    DeliveryUnknown,
    NoAccount,
    NoLongerSellable,
    OrderTooLarge,
    OutOfStock,
    PriceChanged,
    WayClosed,
)
from marketplace.shop.ordering.models import OrderGroup, TransferTerm
from marketplace.shop.ordering.rules import MOST_OF_ORDER, street_key
from marketplace.shop.ordering.selectors.payment import payment_choices
from marketplace.shop.ordering.selectors.quotes import BasketQuote, quote_basket
from marketplace.shop.paying.models import SellerAccount
from marketplace.shop.paying.selectors import accounts_in_force

from . import stock
from .cash import refuse_too_many
from .records import write_group, write_parcels, write_voucher_uses

Basket = get_model("basket", "Basket")
TOPIC = "order.placed"


@dataclass(frozen=True, slots=True)
class Address:
    """Where it goes and who takes it; text as stored, phone in its national form.

    Commune and street may be missing when the buyer fetches every parcel. ``as_typed`` is an
    old name of the place, in the buyer's words.
    """

    name: str
    phone: str
    province: Province
    commune: Commune | None = None
    street: str = ""
    email: str = ""
    note: str = ""
    as_typed: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """The group, and whether this very call made it."""

    group: OrderGroup
    is_new: bool


def place_order(
    basket,
    *,
    address: Address,
    seen_total: Decimal | None,
    choice: Choice = AT_HOME,
    user=None,
    language: str = "vi",
    payment_method: str = PaymentMethod.CASH,
    adult: bool = False,
) -> Placed:
    """Order a basket once: a second call, at once or later, gets the first call's group.

    Raises an OrderRefused, with nothing changed and the basket still open: BasketEmpty,
    TooManyOpen, NoLongerSellable, AlcoholNeedsCashless, AgeUndeclared (unless ``adult``),
    NoAccount, OutOfStock, WayClosed, AddressMissing, DeliveryUnknown, OrderTooLarge, or
    PriceChanged when the total is not the ``seen_total`` the buyer agreed to.
    """
    buyer = user if user is not None and user.is_authenticated else None
    with transaction.atomic(durable=True):
        if not _claim(basket):
            return Placed(_group_of(basket), is_new=False)
        fresh = Basket.objects.get(pk=basket.pk)
        street = street_key(address.street)
        if payment_method == PaymentMethod.CASH:
            refuse_too_many(
                phone=address.phone,
                commune_code=address.commune.code if address.commune else "",
                street_key=street,
                day=clock.today(),
            )
        quote = quote_basket(
            fresh,
            day=clock.today(),
            province_code=address.province.code,
            choice=choice,
            user=buyer,
            lock=True,
        )
        _refuse(quote, seen_total)
        if quote.needs_address and address.commune is None:
            raise AddressMissing
        payees = _payees(quote, payment_method, adult=adult)
        _take_stock(quote)
        group = write_group(
            fresh,
            quote,
            user=buyer,
            name=address.name,
            phone=address.phone,
            email=address.email,
            province_code=address.province.code,
            province_name=address.province.full_name,
            commune_code=address.commune.code if address.commune else "",
            commune_name=address.commune.full_name if address.commune else "",
            street=address.street,
            address_as_typed=address.as_typed,
            street_key=street,
            note=address.note,
            payment_method=payment_method,
            language=language,
        )
        pay_by = _pay_by() if payees else None
        parcels = write_parcels(group, quote, payees=payees, pay_by=pay_by)
        write_voucher_uses(quote, parcels[0].order, buyer or AnonymousUser())
        note_stock_change([line.line.stockrecord_id for line in quote.lines])
        outbox.post(TOPIC, key=f"{TOPIC}:{group.code}", payload={"group": group.pk})
    return Placed(group, is_new=True)


def _claim(basket) -> bool:
    """Close the basket, if nobody has: of many who try at once, one is told so."""
    open_one = Basket.objects.filter(pk=basket.pk, status__in=[Basket.OPEN, Basket.FROZEN])
    return open_one.update(status=Basket.SUBMITTED, date_submitted=now()) == 1


def _group_of(basket) -> OrderGroup:
    group = OrderGroup.objects.filter(basket_id=basket.pk).first()
    if group is None:  # merged into another basket, or never saved
        raise BasketEmpty
    return group


def _refuse(quote: BasketQuote, seen_total: Decimal | None) -> None:
    if quote.is_empty:
        raise BasketEmpty
    by_problem: dict[Problem, list] = {}
    for line in quote.problems:
        by_problem.setdefault(line.problem, []).append(line)
    gone = by_problem.get(Problem.ENDED, []) + by_problem.get(Problem.WITHDRAWN, [])
    if gone:
        raise NoLongerSellable(gone)
    if Problem.ALCOHOL in by_problem:
        raise AlcoholNeedsCashless(by_problem[Problem.ALCOHOL])
    if quote.problems:
        raise OutOfStock(quote.problems[0], quote.problems[0].free)
    if quote.has_closed_way:
        raise WayClosed
    if quote.undeliverable:
        raise DeliveryUnknown(quote.undeliverable)
    if quote.total > MOST_OF_ORDER:
        raise OrderTooLarge(total=quote.total, most=MOST_OF_ORDER)
    if quote.total != seen_total:
        raise PriceChanged(seen_total, quote.total)


def _payees(quote: BasketQuote, method: str, *, adult: bool) -> dict[int, SellerAccount]:
    """Whom each parcel is paid to; nobody's account for cash."""
    choices = payment_choices(quote)
    if choices.alcohol and not adult:
        raise AgeUndeclared
    if method != PaymentMethod.TRANSFER:
        if choices.alcohol:
            raise AlcoholNeedsCashless(choices.alcohol)
        return {}
    accounts = accounts_in_force(parcel.seller.pk for parcel in quote.parcels)
    without = [parcel for parcel in quote.parcels if parcel.seller.pk not in accounts]
    if without:
        raise NoAccount(without)
    return accounts


def _pay_by() -> datetime | None:
    """Until when the money is waited for, by the rule of today; without any, for ever."""
    rules = TransferTerm.objects.filter(effective_from__lte=clock.today())
    term = rules.order_by("-effective_from").first()
    return now() + timedelta(hours=term.hours) if term else None


def _take_stock(quote: BasketQuote) -> None:
    wanted: dict[int, int] = {}
    lines = {}
    for line in quote.lines:
        key = line.line.stockrecord_id
        wanted[key] = wanted.get(key, 0) + line.quantity
        lines[key] = line
    missing = stock.take_all(
        stock.Wish(key, quantity, lines[key].line.stockrecord.price)
        for key, quantity in wanted.items()
    )
    if missing is None:
        return
    free = stock.free_now(missing.stockrecord_id)
    if free < missing.quantity:
        raise OutOfStock(lines[missing.stockrecord_id], free)
    raise PriceChanged(quote.total, quote.total)
