"""What admission brings to both areas."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.lib import clock
from catalog.register.models import Producer
from marketplace.accounts.permissions import may_edit_goods
from marketplace.areas.cards import TaskCard, Way, for_officers, for_producers
from marketplace.areas.desk import Desk

from .selectors import cases


def counter_cards(producer: Producer) -> Iterable[TaskCard]:
    """What is still to give; for one who does not sell yet, the way to it."""
    case = cases.case_of(producer, clock.today())
    here = reverse("selling:admission", args=[producer.slug])
    if case.suspension is not None:
        day = f"{case.suspension.effective_at:%d/%m/%Y}"
        yield TaskCard(
            1,
            _("thông báo tạm ngừng bán"),
            here,
            _("từ %(day)s") % {"day": day},
            needs=may_edit_goods,
        )
    if case.may_be_edited and case.standing.not_given:
        note = "" if case.seller else _("cần có để được bán")
        yield TaskCard(
            len(case.standing.not_given), _("giấy tờ còn thiếu"), here, note, needs=may_edit_goods
        )
    elif case.may_be_submitted:
        yield TaskCard(1, _("hồ sơ đăng ký bán chờ bạn gửi"), here, needs=may_edit_goods)


def counter_ways(producer: Producer) -> Iterable[Way]:
    """The menu's entry."""
    here = reverse("selling:admission", args=[producer.slug])
    yield Way(_("Đăng ký bán"), here, place=80, needs=may_edit_goods)


def desk_cards(desk: Desk) -> Iterable[TaskCard]:
    """Applications and items that wait; for officers of a whole province."""
    if not desk.scope.is_provincial:
        return
    here = reverse("desk:admission")
    waiting = cases.waiting_applications(desk.scope).count()
    yield TaskCard(waiting, _("hồ sơ đăng ký bán chờ duyệt"), here)
    items = cases.items_to_check(desk.scope)
    yield TaskCard(items, _("giấy tờ của người bán chờ xem"), here)


def desk_ways(desk: Desk) -> Iterable[Way]:
    """The menu's entry."""
    if desk.scope.is_provincial:
        yield Way(_("Người bán"), reverse("desk:admission"), place=60)


def register() -> None:
    """Called once, when the apps are ready."""
    for_producers("admission", cards=counter_cards, ways=counter_ways)
    for_officers("admission", cards=desk_cards, ways=desk_ways)
