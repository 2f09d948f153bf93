"""Rate tables: a new one from a day on, for a seller, a province or the whole site.

Rows are only ever added, so that every past day keeps its table; what has not begun yet may
be taken back.
"""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from catalog.journal import audit
from catalog.lib import clock
from catalog.places.models import Province
from marketplace.shop.delivery.enums import Zone
from marketplace.shop.delivery.errors import AlreadyBegun, BeginsInThePast
from marketplace.shop.delivery.models import DeliveryRate
from marketplace.shop.listings.models import Seller

from .terms import use_own_rates


@dataclass(frozen=True, slots=True)
class ZoneRate:
    """What a zone costs: the first half kilogram and each further one, in whole dong."""

    zone: Zone
    first_fee: int
    step_fee: int
    days_min: int
    days_max: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rates of all zones with what holds for each of them."""

    zones: tuple[ZoneRate, ...]
    divisor: int
    free_from: Decimal | None = None


def set_sellers_table(seller: Seller, table: Table, *, effective_from: date, by) -> None:
    """Deliver by the seller's own table from a day on; raises BeginsInThePast."""
    _refuse_past(effective_from)
    with transaction.atomic():
        _write(table, effective_from, seller=seller)
        use_own_rates(seller, effective_from=effective_from)
        audit.record("delivery.table_set", seller, actor=by, after=_told(table, effective_from))


def set_house_table(province: Province | None, table: Table, *, effective_from: date, by) -> None:
    """Replace a province's table, or the site's, from a day on; raises BeginsInThePast."""
    _refuse_past(effective_from)
    with transaction.atomic():
        rows = _write(table, effective_from, province=province)
        audit.record(
            "delivery.house_table_set",
            rows[0] if province is None else province,
            actor=by,
            after=_told(table, effective_from),
        )


def take_back_sellers_table(seller: Seller, *, effective_from: date, by) -> None:
    """Forget a table that has not begun; raises AlreadyBegun when there is none."""
    _take_back(DeliveryRate.objects.filter(seller=seller), effective_from, subject=seller, by=by)


def take_back_house_table(province: Province | None, *, effective_from: date, by) -> None:
    """The same for a province's table, or the site's."""
    rows = DeliveryRate.objects.filter(seller=None, province=province)
    _take_back(rows, effective_from, subject=province, by=by)


def _refuse_past(effective_from: date) -> None:
    if effective_from < clock.today():
        raise BeginsInThePast


def _write(table: Table, effective_from: date, **owner) -> list[DeliveryRate]:
    return DeliveryRate.objects.bulk_create(
        DeliveryRate(
            **owner,
            zone=one.zone,
            first_fee=one.first_fee,
            step_fee=one.step_fee,
            days_min=one.days_min,
            days_max=one.days_max,
            free_from=table.free_from,
            divisor=table.divisor,
            effective_from=effective_from,
        )
        for one in table.zones
    )


def _take_back(rows, effective_from: date, *, subject, by) -> None:
    with transaction.atomic():
        waiting = rows.filter(effective_from=effective_from, effective_from__gt=clock.today())
        first = waiting.first()
        # Deleted under the same condition: at midnight a table begins, and then it stays.
        if first is None or not waiting.delete()[0]:
            raise AlreadyBegun
        audit.record(
            "delivery.table_taken_back",
            subject or first,
            actor=by,
            before={"effective_from": effective_from},
        )


def _told(table: Table, effective_from: date) -> dict:
    return {**asdict(table), "effective_from": effective_from}
