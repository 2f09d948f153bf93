"""The words of delivery."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Zone(models.TextChoices):
    """How far a parcel goes; the values are those of ``rules``."""

    PROVINCE = "province", _("Trong tỉnh")
    REGION = "region", _("Trong vùng")
    COUNTRY = "country", _("Liên vùng")


class DeliveryWay(models.TextChoices):
    """How a parcel comes to its buyer."""

    ADDRESS = "address", _("Giao tận nơi")
    PICKUP = "pickup", _("Tự đến lấy")
    POINT = "point", _("Nhận ở điểm gom hàng")


class RatesInUse(models.TextChoices):
    """By which table a seller's parcels go to an address."""

    OWN = "own", _("Bảng phí riêng của tôi")
    HOUSE = "house", _("Bảng phí chung của tỉnh")
    NONE = "none", _("Không giao tận nơi, chỉ để người mua đến lấy hoặc nhận ở điểm gom hàng")
