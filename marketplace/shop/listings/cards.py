"""What the goods bring to the producers' area."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.register.models import Producer
from marketplace.areas.cards import TaskCard, Way, for_producers

from .selectors import counter


def task_cards(producer: Producer) -> Iterable[TaskCard]:
    """Packs on sale that have run out."""
    here = reverse("selling:goods", args=[producer.slug])
    yield TaskCard(counter.sold_out_count(producer), _("món đang bán đã hết hàng"), here)


def ways(producer: Producer) -> Iterable[Way]:
    """The menu's entries."""
    yield Way(_("Giá và kho"), reverse("selling:goods", args=[producer.slug]), place=30)


def register() -> None:
    """Called once, when the apps are ready."""
    for_producers("listings", cards=task_cards, ways=ways)
