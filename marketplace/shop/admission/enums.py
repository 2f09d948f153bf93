"""The words of admission to the shop."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Wanted(models.TextChoices):
    """What a requirement asks for."""

    TEXT = "text", _("Số hoặc lời khai")
    FILE = "file", _("Tệp đính kèm")
    BOTH = "both", _("Số và tệp đính kèm")


class Check(models.TextChoices):
    """What an officer has said of one item."""

    WAITING = "waiting", _("Chờ xem")
    ACCEPTED = "accepted", _("Đạt")
    REFUSED = "refused", _("Cần sửa")
    WAIVED = "waived", _("Được miễn")


FULFILLED = (Check.ACCEPTED, Check.WAIVED)


class State(models.TextChoices):
    """Where an application stands."""

    DRAFT = "draft", _("Đang soạn")
    SUBMITTED = "submitted", _("Đã gửi, chờ cán bộ xem")
    RETURNED = "returned", _("Được trả lại để bổ sung")
    APPROVED = "approved", _("Được bán")


OPEN = (State.DRAFT, State.SUBMITTED, State.RETURNED)
EDITABLE = (State.DRAFT, State.RETURNED)
