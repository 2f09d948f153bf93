"""Delivery rates, dated: a parcel is priced by the table of its day."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.shop.delivery import rules
from marketplace.shop.delivery.enums import Zone


class DeliveryRate(models.Model):
    """Fee and days of one zone: a seller's own, a province's, or the site's.

    Rows are added, never changed: of two for the same day the later entered one counts.
    """

    seller = models.ForeignKey(
        "listings.Seller",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="delivery_rates",
        verbose_name=_("người bán"),
    )
    province = models.ForeignKey(
        "places.Province",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gửi từ tỉnh, thành phố"),
    )
    zone = models.CharField(_("vùng giao"), max_length=10, choices=Zone.choices)
    first_grams = models.PositiveIntegerField(_("khối lượng đầu (g)"), default=500)
    first_fee = models.DecimalField(_("phí đầu"), max_digits=9, decimal_places=0)
    step_grams = models.PositiveIntegerField(_("mỗi nấc thêm (g)"), default=500)
    step_fee = models.DecimalField(_("phí mỗi nấc"), max_digits=9, decimal_places=0)
    free_from = models.DecimalField(
        _("miễn phí từ tiền hàng"), max_digits=12, decimal_places=0, null=True, blank=True
    )
    days_min = models.PositiveSmallIntegerField(_("số ngày ít nhất"))
    days_max = models.PositiveSmallIntegerField(_("số ngày nhiều nhất"))
    # Carriers here divide cubic centimetres by 5,000 or 6,000 to get kilograms.
    divisor = models.PositiveSmallIntegerField(
        _("hệ số quy đổi thể tích"),
        choices=[(divisor, str(divisor)) for divisor in rules.DIVISORS],
        default=rules.DIVISORS[-1],
    )
    effective_from = models.DateField(_("áp dụng từ"))
    effective_to = models.DateField(_("áp dụng đến hết"), null=True, blank=True)
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)

    class Meta:
        verbose_name = _("bảng phí giao hàng")
        verbose_name_plural = pgettext_lazy("plural", "bảng phí giao hàng")
        ordering = ["seller_id", "zone", "-effective_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_grams__gt=0, step_grams__gt=0, first_fee__gte=0, step_fee__gte=0),
                name="delivery_rate_is_sane",
            ),
            models.CheckConstraint(
                condition=Q(days_max__gte=F("days_min")), name="delivery_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(seller=None) | Q(province=None), name="delivery_rate_has_one_owner"
            ),
            models.CheckConstraint(
                condition=Q(divisor__in=rules.DIVISORS), name="delivery_divisor_is_a_carriers"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_zone_display()} {self.first_fee}"

    @property
    def terms(self) -> rules.Rate:
        """What the rules need of this row."""
        return rules.Rate(
            zone=self.zone,
            first_grams=self.first_grams,
            first_fee=self.first_fee,
            step_grams=self.step_grams,
            step_fee=self.step_fee,
            days_min=self.days_min,
            days_max=self.days_max,
            effective_from=self.effective_from,
            effective_to=self.effective_to,
            free_from=self.free_from,
            divisor=self.divisor,
            owner=self.owner,
            number=self.pk or 0,
        )

    @property
    def owner(self) -> rules.Owner:
        """Whose table the row belongs to."""
        if self.seller_id is not None:
            return rules.Owner.SELLER
        return rules.Owner.SITE if self.province_id is None else rules.Owner.PROVINCE
