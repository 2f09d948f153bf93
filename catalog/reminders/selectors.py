"""Recognitions that end soon."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from catalog.register.models import Certificate

from .models import ReminderDay, ReminderSent


def steps_on(day: date) -> list[int]:
    """The days before the end on which somebody is reminded, by the rule of the day."""
    rows = ReminderDay.objects.filter(valid_from__lte=day)
    rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    return sorted(set(rows.values_list("days", flat=True)))


def ending(day: date, *, within: int) -> QuerySet[Certificate]:
    """What opens the gate on the day and ends in so many days, the soonest first.

    Each with its ``last_day``; products nobody makes any more are left out.
    """
    return (
        Certificate.objects.opening_the_gate_on(day)
        .filter(product__is_active=True, product__producer__is_active=True)
        .annotate(last_day=Coalesce("extended_until", "expires_on"))
        .filter(last_day__lte=day + timedelta(days=within))
        .order_by("last_day", "pk")
    )


def unreminded(day: date, *, step: int, after: int) -> QuerySet[Certificate]:
    """Those whose reminder ``step`` is the latest due, and was not sent.

    ``after`` is the next smaller step, or -1: what is nearer its end has a later reminder.
    """
    sent = ReminderSent.objects.filter(
        certificate=OuterRef("pk"), last_day=OuterRef("last_day"), days=step
    )
    nearer = day + timedelta(days=after)
    return ending(day, within=step).filter(~Exists(sent), last_day__gt=nearer)
