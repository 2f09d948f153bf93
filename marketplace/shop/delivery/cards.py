"""What delivery brings to the producers' and the officers' areas."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.register.models import Producer
from marketplace.areas.cards import Way, for_officers, for_producers
from marketplace.areas.desk import Desk


def ways(producer: Producer) -> Iterable[Way]:
    """The producers' entry."""
    yield Way(_("Giao hàng"), reverse("selling:delivery", args=[producer.slug]), place=50)


def desk_ways(desk: Desk) -> Iterable[Way]:
    """The officers' entry, for those of a whole province."""
    if desk.scope.is_provincial:
        yield Way(_("Giao hàng"), reverse("desk:delivery"), place=70)


def register() -> None:
    """Called once, when the apps are ready."""
    for_producers("delivery", cards=lambda _producer: (), ways=ways)
    for_officers("delivery", cards=lambda _desk: (), ways=desk_ways)
