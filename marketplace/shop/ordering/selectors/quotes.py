"""What a basket costs on a day: the one calculation behind the pages and the order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.contrib.auth.models import AnonymousUser
from oscar.core.loading import get_class

from catalog.lib import money
from marketplace.shop.delivery.enums import DeliveryWay
from marketplace.shop.delivery.rules import AT_HOME, Choice
from marketplace.shop.delivery.selectors.ways import PointOffer, Quote, Ways
from marketplace.shop.ordering.enums import Problem
from marketplace.shop.ordering.offers import BasketOffers
from marketplace.shop.ordering.rules import MOST_OF_ONE

from .fees import price_delivery

Selector = get_class("partner.strategy", "Selector")
ZERO = Decimal(0)


@dataclass
class QuotedLine:
    """A line with today's price; ``problem`` says why it cannot be bought, and is not counted."""

    line: object  # basket.Line
    certificate: object | None  # register.Certificate, the one that opens the gate
    unit_price: Decimal
    free: int
    problem: Problem | None = None
    reason: str = ""
    discounts: dict[int, Decimal] = field(default_factory=dict)  # offer id -> whole dong

    @property
    def pk(self) -> int:
        """The basket line's key."""
        return self.line.pk

    @property
    def quantity(self) -> int:
        """How many are asked for."""
        return self.line.quantity

    @property
    def most(self) -> int:
        """The most the line may hold now."""
        return min(self.free, MOST_OF_ONE)

    @property
    def listing(self):
        """The listing, or None for a pack that never was one."""
        return getattr(self.line.product, "listing", None)

    @property
    def name(self) -> str:
        """Product and pack, as a person names them."""
        return self.line.product.title

    @property
    def goods(self) -> Decimal:
        """Price of all, before discounts."""
        return self.unit_price * self.quantity

    @property
    def discount(self) -> Decimal:
        """What offers take off."""
        return sum(self.discounts.values(), ZERO)

    @property
    def price(self) -> Decimal:
        """What the buyer pays for the line."""
        return self.goods - self.discount


@dataclass
class QuotedParcel:
    """One seller's lines, and their way to the buyer."""

    seller: object  # listings.Seller
    lines: list[QuotedLine] = field(default_factory=list)
    delivery: Quote | None = None
    delivery_discount: Decimal = ZERO

    @property
    def seller_name(self) -> str:
        """The producer's legal name."""
        return self.seller.producer.name

    @property
    def grams(self) -> int:
        """What the parcel weighs."""
        return sum(line.listing.weight_grams * line.quantity for line in self.lines)

    @property
    def cubic_cm(self) -> int:
        """The room it takes, as far as its packs were measured."""
        return sum(line.listing.cubic_cm * line.quantity for line in self.lines)

    @property
    def goods(self) -> Decimal:
        """Goods before discounts."""
        return sum((line.goods for line in self.lines), ZERO)

    @property
    def discount(self) -> Decimal:
        """What offers take off the goods."""
        return sum((line.discount for line in self.lines), ZERO)

    @property
    def fee(self) -> Decimal | None:
        """The delivery fee to pay; None while it is not known."""
        return None if self.delivery is None else self.delivery.fee - self.delivery_discount

    @property
    def total(self) -> Decimal | None:
        """What the buyer pays at the door for this parcel."""
        return None if self.fee is None else self.goods - self.discount + self.fee


