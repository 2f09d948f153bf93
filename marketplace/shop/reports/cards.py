"""What reports bring to the officers' area: a menu entry."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.areas.cards import OFFICERS, TaskCard, Way
from marketplace.areas.desk import Desk


def task_cards(desk: Desk) -> Iterable[TaskCard]:  # noqa: ARG001 - figures are no task
    """Nothing to do."""
    return ()


def ways(desk: Desk) -> Iterable[Way]:  # noqa: ARG001 - every officer sees it
    """The menu's entry."""
    yield Way(_("Doanh số"), reverse("desk:sales"), place=90)


def register() -> None:
    """Called once, when the apps are ready."""
    OFFICERS.register("reports", cards=task_cards, ways=ways)
