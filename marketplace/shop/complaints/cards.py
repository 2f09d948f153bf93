"""What complaints bring to both areas."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from catalog.register.models import Producer
from marketplace.accounts.permissions import may_edit_goods
from marketplace.areas.cards import TaskCard, Way, for_officers, for_producers
from marketplace.areas.desk import Desk

from . import selectors
from .enums import State


def counter_cards(producer: Producer) -> Iterable[TaskCard]:
    """Complaints that officers look at; silent while there are none."""
    waiting = selectors.of_producer(producer).filter(state__in=[State.OPEN, State.TAKEN_DOWN])
    if count := waiting.count():
        here = reverse("selling:complaints", args=[producer.slug])
        yield TaskCard(count, _("phản ánh về sản phẩm của bạn"), here, needs=may_edit_goods)


def counter_ways(producer: Producer) -> Iterable[Way]:
    """The menu's entry."""
    here = reverse("selling:complaints", args=[producer.slug])
    yield Way(_("Phản ánh"), here, place=85, needs=may_edit_goods)


def desk_cards(desk: Desk) -> Iterable[TaskCard]:
    """How many wait, and how many press."""
    count, pressing = selectors.counts(desk.scope, now())
    note = _("%(n)s gấp hoặc quá hạn") % {"n": pressing} if pressing else ""
    yield TaskCard(count, _("phản ánh chờ xử lý"), reverse("desk:complaints"), note)


def desk_ways(desk: Desk) -> Iterable[Way]:  # noqa: ARG001 - every officer sees them
    """The menu's entry."""
    yield Way(_("Phản ánh"), reverse("desk:complaints"), place=70)


def register() -> None:
    """Called once, when the apps are ready."""
    for_producers("complaints", cards=counter_cards, ways=counter_ways)
    for_officers("complaints", cards=desk_cards, ways=desk_ways)