@dataclass
class BasketQuote:
    """A basket by parcels; sums count only what can be bought."""

    parcels: list[QuotedParcel]
    problems: list[QuotedLine]
    province_code: str
    choice: Choice = AT_HOME
    ways: Ways | None = None  # once a province is chosen
    point: PointOffer | None = None  # the one that some of the parcels go to
    applications: list[dict] = field(default_factory=list)  # Oscar's, in the order applied

    @property
    def lines(self) -> list[QuotedLine]:
        """All lines that can be bought."""
        return [line for parcel in self.parcels for line in parcel.lines]

    @property
    def count(self) -> int:
        """How many pieces can be bought."""
        return sum(line.quantity for line in self.lines)

    @property
    def is_empty(self) -> bool:
        """Whether there is no line at all, not even a problem."""
        return not self.parcels and not self.problems

    @property
    def goods_total(self) -> Decimal:
        """Goods of all parcels before discounts."""
        return sum((parcel.goods for parcel in self.parcels), ZERO)

    @property
    def discount_total(self) -> Decimal:
        """What offers take off the goods of all parcels."""
        return sum((parcel.discount for parcel in self.parcels), ZERO)

    @property
    def point_fee(self) -> Decimal:
        """The one fee for all parcels that are fetched at a point."""
        return self.point.fee if self.point else ZERO

    @property
    def parcel_fees(self) -> Decimal | None:
        """Fees of all parcels; None while one of them is not known."""
        fees = [parcel.fee for parcel in self.parcels]
        return None if None in fees else sum(fees, ZERO)

    @property
    def delivery_total(self) -> Decimal | None:
        """All fees, the point's too; None while one of them is not known."""
        fees = self.parcel_fees
        return None if fees is None else fees + self.point_fee

    @property
    def total(self) -> Decimal | None:
        """What the buyer pays in all; None while a fee is not known."""
        fees = self.delivery_total
        return None if fees is None else self.goods_total - self.discount_total + fees

    @property
    def undeliverable(self) -> list[QuotedParcel]:
        """Parcels whose way no rate covers, once a province is chosen."""
        return [p for p in self.parcels if p.delivery is None] if self.province_code else []

    @property
    def has_closed_way(self) -> bool:
        """Whether something was chosen that is not open, and so would be brought instead."""
        here = {parcel.seller.pk for parcel in self.parcels}
        taken = self.taken_choice
        if self.choice.pickups & here != taken.pickups:
            return True
        wants_point = self.choice.point_id is not None and here - taken.pickups
        return bool(wants_point and taken.point_id != self.choice.point_id)

    @property
    def needs_address(self) -> bool:
        """Whether any parcel is brought to the buyer, or may be, for all that is known."""
        return any(
            parcel.delivery is None or parcel.delivery.way == DeliveryWay.ADDRESS
            for parcel in self.parcels
        )

    @property
    def taken_choice(self) -> Choice:
        """The choice as far as it can be had: what is no longer open is left out."""
        return Choice(
            point_id=self.point.point.pk if self.point else None,
            pickups=frozenset(
                parcel.seller.pk
                for parcel in self.parcels
                if parcel.delivery and parcel.delivery.way == DeliveryWay.PICKUP
            ),
        )


def quote_basket(
    basket,
    *,
    day: date,
    province_code: str = "",
    choice: Choice = AT_HOME,
    user=None,
    lock: bool = False,
) -> BasketQuote:
    """Price a basket line by line, parcel by parcel; ``lock`` holds the offers it uses."""
    if not basket.has_strategy:
        basket.strategy = Selector().strategy()
    lines = [_quote_line(line, basket.strategy) for line in basket.all_lines()]
    bought = [line for line in lines if line.problem is None]
    result = BasketQuote(
        parcels=_parcels_of(bought),
        problems=[line for line in lines if line.problem is not None],
        province_code=province_code,
        choice=choice,
    )
    if bought:
        _apply_offers(basket, result, user or AnonymousUser(), lock=lock)
    if province_code and bought:
        price_delivery(result, day)
    return result


def _quote_line(line, strategy) -> QuotedLine:
    info = line.purchase_info
    stock = info.availability
    problem, reason = None, ""
    if not stock.num_available:
        problem, reason = Problem(stock.code), stock.message
    elif line.quantity > stock.num_available:
        problem = Problem.FEWER
        reason = stock.is_purchase_permitted(line.quantity)[1]
    return QuotedLine(
        line=line,
        certificate=strategy.certificate_of(line.product),
        unit_price=info.price.incl_tax if info.price.exists else ZERO,
        free=stock.num_available,
        problem=problem,
        reason=reason,
    )


def _parcels_of(lines: Iterable[QuotedLine]) -> list[QuotedParcel]:
    parcels: dict[int, QuotedParcel] = {}
    for line in lines:
        seller = line.line.stockrecord.partner.seller
        parcels.setdefault(seller.pk, QuotedParcel(seller)).lines.append(line)
    return list(parcels.values())


def _apply_offers(basket, result: BasketQuote, user, *, lock: bool) -> None:
    """Let Oscar apply the offers to the lines that count; round each line's part to dong."""
    basket._lines = [line.line for line in result.lines]  # noqa: SLF001
    try:
        BasketOffers(lock=lock).apply(basket, user)
    finally:
        basket._lines = None  # noqa: SLF001
    result.applications = list(basket.offer_applications)
    for line in result.lines:
        for given in line.line.discounts:
            left = line.price
            amount = min(money.whole(Decimal(given.amount)), left)
            key = given.offer.pk
            line.discounts[key] = line.discounts.get(key, ZERO) + amount
