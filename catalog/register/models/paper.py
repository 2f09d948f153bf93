"""Papers that expire: safety certificates, declarations, test reports, trademarks."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.register.enums import PaperKind

from .producer import Producer
from .product import Product


def private_files() -> Storage:
    """Papers carry personal numbers: they lie where no address leads."""
    return storages["private"]


class Paper(models.Model):
    """One paper of a producer, or of one of its products."""

    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="papers")
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, related_name="papers", null=True, blank=True
    )
    kind = models.CharField(_("loại giấy tờ"), max_length=20, choices=PaperKind.choices)
    number = models.CharField(_("số"), max_length=80)
    issuer = models.CharField(_("nơi cấp"), max_length=200, blank=True)
    file = models.FileField(_("tệp"), upload_to="papers/%Y/%m/", storage=private_files, blank=True)
    sha256 = models.CharField(_("mã băm SHA-256"), max_length=64, blank=True, editable=False)
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces"
    )

    class Meta:
        verbose_name = _("giấy tờ")
        verbose_name_plural = pgettext_lazy("plural", "giấy tờ")
        ordering = ["kind", "-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="paper_ends_not_before_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("pk")),
                name="paper_not_replaced_by_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    def clean(self) -> None:
        """Refuse a paper that ends before it begins."""
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError(
                {"valid_to": _("Ngày hết hạn phải sau ngày bắt đầu. Hãy xem lại năm.")}
            )

    def days_left(self, day: date) -> int | None:
        """Days until its last day, below zero once it is over; None for a paper without end."""
        return None if self.valid_to is None else (self.valid_to - day).days
