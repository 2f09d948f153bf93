"""Cash orders that nobody has finished yet: so many of one number or to one address, no more."""

from datetime import date

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q

from marketplace.shop.ordering.enums import CLOSED, PaymentMethod
from marketplace.shop.ordering.errors import TooManyOpen
from marketplace.shop.ordering.models import CashLimit, OrderGroup, Parcel


def refuse_too_many(*, phone: str, commune_code: str, street_key: str, day: date) -> None:
    """Raise TooManyOpen when one more cash order would pass the limit of the day.

    To be called in the transaction that places the order. Two of them with the same number or
    address wait for each other: on SQLite because only one writes at a time, on PostgreSQL by
    a lock on number and address that ends with the transaction; so the second counts the first.
    """
    limit = CashLimit.objects.filter(effective_from__lte=day).order_by("-effective_from").first()
    if limit is None:
        return
    address = f"{commune_code} {street_key}" if commune_code and street_key else ""
    _hold_line([phone, address] if address else [phone])
    here = Q(commune_code=commune_code, street_key=street_key) if address else Q(pk__in=[])
    open_parcels = Parcel.objects.filter(group=OuterRef("pk")).exclude(order__status__in=CLOSED)
    found = (
        OrderGroup.objects.filter(Q(phone=phone) | here, Exists(open_parcels))
        .filter(payment_method=PaymentMethod.CASH)
        .aggregate(phone=Count("pk", filter=Q(phone=phone)), address=Count("pk", filter=here))
    )
    if found["phone"] >= limit.per_phone:
        raise TooManyOpen(phone=True, most=limit.per_phone)
    if found["address"] >= limit.per_address:
        raise TooManyOpen(phone=False, most=limit.per_address)


def _hold_line(names: list[str]) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for name in sorted(names):  # in one order, so that two never wait for each other
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
