"""Complaints as each of the three kinds of readers sees them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, F, QuerySet, Value, When
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from catalog.lib import codes
from catalog.register.models import Producer, Product
from marketplace.accounts.scope import Scope

from . import rules
from .enums import State
from .models import Complaint


@dataclass(frozen=True, slots=True)
class Waiting:
    """A complaint in the officer's queue, with what is left of its deadline in words."""

    complaint: Complaint
    is_overdue: bool
    is_pressing: bool
    left: str


def find_product(slug: str) -> Product | None:
    """The product at an address, on sale or not: a false star is wrong on any page."""
    products = Product.objects.filter(slug=slug)
    return products.select_related("producer", "product_set").first()


def ticket(code: str) -> Complaint | None:
    """The complaint of this code, for whoever holds it."""
    return _whole().filter(code=codes.typed(code)).first()


def of_producer(producer: Producer) -> QuerySet[Complaint]:
    """Complaints about a producer's products, open ones first; nobody else's."""
    rows = _whole().filter(product__producer=producer)
    return rows.order_by(_first(State.OPEN), "-pk")


def of_scope(scope: Scope) -> QuerySet[Complaint]:
    """Complaints about products of an officer's places."""
    return _whole().filter(scope.of_producer("product__producer__"))


def queue(scope: Scope) -> QuerySet[Complaint]:
    """What waits for a decision: by deadline, the overdue first, then those without one."""
    waiting = of_scope(scope).filter(state=State.OPEN)
    return waiting.order_by(F("due_at").asc(nulls_last=True), "received_at")


def decided(scope: Scope) -> QuerySet[Complaint]:
    """What was decided, products still off sale first."""
    done = of_scope(scope).exclude(state=State.OPEN)
    return done.order_by(_first(State.TAKEN_DOWN), "-pk")


def waiting_of(complaint: Complaint, moment: datetime) -> Waiting:
    """The deadline in words a person need not reckon with."""
    due = complaint.due_at
    overdue = rules.is_overdue(due, moment)
    left = ""
    if due is not None and overdue:
        left = _("quá hạn %(time)s") % {"time": timesince(due, moment, depth=2)}
    elif due is not None:
        left = _("còn %(time)s") % {"time": timesince(moment, due, depth=2)}
    return Waiting(complaint, overdue, rules.is_pressing(due, moment), left)


def counts(scope: Scope, moment: datetime) -> tuple[int, int]:
    """How many wait, and how many of them press."""
    waiting = list(queue(scope).values_list("due_at", flat=True))
    return len(waiting), sum(rules.is_pressing(due, moment) for due in waiting)


def _whole() -> QuerySet[Complaint]:
    return Complaint.objects.select_related(
        "product__producer__commune", "take_down"
    ).prefetch_related("steps__by")


def _first(state: State) -> Case:
    return Case(When(state=state, then=Value(0)), default=Value(1))
