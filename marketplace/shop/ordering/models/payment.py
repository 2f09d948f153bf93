"""What a seller wrote down of a parcel's money."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.shop.ordering.enums import PaymentKind

from .parcel import Parcel


class PaymentRecord(models.Model):
    """Something the seller wrote down of a parcel's money; never changed, only set right after.

    ``number`` counts within the parcel and can be written once: of two who write at once, the
    database lets one. The platform holds no money: this is what the seller says of their own.
    """

    parcel = models.ForeignKey(Parcel, on_delete=models.PROTECT, related_name="payments")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(_("việc"), max_length=10, choices=PaymentKind.choices)
    amount = models.DecimalField(_("số tiền"), max_digits=12, decimal_places=0)
    balance = models.DecimalField(_("còn giữ"), max_digits=13, decimal_places=0)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="correction"
    )
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(_("lúc"), auto_now_add=True)

    class Meta:
        verbose_name = _("dòng tiền của kiện hàng")
        verbose_name_plural = pgettext_lazy("plural", "dòng tiền của kiện hàng")
        ordering = ["parcel_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["parcel", "number"], name="payment_number_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_is_some_money"),
            # Never more given back than came in.
            models.CheckConstraint(condition=Q(balance__gte=0), name="payment_leaves_no_debt"),
            models.CheckConstraint(
                condition=~Q(kind__in=["full", "short", "over", "late"])
                | Q(balance__gte=F("amount")),
                name="payment_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(kind="correction", corrects__isnull=False) & ~Q(reason="")
                | ~Q(kind="correction") & Q(corrects=None),
                name="payment_correction_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parcel} {self.number}: {self.kind} {self.amount}"
