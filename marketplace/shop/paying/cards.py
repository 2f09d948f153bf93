"""What this room brings to the producers' area."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.register.models import Producer
from marketplace.areas.cards import TaskCard, Way, for_producers


def task_cards(producer: Producer) -> Iterable[TaskCard]:
    """Name an account, as long as there is none."""
    seller = getattr(producer, "seller", None)
    if seller is not None and not seller.takes_transfers:
        yield TaskCard(
            1,
            _("tài khoản nhận tiền chưa ghi"),
            reverse("selling:account", args=[producer.slug]),
            _("Có tài khoản thì người mua chuyển khoản được, và rượu mới bán được."),
        )


def ways(producer: Producer) -> Iterable[Way]:
    """The menu's entry."""
    yield Way(_("Tài khoản"), reverse("selling:account", args=[producer.slug]), place=60)


def register() -> None:
    """Called once, when the apps are ready."""
    for_producers("paying", cards=task_cards, ways=ways)
