"""What the register brings to the officers' desk."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.lib import clock
from marketplace.areas.cards import TaskCard, Way, for_officers
from marketplace.areas.desk import Desk

from .selectors import counts


def task_cards(desk: Desk) -> Iterable[TaskCard]:
    """Decisions to confirm, and recognitions that end soon."""
    scope = desk.scope.of_producer("product__producer__")
    waiting = counts.waiting(scope, viewer_id=desk.officer.pk)
    decisions = reverse("desk:decisions")
    if desk.scope.is_provincial:
        yield TaskCard(waiting.others, _("đề nghị chờ bạn xác nhận"), decisions)
    if waiting.mine:
        yield TaskCard(waiting.mine, _("đề nghị của bạn chờ đồng nghiệp"), decisions)
    ending = f"{reverse('desk:products')}?tinh-trang=sap-het"
    yield TaskCard(
        counts.ending(scope, clock.today()), _("công nhận hết hạn trong 180 ngày"), ending
    )


def ways(desk: Desk) -> Iterable[Way]:  # noqa: ARG001 - the same for every desk
    """The menu's entries."""
    yield Way(_("Sản phẩm"), reverse("desk:products"), place=10)
    yield Way(_("Chủ thể"), reverse("desk:producers"), place=20)
    yield Way(_("Quyết định"), reverse("desk:decisions"), place=30)
    yield Way(_("Nhập bảng"), reverse("desk:tables"), place=40)


def register() -> None:
    """Called once, when the apps are ready."""
    for_officers("officers", cards=task_cards, ways=ways)
