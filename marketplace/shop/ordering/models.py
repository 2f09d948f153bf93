"""One purchase: a group with a parcel (a child order of Oscar's) per producer."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.lib import codes
from catalog.lib.money import whole
from marketplace.shop.delivery.enums import DeliveryWay
from marketplace.shop.paying.banks import bank_name

from .dues import Money
from .enums import ENDED_UNSOLD, ParcelState, PaymentKind, PaymentMethod


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


class TransferTerm(models.Model):
    """How long a buyer has to transfer the money before the parcel runs out, from a day on."""

    hours = models.PositiveSmallIntegerField(_("số giờ"))
    effective_from = models.DateField(_("từ ngày"), unique=True)

    class Meta:
        verbose_name = _("hạn chuyển khoản")
        verbose_name_plural = pgettext_lazy("plural", "hạn chuyển khoản")
        ordering = ["-effective_from"]
        constraints = [
            models.CheckConstraint(condition=Q(hours__gt=0), name="transfer_term_is_some_time")
        ]

    def __str__(self) -> str:
        told = {"hours": self.hours, "day": f"{self.effective_from:%d/%m/%Y}"}
        return str(_("%(hours)s giờ từ %(day)s") % told)


class CashLimit(models.Model):
    """How many cash orders of one telephone number or to one address may be open, from a day on.

    Without a row for the day there is no limit.
    """

    per_phone = models.PositiveSmallIntegerField(_("mỗi số điện thoại"))
    per_address = models.PositiveSmallIntegerField(_("mỗi địa chỉ"))
    effective_from = models.DateField(_("từ ngày"), unique=True)

    class Meta:
        verbose_name = _("giới hạn đơn trả tiền mặt")
        verbose_name_plural = pgettext_lazy("plural", "giới hạn đơn trả tiền mặt")
        ordering = ["-effective_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(per_phone__gt=0, per_address__gt=0), name="cash_limit_lets_some_through"
            )
        ]

    def __str__(self) -> str:
        told = {"n": self.per_phone, "m": self.per_address}
        return str(_("%(n)s đơn mỗi số điện thoại, %(m)s mỗi địa chỉ") % told)


class ConfirmationTerm(models.Model):
    """How long a producer has to answer an order before it runs out, from a day on."""

    hours = models.PositiveSmallIntegerField(_("số giờ"))
    effective_from = models.DateField(_("từ ngày"), unique=True)

    class Meta:
        verbose_name = _("hạn xác nhận đơn")
        verbose_name_plural = pgettext_lazy("plural", "hạn xác nhận đơn")
        ordering = ["-effective_from"]
        constraints = [
            models.CheckConstraint(condition=Q(hours__gt=0), name="confirmation_term_is_some_time")
        ]

    def __str__(self) -> str:
        told = {"hours": self.hours, "day": f"{self.effective_from:%d/%m/%Y}"}
        return str(_("%(hours)s giờ từ %(day)s") % told)


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
