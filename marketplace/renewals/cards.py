"""What the due list brings to the officers' area."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.lib import clock
from catalog.reminders.selectors import steps_on
from marketplace.areas.cards import OFFICERS, TaskCard, Way
from marketplace.areas.desk import Desk

from .selectors import counts


def task_cards(desk: Desk) -> Iterable[TaskCard]:
    """How many end within the nearest step, and within the longest."""
    steps = steps_on(clock.today())
    if not steps:
        return
    found = counts(desk.scope, clock.today(), steps)
    nearest, longest = steps[0], steps[-1]
    title = _("công nhận hết hiệu lực trong %(days)s ngày") % {"days": nearest}
    note = _("%(n)s trong %(days)s ngày") % {"n": found[longest], "days": longest}
    yield TaskCard(found[nearest], title, f"{reverse('desk:ending')}?con={nearest}", note)


def ways(desk: Desk) -> Iterable[Way]:  # noqa: ARG001 - every officer sees it
    """The menu's entry."""
    yield Way(_("Sắp hết hiệu lực"), reverse("desk:ending"), place=50)


def register() -> None:
    """Called once, when the apps are ready."""
    OFFICERS.register("renewals", cards=task_cards, ways=ways)
