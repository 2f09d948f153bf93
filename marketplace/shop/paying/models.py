"""Where buyers' money goes: straight to the producer's bank, never through the platform."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .banks import bank_name


class SellerAccount(models.Model):
    """A seller's bank account from a moment on; the one without an end is in force.

    Never changed but for its end: what an older order was paid to can still be read.
    """

    seller = models.ForeignKey("listings.Seller", on_delete=models.PROTECT, related_name="accounts")
    bank_bin = models.CharField(_("ngân hàng"), max_length=6)
    number = models.CharField(_("số tài khoản"), max_length=19)
    holder = models.CharField(_("tên chủ tài khoản"), max_length=70)
    valid_from = models.DateTimeField(_("dùng từ"))
    valid_to = models.DateTimeField(_("dùng đến"), null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người ghi"),
    )

    class Meta:
        verbose_name = _("tài khoản nhận tiền")
        verbose_name_plural = pgettext_lazy("plural", "tài khoản nhận tiền")
        ordering = ["seller_id", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller"], condition=Q(valid_to=None), name="seller_account_in_force_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="seller_account_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(bank_bin="") & ~Q(number="") & ~Q(holder=""),
                name="seller_account_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bank} {self.number} {self.holder}"

    @property
    def bank(self) -> str:
        """The bank's short name."""
        return bank_name(self.bank_bin)
