"""The words of an order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PaymentMethod(models.TextChoices):
    """How a parcel is paid for; the platform holds no money."""

    CASH = "cod", _("Trả tiền khi nhận hàng")
    TRANSFER = "vietqr", _("Chuyển khoản VietQR")


class PaymentKind(models.TextChoices):
    """What a seller writes down of a parcel's money."""

    FULL = "full", _("Đã nhận đủ")
    SHORT = "short", _("Nhận thiếu")
    OVER = "over", _("Nhận thừa")
    LATE = "late", _("Tiền đến muộn")
    BACK = "back", _("Đã trả lại người mua")
    CORRECTION = "correction", _("Ghi nhầm, bỏ đi")


class MoneyState(models.TextChoices):
    """How a parcel's money stands, in the words of whoever reads it."""

    AT_DOOR = "at_door", _("Trả khi nhận hàng")
    AWAITING = "awaiting", _("Chờ chuyển khoản")
    SAID = "said", _("Người mua báo đã chuyển, chờ nhà sản xuất xem")
    SHORT = "short", _("Đã nhận, còn thiếu")
    PAID = "paid", _("Đã nhận đủ tiền")
    OVER = "over", _("Đã nhận, thừa tiền")
    LATE = "late", _("Tiền đến sau khi đơn kết thúc, chờ trả lại")
    OWED = "owed", _("Đơn không giao, chờ trả lại tiền")
    GIVEN_BACK = "given_back", _("Đã trả lại tiền")
    NOTHING = "nothing", _("Không phải trả")


class ParcelState(models.TextChoices):
    """Where a parcel is on its way; the values are the child order's statuses."""

    PLACED = "placed", _("Đã đặt, chờ nhà sản xuất xác nhận")
    CONFIRMED = "confirmed", _("Nhà sản xuất đã nhận đơn")
    PACKED = "packed", _("Đã đóng gói")
    HANDED_OVER = "handed_over", _("Đang giao")
    DELIVERED = "delivered", _("Đã giao")
    REFUSED = "refused", _("Nhà sản xuất không nhận đơn")
    CANCELLED = "cancelled", _("Đã hủy")
    EXPIRED = "expired", _("Quá hạn")
    RETURNED = "returned", _("Đã hoàn về nhà sản xuất")


# A parcel in one of these goes no further.
ENDED_UNSOLD = (ParcelState.REFUSED, ParcelState.CANCELLED, ParcelState.EXPIRED)
# Nothing is to be paid for these: the goods stay with the producer.
OFF = (*ENDED_UNSOLD, ParcelState.RETURNED)
CLOSED = (*ENDED_UNSOLD, ParcelState.DELIVERED, ParcelState.RETURNED)


class Problem(models.TextChoices):
    """Why a line of the basket cannot be bought as it stands."""

    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    ALCOHOL = "alcohol"
    SOLD_OUT = "sold_out"
    FEWER = "fewer"
