"""Letters to the buyer: the order is placed, a parcel moved on. Sent by the outbox, once each."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.journal import outbox
from marketplace import letters

from .models import OrderGroup, ParcelMove, PaymentRecord
from .selectors.orders import whole_order
from .services.moving import TOPIC as MOVED
from .services.paying import RECORDED
from .services.placing import TOPIC
from .services.telling import tell_of_new_orders


@outbox.handler(TOPIC)
def confirm_order(payload: dict, key: str) -> None:
    """Tell the sellers; write to the buyer, if an address was given, in their language.

    The sellers are told here and not while the buyer waits: the same key twice does nothing.
    """
    group = OrderGroup.objects.get(pk=payload["group"])
    with transaction.atomic():
        tell_of_new_orders(group.parcels.select_related("seller__producer", "order"))
    if not group.email:
        return
    with override(group.language):
        subject = _("Đơn hàng %(code)s đã được ghi nhận") % {"code": group.display_code}
        context = {"group": whole_order(group.code)}
        _send(group, key=key, subject=subject, template="order_placed", context=context)


@outbox.handler(MOVED)
def tell_of_move(payload: dict, key: str) -> None:
    """Write to the buyer that a parcel was accepted, refused, sent, or ran out."""
    moves = ParcelMove.objects.select_related("parcel__group", "parcel__order")
    move = moves.get(pk=payload["move"])
    group = move.parcel.group
    if not group.email:
        return
    with override(group.language):
        told = {"code": group.display_code, "state": move.get_state_display()}
        subject = _("Đơn hàng %(code)s: %(state)s") % told
        context = {"group": group, "move": move, "parcel": move.parcel}
        _send(group, key=key, subject=subject, template="parcel_moved", context=context)


@outbox.handler(RECORDED)
def tell_of_money(payload: dict, key: str) -> None:
    """Write to the buyer what the seller wrote down of their money."""
    records = PaymentRecord.objects.select_related("parcel__group", "parcel__order")
    record = records.get(pk=payload["record"])
    parcel = record.parcel
    if not parcel.group.email:
        return
    with override(parcel.group.language):
        told = {"code": parcel.group.display_code, "what": record.get_kind_display()}
        subject = _("Đơn hàng %(code)s: %(what)s") % told
        context = {"group": parcel.group, "parcel": parcel, "record": record}
        context["money"] = parcel.money
        _send(parcel.group, key=key, subject=subject, template="money_recorded", context=context)


def _send(group: OrderGroup, *, key: str, subject: str, template: str, context: dict) -> None:
    url = letters.absolute(reverse("orders:detail", args=[group.code]))
    letters.send(
        f"shop/letters/{template}",
        key=key,
        to=group.email,
        subject=subject,
        context={**context, "url": url},
    )
