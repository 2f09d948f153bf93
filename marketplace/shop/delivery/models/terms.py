"""What a seller offers beside the rates: whose table counts, and picking up."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.shop.delivery.enums import RatesInUse


class SellerTerms(models.Model):
    """A seller's choices from a day on; added, never changed: the latest entered row counts."""

    seller = models.ForeignKey(
        "listings.Seller",
        on_delete=models.CASCADE,
        related_name="delivery_terms",
        verbose_name=_("người bán"),
    )
    rates = models.CharField(
        _("phí giao tận nơi"), max_length=5, choices=RatesInUse.choices, default=RatesInUse.HOUSE
    )
    pickup_is_on = models.BooleanField(_("người mua đến lấy được"), default=False)
    pickup_address = models.CharField(_("nơi lấy hàng"), max_length=300, blank=True)
    pickup_hours = models.CharField(_("giờ mở cửa"), max_length=120, blank=True)
    pickup_days = models.PositiveSmallIntegerField(_("lấy được sau (ngày)"), default=1)
    effective_from = models.DateField(_("áp dụng từ"))
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("cách giao của người bán")
        verbose_name_plural = pgettext_lazy("plural", "cách giao của người bán")
        ordering = ["seller_id", "effective_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pickup_is_on=False) | ~Q(pickup_address="") & ~Q(pickup_hours=""),
                name="pickup_says_where_and_when",
            ),
            models.CheckConstraint(
                condition=Q(rates__in=RatesInUse.values), name="terms_know_their_table"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seller}: {self.effective_from}"
