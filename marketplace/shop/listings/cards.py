"""What the goods bring to the producers' area."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.register.models import Producer
from marketplace.accounts.permissions import may_edit_goods
from marketplace.areas.cards import TaskCard, Way, for_producers

from .selectors import counter


def task_cards(producer: Producer) -> Iterable[TaskCard]:
    """Packs on sale that have run out."""
    here = reverse("selling:goods", args=[producer.slug])
    yield TaskCard(
        counter.sold_out_count(producer),
        _("món đang bán đã hết hàng"),
        here,
        needs=may_edit_goods,
    )


def ways(producer: Producer) -> Iterable[Way]:
    """The menu's entries."""
    here = reverse("selling:goods", args=[producer.slug])
    yield Way(_("Giá và kho"), here, place=30, needs=may_edit_goods)


def register() -> None:
    """Called once, when the apps are ready."""
    for_producers("listings", cards=task_cards, ways=ways)
