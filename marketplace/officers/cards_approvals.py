"""What the approval of texts brings to the officers' desk."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.approvals.selectors import waiting_edits
from marketplace.areas.cards import TaskCard, Way, for_officers
from marketplace.areas.desk import Desk

PRODUCER = "product__producer__"


def task_cards(desk: Desk) -> Iterable[TaskCard]:
    """Changes of texts and pictures that wait."""
    count = waiting_edits(desk.scope.of_producer(PRODUCER)).count()
    yield TaskCard(count, _("nội dung chờ duyệt"), reverse("desk:approvals"))


def ways(desk: Desk) -> Iterable[Way]:  # noqa: ARG001 - the same for every desk
    """The menu's entry."""
    yield Way(_("Duyệt nội dung"), reverse("desk:approvals"), place=40)


def register() -> None:
    """Called once, when the apps are ready."""
    for_officers("approvals", cards=task_cards, ways=ways)
