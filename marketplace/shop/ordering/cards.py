"""What the orders bring to the producers' area."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from catalog.register.models import Producer
from marketplace.areas.cards import TaskCard, Way, for_producers

from .enums import ParcelState
from .selectors import counter, payment
from .selectors.handover import parcels_waiting_to_be_brought


def task_cards(producer: Producer) -> Iterable[TaskCard]:
    """Orders to answer, to pack, to hand over."""
    counts = counter.counts_by_state(producer)
    here = reverse("selling:parcels", args=[producer.slug])
    for state, tab, title in (
        (ParcelState.PLACED, "moi", _("đơn chờ nhận")),
        (ParcelState.CONFIRMED, "dong-goi", _("đơn chờ đóng gói")),
        (ParcelState.PACKED, "giao", _("kiện chờ giao")),
    ):
        oldest = counter.oldest_waiting(producer, state) if counts[state] else None
        yield TaskCard(counts[state], title, f"{here}?muc={tab}", _waiting_since(oldest))
    gathered = parcels_waiting_to_be_brought(producer).count()
    if gathered:
        where = reverse("selling:handover", args=[producer.slug])
        yield TaskCard(gathered, _("kiện mang đến điểm gom hàng"), where)
    yield from money_cards(producer)


def money_cards(producer: Producer) -> Iterable[TaskCard]:
    """Transfers to look for, cash to write down, money to give back."""
    counts = payment.money_counts(producer)
    here = reverse("selling:money", args=[producer.slug])
    for name, title in (
        ("xem", _("khoản chuyển khoản cần xem đã về chưa")),
        ("thu", _("đơn đã giao, chưa ghi tiền")),
        ("tra-lai", _("khoản cần trả lại người mua")),
    ):
        if count := counts[name.replace("-", "_")]:
            yield TaskCard(count, title, f"{here}?muc={name}")


def _waiting_since(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return _("lâu nhất: %(time)s trước") % {"time": timesince(moment, depth=1)}


def ways(producer: Producer) -> Iterable[Way]:
    """The menu's entries."""
    yield Way(_("Đơn hàng"), reverse("selling:parcels", args=[producer.slug]), place=10)
    yield Way(_("Soạn hàng"), reverse("selling:picking", args=[producer.slug]), place=20)
    yield Way(_("Tiền"), reverse("selling:money", args=[producer.slug]), place=30)


def register() -> None:
    """Called once, when the apps are ready."""
    for_producers("ordering", cards=task_cards, ways=ways)
