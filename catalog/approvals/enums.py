"""Closed lists of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EditState(models.TextChoices):
    """Where a change of a product's texts is on its way."""

    DRAFT = "draft", _("Bản nháp")
    SUBMITTED = "submitted", _("Chờ duyệt")
    RETURNED = "returned", _("Trả lại để sửa")
    APPROVED = "approved", _("Đã duyệt")
    DISCARDED = "discarded", _("Đã bỏ")


class Focus(models.TextChoices):
    """Which part of a picture is kept when it is cut square."""

    CENTRE = "centre", _("Ở giữa")
    TOP = "top", _("Phía trên")
    BOTTOM = "bottom", _("Phía dưới")
    LEFT = "left", _("Bên trái")
    RIGHT = "right", _("Bên phải")


POINTS = {
    Focus.CENTRE: (0.5, 0.5),
    Focus.TOP: (0.5, 0.0),
    Focus.BOTTOM: (0.5, 1.0),
    Focus.LEFT: (0.0, 0.5),
    Focus.RIGHT: (1.0, 0.5),
}
WRITABLE = (EditState.DRAFT, EditState.RETURNED)
OPEN = (*WRITABLE, EditState.SUBMITTED)
