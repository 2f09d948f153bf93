"""One purchase, as the buyer sees it."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.lib import codes
from marketplace.shop.ordering.enums import PaymentMethod


class OrderGroup(models.Model):
    """What the buyer sees as "the order": one code, one total, one address."""

    code = models.CharField(_("mã đơn"), max_length=12, unique=True)
    basket = models.OneToOneField(
        "basket.Basket", on_delete=models.PROTECT, related_name="order_group"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="order_groups",
    )
    name = models.CharField(_("họ và tên"), max_length=120)
    phone = models.CharField(_("điện thoại"), max_length=15, db_index=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    province_code = models.CharField(max_length=2)
    province_name = models.CharField(max_length=80)
    commune_code = models.CharField(max_length=5)
    commune_name = models.CharField(max_length=100)
    street = models.CharField(_("số nhà, đường, thôn"), max_length=200)
    # An old name as the buyer typed it: printed beside the unit of that day, never looked up.
    address_as_typed = models.CharField(_("địa chỉ cũ như đã gõ"), max_length=250, blank=True)
    street_key = models.CharField(max_length=200, default="", editable=False)  # rules.street_key
    note = models.CharField(_("lời nhắn"), max_length=1000, blank=True)
    payment_method = models.CharField(
        _("cách trả tiền"), max_length=10, choices=PaymentMethod.choices, default=PaymentMethod.CASH
    )
    goods_total = models.DecimalField(_("tiền hàng"), max_digits=12, decimal_places=0)
    discount_total = models.DecimalField(_("giảm giá"), max_digits=12, decimal_places=0, default=0)
    delivery_total = models.DecimalField(_("phí giao hàng"), max_digits=12, decimal_places=0)
    # One for all parcels of a consolidation point, paid there; a part of ``delivery_total`` and
    # of no parcel, so that a parcel refused takes nothing of it away.
    point_fee = models.DecimalField(
        _("phí điểm gom hàng"), max_digits=9, decimal_places=0, default=0
    )
    total = models.DecimalField(_("tổng cộng"), max_digits=12, decimal_places=0)
    language = models.CharField(max_length=5, default="vi")
    placed_at = models.DateTimeField(_("đặt lúc"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("đơn hàng")
        verbose_name_plural = pgettext_lazy("plural", "đơn hàng")
        ordering = ["-placed_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(total=F("goods_total") - F("discount_total") + F("delivery_total")),
                name="order_group_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(goods_total__gte=0, discount_total__gte=0, delivery_total__gte=0),
                name="order_group_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(point_fee__gte=0, point_fee__lte=F("delivery_total")),
                name="order_group_point_fee_is_part_of_delivery",
            ),
        ]
        indexes = [models.Index(fields=["commune_code", "street_key"], name="order_group_address")]

    def __str__(self) -> str:
        return self.display_code

    @property
    def display_code(self) -> str:
        """The code as people read it aloud."""
        return codes.grouped(self.code)

    @property
    def parcel_fees(self) -> Decimal:
        """Delivery fees of all parcels, without the point's."""
        return self.delivery_total - self.point_fee
