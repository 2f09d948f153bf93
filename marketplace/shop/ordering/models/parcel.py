"""One producer's part of a purchase, its steps, and what was promised of its lines."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.lib.money import whole
from marketplace.shop.delivery.enums import DeliveryWay
from marketplace.shop.ordering.dues import Money
from marketplace.shop.ordering.enums import ENDED_UNSOLD, ParcelState, PaymentKind, PaymentMethod
from marketplace.shop.paying.banks import bank_name

from .group import OrderGroup


class Parcel(models.Model):
    """One producer's part of a group; its state is the child order's status."""

    group = models.ForeignKey(OrderGroup, on_delete=models.PROTECT, related_name="parcels")
    order = models.OneToOneField("order.Order", on_delete=models.PROTECT, related_name="parcel")
    seller = models.ForeignKey("listings.Seller", on_delete=models.PROTECT, related_name="parcels")
    position = models.PositiveSmallIntegerField()
    seller_name = models.CharField(max_length=200)
    weight_grams = models.PositiveIntegerField()
    # Weight or room, whichever is more; empty for parcels of before anybody measured.
    charged_grams = models.PositiveIntegerField(null=True, blank=True)
    delivery_way = models.CharField(
        _("cách nhận"),
        max_length=8,
        choices=DeliveryWay.choices,
        default=DeliveryWay.ADDRESS,
    )
    point = models.ForeignKey(
        "delivery.ConsolidationPoint",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parcels",
    )
    # Where and when the buyer fetches it, as promised; empty for one that is brought.
    fetch_at = models.CharField(_("nơi lấy hàng"), max_length=560, blank=True)
    fetch_hours = models.CharField(_("giờ mở cửa"), max_length=120, blank=True)
    delivery_zone = models.CharField(max_length=10)
    delivery_fee = models.DecimalField(max_digits=9, decimal_places=0)
    days_min = models.PositiveSmallIntegerField()
    days_max = models.PositiveSmallIntegerField()
    # Frozen when it was ordered: how it is paid, to whom, until when.
    payment_method = models.CharField(
        _("cách trả tiền"), max_length=10, choices=PaymentMethod.choices, default=PaymentMethod.CASH
    )
    payee_bank = models.CharField(_("ngân hàng"), max_length=6, blank=True)
    payee_number = models.CharField(_("số tài khoản"), max_length=19, blank=True)
    payee_holder = models.CharField(_("tên chủ tài khoản"), max_length=70, blank=True)
    pay_by = models.DateTimeField(_("chuyển trước"), null=True, blank=True, db_index=True)
    said_paid_at = models.DateTimeField(_("người mua báo đã chuyển"), null=True, blank=True)

    class Meta:
        verbose_name = _("kiện hàng")
        verbose_name_plural = pgettext_lazy("plural", "kiện hàng")
        ordering = ["group_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["group", "seller"], name="parcel_once_per_seller"),
            models.UniqueConstraint(fields=["group", "position"], name="parcel_position_once"),
            models.CheckConstraint(
                condition=Q(charged_grams=None) | Q(charged_grams__gte=F("weight_grams")),
                name="parcel_charged_not_below_weight",
            ),
            models.CheckConstraint(
                condition=Q(delivery_way=DeliveryWay.ADDRESS, fetch_at="", point=None)
                | (Q(delivery_way=DeliveryWay.PICKUP, point=None) & ~Q(fetch_at=""))
                | (Q(delivery_way=DeliveryWay.POINT, point__isnull=False) & ~Q(fetch_at="")),
                name="parcel_way_says_where",
            ),
            models.CheckConstraint(
                condition=~Q(payment_method=PaymentMethod.TRANSFER)
                | ~Q(payee_bank="") & ~Q(payee_number="") & ~Q(payee_holder=""),
                name="parcel_transfer_has_payee",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group}-{self.position}"

    @property
    def state(self) -> ParcelState:
        """Where the parcel is on its way."""
        return ParcelState(self.order.status)

    @property
    def may_be_cancelled(self) -> bool:
        """Whether the buyer can still take it back: until it is handed over."""
        return ParcelState.CANCELLED in settings.OSCAR_ORDER_STATUS_PIPELINE[self.order.status]

    @property
    def is_unsold(self) -> bool:
        """Whether it ended before it left: nothing is to be paid."""
        return self.state in ENDED_UNSOLD

    @property
    def payee_bank_name(self) -> str:
        """The payee's bank as people know it."""
        return bank_name(self.payee_bank)

    @property
    def money(self) -> Money:
        """How its money stands; lists fetch ``order`` and ``payments`` along."""
        records = list(self.payments.all())
        corrected = {record.corrects_id for record in records}
        kinds = {record.kind for record in records if record.pk not in corrected}
        return Money(
            method=self.payment_method,
            parcel_state=self.order.status,
            total=whole(self.order.total_incl_tax),
            balance=records[-1].balance if records else Decimal(0),
            records=len(records),
            said=self.said_paid_at is not None,
            came_late=PaymentKind.LATE in kinds,
            gave_back=PaymentKind.BACK in kinds,
        )


class ParcelMove(models.Model):
    """A step of a parcel on its way: written once for each state, never changed."""

    parcel = models.ForeignKey(Parcel, on_delete=models.PROTECT, related_name="moves")
    state = models.CharField(_("trạng thái"), max_length=12, choices=ParcelState.choices)
    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("lý do"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("bước của kiện hàng")
        verbose_name_plural = pgettext_lazy("plural", "bước của kiện hàng")
        ordering = ["parcel_id", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["parcel", "state"], name="parcel_state_reached_once"),
        ]

    def __str__(self) -> str:
        return f"{self.parcel}: {self.state}"


class LineTerms(models.Model):
    """What was promised about a line when it was bought; never changed after."""

    line = models.OneToOneField("order.Line", on_delete=models.PROTECT, related_name="terms")
    listing = models.ForeignKey("listings.Listing", on_delete=models.PROTECT, related_name="+")
    certificate = models.ForeignKey(
        "register.Certificate", on_delete=models.PROTECT, related_name="+"
    )
    star = models.PositiveSmallIntegerField()
    decision_no = models.CharField(max_length=60)
    pack = models.CharField(max_length=60)
    unit_price = models.DecimalField(max_digits=12, decimal_places=0)

    class Meta:
        verbose_name = _("điều kiện của dòng hàng")
        verbose_name_plural = pgettext_lazy("plural", "điều kiện của dòng hàng")

    def __str__(self) -> str:
        return f"{self.line_id}: {self.star} sao"
