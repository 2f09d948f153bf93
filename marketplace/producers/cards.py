"""What the producer's own room brings to the producers' area."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.approvals.enums import EditState
from catalog.approvals.models import ProductEdit
from catalog.journal import notices
from catalog.lib import clock
from catalog.register.models import Producer
from marketplace.accounts.permissions import may_edit_goods, may_manage_members
from marketplace.areas.cards import TaskCard, Way, for_producers
from marketplace.areas.papers import papers_to_renew


def task_cards(producer: Producer) -> Iterable[TaskCard]:
    """Notices nobody has read."""
    yield TaskCard(
        notices.unread_count(producer),
        _("tin chưa đọc"),
        reverse("selling:inbox", args=[producer.slug]),
    )
    returned = ProductEdit.objects.filter(
        product__producer=producer, state=EditState.RETURNED
    ).count()
    if returned:
        texts = reverse("selling:texts_index", args=[producer.slug])
        yield TaskCard(returned, _("nội dung cán bộ trả lại"), texts, needs=may_edit_goods)
    yield TaskCard(
        papers_to_renew(producer, clock.today()),
        _("giấy tờ đã hoặc sắp hết hạn"),
        reverse("selling:papers", args=[producer.slug]),
        needs=may_edit_goods,
    )


def ways(producer: Producer) -> Iterable[Way]:
    """The menu's entries."""
    texts = reverse("selling:texts_index", args=[producer.slug])
    yield Way(_("Nội dung, ảnh"), texts, place=32, needs=may_edit_goods)
    papers = reverse("selling:papers", args=[producer.slug])
    yield Way(_("Giấy tờ"), papers, place=36, needs=may_edit_goods)
    yield Way(_("Hộp tin"), reverse("selling:inbox", args=[producer.slug]), place=40)
    members = reverse("selling:members", args=[producer.slug])
    yield Way(_("Thành viên"), members, place=60, needs=may_manage_members)


def register() -> None:
    """Called once, when the apps are ready."""
    for_producers("producers", cards=task_cards, ways=ways)
