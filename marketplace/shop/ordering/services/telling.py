"""Tell producers in their inbox of what others did to their orders."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from catalog.journal import notices
from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.models import Parcel

PLACED = "order.placed"
NOT_BY_SELLER = (ParcelState.CANCELLED, ParcelState.EXPIRED)
KINDS = (
    notices.Kind(
        PLACED,
        label=_("Đơn mới"),
        title=_("Đơn mới %(number)s"),
        text=_("Hãy nhận đơn hoặc từ chối có lý do, trước khi đơn tự hết hạn."),
        by_mail=True,
    ),
    notices.Kind(
        f"order.{ParcelState.CANCELLED}",
        label=_("Đơn bị hủy"),
        title=_("Người mua hủy đơn %(number)s"),
        text=_("Đừng gửi kiện này. Hàng đã được trả về kho của bạn."),
        by_mail=True,
    ),
    notices.Kind(
        f"order.{ParcelState.EXPIRED}",
        label=_("Đơn hết hạn"),
        title=_("Đơn %(number)s đã hết hạn chờ nhận"),
        text=_("Không ai nhận đơn này trong thời hạn, nên người mua được báo là đơn không thành."),
        by_mail=True,
    ),
)


def tell_sellers(parcels: Iterable[Parcel], kind: str = PLACED) -> None:
    """One line per parcel, told once; nothing of the buyer stands in it."""
    for parcel in parcels:
        producer, number = parcel.seller.producer, parcel.order.number
        notices.notify(
            producer,
            kind,
            key=parcel.pk,
            data={"number": number},
            link=("selling:parcel", producer.slug, number),
        )
