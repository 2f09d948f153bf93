"""The ways a basket's parcels can come, as the buyer chooses between them."""

from dataclasses import dataclass
from decimal import Decimal

from marketplace.shop.delivery.selectors.ways import PointOffer, Quote

from .quotes import ZERO, BasketQuote, QuotedParcel


@dataclass(frozen=True, slots=True)
class Home:
    """All parcels brought to the buyer; ``fee`` is None where no rate covers a way."""

    fee: Decimal | None
    days_min: int
    days_max: int


@dataclass(frozen=True, slots=True)
class Point:
    """One point for the parcels of ``gathered``; those of ``brought`` come to the door."""

    offer: PointOffer
    gathered: tuple[str, ...]
    brought: tuple[str, ...]
    is_chosen: bool

    @property
    def way(self) -> Quote:
        """Days, and where it is: the same for each parcel gathered."""
        return next(iter(self.offer.parcels.values()))


@dataclass(frozen=True, slots=True)
class Pickup:
    """One parcel fetched where it was made."""

    seller_id: int
    seller_name: str
    quote: Quote
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose."""

    home: Home
    points: tuple[Point, ...]
    pickups: tuple[Pickup, ...]

    @property
    def has_chosen_point(self) -> bool:
        """Whether the parcels that are not fetched elsewhere go to a point."""
        return any(point.is_chosen for point in self.points)


def offered_ways(quote: BasketQuote) -> Offered | None:
    """The ways to choose from; None where delivery to the door is the only one."""
    if quote.ways is None or not (quote.ways.points or quote.ways.pickup):
        return None
    return Offered(
        home=_home(quote),
        points=tuple(_point(quote, offer) for offer in quote.ways.points),
        pickups=tuple(
            _pickup(quote, parcel)
            for parcel in quote.parcels
            if parcel.seller.pk in quote.ways.pickup
        ),
    )


def _home(quote: BasketQuote) -> Home:
    known = [found for found in quote.ways.address.values() if found]
    return Home(
        fee=sum((q.fee for q in known), ZERO) if len(known) == len(quote.parcels) else None,
        days_min=min((q.days_min for q in known), default=0),
        days_max=max((q.days_max for q in known), default=0),
    )


def _point(quote: BasketQuote, offer: PointOffer) -> Point:
    names = {parcel.seller.pk: parcel.seller_name for parcel in quote.parcels}
    return Point(
        offer=offer,
        gathered=tuple(name for key, name in names.items() if key in offer.parcels),
        brought=tuple(name for key, name in names.items() if key not in offer.parcels),
        is_chosen=quote.choice.point_id == offer.point.pk,
    )


def _pickup(quote: BasketQuote, parcel: QuotedParcel) -> Pickup:
    key = parcel.seller.pk
    return Pickup(
        seller_id=key,
        seller_name=parcel.seller_name,
        quote=quote.ways.pickup[key],
        is_chosen=key in quote.choice.pickups,
    )
