"""Tell producers in their inbox of what others did to their orders."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from catalog.journal import notices
from marketplace.shop.ordering.enums import ParcelState, PaymentMethod
from marketplace.shop.ordering.models import Parcel

PLACED = "order.placed"
PLACED_BY_TRANSFER = "order.placed_by_transfer"
SAID_PAID = "order.said_paid"
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
        PLACED_BY_TRANSFER,
        label=_("Đơn mới, chuyển khoản"),
        title=_("Đơn mới %(number)s, trả bằng chuyển khoản"),
        text=_("Tiền vào tài khoản của bạn với nội dung là số đơn. Thấy tiền rồi hãy đóng gói."),
        by_mail=True,
    ),
    notices.Kind(
        SAID_PAID,
        label=_("Người mua báo đã chuyển"),
        title=_("Đơn %(number)s: người mua báo đã chuyển khoản"),
        text=_("Bạn xem tài khoản, tìm khoản có nội dung %(number)s, rồi ghi tiền ở trang đơn."),
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
        title=_("Đơn %(number)s đã hết hạn"),
        text=_("Đơn không được nhận, hoặc không được trả tiền, trong thời hạn. Hàng đã về kho."),
        by_mail=True,
    ),
)


def tell_of_new_orders(parcels: Iterable[Parcel]) -> None:
    """One line per parcel, which says how it is paid."""
    for parcel in parcels:
        by_transfer = parcel.payment_method == PaymentMethod.TRANSFER
        tell_sellers([parcel], PLACED_BY_TRANSFER if by_transfer else PLACED)


def tell_sellers(parcels: Iterable[Parcel], kind: str) -> None:
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
