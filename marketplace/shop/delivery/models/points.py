"""Points where the goods of several producers are gathered for their buyers."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PointQuerySet(models.QuerySet):
    """Points by the days they are open for goods."""

    def on(self, day: date) -> "PointQuerySet":
        """Points valid on the day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


class ConsolidationPoint(models.Model):
    """A point of a province: producers bring their parcels, the buyer fetches all at once."""

    name = models.CharField(_("tên điểm"), max_length=120)
    province = models.ForeignKey(
        "places.Province",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("tỉnh, thành phố"),
    )
    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, related_name="+", verbose_name=_("xã, phường")
    )
    street = models.CharField(_("số nhà, đường, thôn"), max_length=200)
    hours = models.CharField(_("giờ mở cửa"), max_length=120)
    phone = models.CharField(_("điện thoại"), max_length=15, blank=True)
    fee = models.DecimalField(_("phí cho cả đơn"), max_digits=9, decimal_places=0)
    days_min = models.PositiveSmallIntegerField(_("số ngày ít nhất"))
    days_max = models.PositiveSmallIntegerField(_("số ngày nhiều nhất"))
    valid_from = models.DateField(_("nhận hàng từ"))
    valid_to = models.DateField(_("nhận hàng đến hết"), null=True, blank=True)
    takes_all = models.BooleanField(_("mọi người bán trong tỉnh"), default=True)
    sellers = models.ManyToManyField(
        "listings.Seller", blank=True, related_name="+", verbose_name=_("chỉ những người bán này")
    )
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)

    objects = PointQuerySet.as_manager()

    class Meta:
        verbose_name = _("điểm gom hàng")
        verbose_name_plural = pgettext_lazy("plural", "điểm gom hàng")
        ordering = ["province_id", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["province", "name"], name="point_name_once_a_province"),
            models.CheckConstraint(condition=Q(fee__gte=0), name="point_fee_is_not_negative"),
            models.CheckConstraint(
                condition=Q(days_max__gte=F("days_min")), name="point_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="point_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The name and where it is, on one line."""
        return f"{self.name}, {self.street}, {self.commune.full_name}, {self.province.full_name}"
