"""The words of an order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PaymentMethod(models.TextChoices):
    """How a parcel is paid for; the platform holds no money."""

    CASH = "cod", _("Trả tiền khi nhận hàng")


class ParcelState(models.TextChoices):
    """Where a parcel is on its way; the values are the child order's statuses."""

    PLACED = "placed", _("Đã đặt, chờ nhà sản xuất xác nhận")
    CONFIRMED = "confirmed", _("Nhà sản xuất đã nhận đơn")
    PACKED = "packed", _("Đã đóng gói")
    HANDED_OVER = "handed_over", _("Đang giao")
    DELIVERED = "delivered", _("Đã giao")
    REFUSED = "refused", _("Nhà sản xuất không nhận đơn")
    CANCELLED = "cancelled", _("Đã hủy")
    EXPIRED = "expired", _("Quá hạn xác nhận")
    RETURNED = "returned", _("Đã hoàn về nhà sản xuất")


# A parcel in one of these goes no further.
ENDED_UNSOLD = (ParcelState.REFUSED, ParcelState.CANCELLED, ParcelState.EXPIRED)
CLOSED = (*ENDED_UNSOLD, ParcelState.DELIVERED, ParcelState.RETURNED)


class Problem(models.TextChoices):
    """Why a line of the basket cannot be bought as it stands."""

    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    ALCOHOL = "alcohol"
    SOLD_OUT = "sold_out"
    FEWER = "fewer"
