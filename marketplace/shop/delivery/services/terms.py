"""What a seller offers from a day on: whose table, and picking up. Added, never changed."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from catalog.journal import audit
from catalog.lib import clock
from marketplace.shop.delivery.enums import RatesInUse
from marketplace.shop.delivery.errors import AlreadyBegun, BeginsInThePast, OwnRatesMissing
from marketplace.shop.delivery.models import DeliveryRate, SellerTerms
from marketplace.shop.delivery.selectors.ways import terms_of
from marketplace.shop.listings.models import Seller


@dataclass(frozen=True, slots=True)
class Offered:
    """A seller's choices."""

    rates: RatesInUse
    pickup_is_on: bool = False
    pickup_address: str = ""
    pickup_hours: str = ""
    pickup_days: int = 1


def set_terms(seller: Seller, offered: Offered, *, effective_from: date, by) -> None:
    """Offer this from a day on.

    Raises BeginsInThePast, or OwnRatesMissing when the own table has no rate that day.
    """
    if effective_from < clock.today():
        raise BeginsInThePast
    if offered.rates == RatesInUse.OWN and not has_own_rates(seller, effective_from):
        raise OwnRatesMissing
    with transaction.atomic():
        before = terms_of([seller.pk], effective_from).get(seller.pk)
        SellerTerms.objects.create(seller=seller, effective_from=effective_from, **asdict(offered))
        audit.record(
            "delivery.terms_set",
            seller,
            actor=by,
            before=before and audit.values(before, *Offered.__slots__),
            after={**asdict(offered), "effective_from": effective_from},
        )


def use_own_rates(seller: Seller, *, effective_from: date) -> None:
    """Deliver by the own table from that day, all else as it is; part of setting a table."""
    now = terms_of([seller.pk], effective_from).get(seller.pk)
    if now is None:
        SellerTerms.objects.create(
            seller=seller, effective_from=effective_from, rates=RatesInUse.OWN
        )
    elif now.rates != RatesInUse.OWN:
        kept = audit.values(now, *Offered.__slots__)
        SellerTerms.objects.create(
            seller=seller, effective_from=effective_from, **{**kept, "rates": RatesInUse.OWN}
        )


def take_back_terms(seller: Seller, *, effective_from: date, by) -> None:
    """Forget choices that have not begun; raises AlreadyBegun when there are none."""
    with transaction.atomic():
        waiting = SellerTerms.objects.filter(
            seller=seller, effective_from=effective_from, effective_from__gt=clock.today()
        )
        if not waiting.delete()[0]:
            raise AlreadyBegun
        before = {"effective_from": effective_from}
        audit.record("delivery.terms_taken_back", seller, actor=by, before=before)


def has_own_rates(seller: Seller, day: date) -> bool:
    """Whether the seller's own table says something of a day."""
    return DeliveryRate.objects.filter(seller=seller, effective_from__lte=day).exists()
