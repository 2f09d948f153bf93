"""What a table is about, how far it is, and what each row means."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    """The three tables that officers send."""

    PRODUCERS = "producers", _("Chủ thể")
    PRODUCTS = "products", _("Sản phẩm")
    DECISION = "decision", _("Quyết định với các sản phẩm")


class Stage(models.TextChoices):
    """How far a table is."""

    READING = "reading", _("Đang đọc")
    REFUSED = "refused", _("Không đọc được")
    READY = "ready", _("Chờ bạn xem và ghi")
    APPLYING = "applying", _("Đang ghi")
    APPLIED = "applied", _("Đã ghi")
    UNDOING = "undoing", _("Đang hoàn lại")
    UNDONE = "undone", _("Đã hoàn lại")


class Verdict(models.TextChoices):
    """What a row would do to the register."""

    NEW = "new", _("Mới")
    CHANGED = "changed", _("Thay đổi")
    SAME = "same", _("Đã có, không đổi")
    BAD = "bad", _("Cần sửa")


class RowState(models.TextChoices):
    """What has been done with a row."""

    STAGED = "staged", _("Chưa ghi")
    APPLIED = "applied", _("Đã ghi")
    FAILED = "failed", _("Không ghi được")
    UNDONE = "undone", _("Đã hoàn lại")
    KEPT = "kept", _("Không hoàn lại được")


WRITABLE = (Verdict.NEW, Verdict.CHANGED)
