"""Certified products as goods: who sells, what pack, and the flat cards that lists read."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .language import shown


class Seller(models.Model):
    """A producer admitted to the shop; Oscar knows it as a partner."""

    producer = models.OneToOneField(
        "register.Producer", on_delete=models.PROTECT, related_name="seller"
    )
    partner = models.OneToOneField(
        "partner.Partner", on_delete=models.PROTECT, related_name="seller"
    )
    admitted_at = models.DateTimeField(_("được bán từ"), null=True, blank=True)
    suspended_at = models.DateTimeField(_("tạm ngừng từ"), null=True, blank=True)
    # Kept by the room that keeps the accounts, in the transaction that names or closes one.
    takes_transfers = models.BooleanField(_("nhận chuyển khoản"), default=False, editable=False)

    class Meta:
        verbose_name = _("người bán")
        verbose_name_plural = pgettext_lazy("plural", "người bán")

    def __str__(self) -> str:
        return str(self.producer)


class Listing(models.Model):
    """One pack size of a certified product; price and stock are on Oscar's stock record."""

    class NetUnit(models.TextChoices):
        GRAM = "g", "g"
        MILLILITRE = "ml", "ml"
        PIECE = "piece", _("cái")

    product = models.ForeignKey(
        "register.Product", on_delete=models.PROTECT, related_name="listings"
    )
    oscar_product = models.OneToOneField(
        "catalogue.Product", on_delete=models.PROTECT, related_name="listing"
    )
    unit = models.CharField(_("đơn vị bán"), max_length=30)  # hộp, chai, gói ...
    pack = models.CharField(_("quy cách"), max_length=60)  # "hộp 200 g"
    net_amount = models.DecimalField(
        _("lượng tịnh"), max_digits=9, decimal_places=1, null=True, blank=True
    )
    net_unit = models.CharField(_("đơn vị đo"), max_length=5, choices=NetUnit.choices, blank=True)
    weight_grams = models.PositiveIntegerField(_("khối lượng gửi (g)"))
    length_cm = models.PositiveSmallIntegerField(_("dài (cm)"), null=True, blank=True)
    width_cm = models.PositiveSmallIntegerField(_("rộng (cm)"), null=True, blank=True)
    height_cm = models.PositiveSmallIntegerField(_("cao (cm)"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(_("đang bán"), default=True)

    class Meta:
        verbose_name = _("hàng bán")
        verbose_name_plural = pgettext_lazy("plural", "hàng bán")
        ordering = ["product_id", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["product", "pack"], name="listing_pack_once"),
            models.CheckConstraint(
                condition=Q(weight_grams__gt=0), name="listing_weighs_something"
            ),
            models.CheckConstraint(
                condition=Q(length_cm=None, width_cm=None, height_cm=None)
                | Q(
                    length_cm__isnull=False,
                    width_cm__isnull=False,
                    height_cm__isnull=False,
                    length_cm__gt=0,
                    width_cm__gt=0,
                    height_cm__gt=0,
                ),
                name="listing_is_measured_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} ({self.pack})"

    @property
    def cubic_cm(self) -> int:
        """The room it takes when sent; 0 for a pack that nobody has measured."""
        return (self.length_cm or 0) * (self.width_cm or 0) * (self.height_cm or 0)

    def price_per_100(self, price: Decimal) -> Decimal | None:
        """The price of 100 g or 100 ml in dong, where the pack is measured so."""
        if not self.net_amount or self.net_unit not in {"g", "ml"}:
            return None
        return price * 100 / self.net_amount


class TakeDownQuerySet(models.QuerySet):
    """Take-downs by whether they hold."""

    def standing(self) -> "TakeDownQuerySet":
        """Those not lifted yet."""
        return self.filter(restored_at=None)


class TakeDown(models.Model):
    """A product is off sale, whatever its packs; while one stands nothing of it is sold.

    By product and not by pack: a pack added meanwhile is held back too.
    """

    product = models.ForeignKey(
        "register.Product", on_delete=models.PROTECT, related_name="take_downs"
    )
    reason = models.CharField(_("lý do"), max_length=500)  # the product's page says it
    taken_down_at = models.DateTimeField(_("gỡ lúc"), auto_now_add=True)
    restored_at = models.DateTimeField(_("cho bán lại lúc"), null=True, blank=True)

    objects = TakeDownQuerySet.as_manager()

    class Meta:
        verbose_name = _("gỡ khỏi trang bán")
        verbose_name_plural = pgettext_lazy("plural", "gỡ khỏi trang bán")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="take_down_says_why"),
        ]
        indexes = [
            models.Index(
                fields=["product"], name="take_down_standing", condition=Q(restored_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.product}: {self.reason}"


# Every index of a list begins with an order and carries the filters, so that a page is read
# off in order and a row that a filter turns away is turned away in the index.
# What a list filters by: in each index of an order, and what the filters' counts are made of.
FILTERS = (
    "sells_from",
    "sells_until",
    "is_alcohol",
    "star",
    "province_code",
    "set_no",
    "group_no",
    "price_band",
    "in_stock",
)


class ProductCardQuerySet(models.QuerySet):
    """Cards by day: the gate of the lists."""

    def on(self, day: date) -> "ProductCardQuerySet":
        """Cards whose product may be sold on the day."""
        return self.filter(sells_from__lte=day, sells_until__gte=day)

    def for_all_ages(self) -> "ProductCardQuerySet":
        """Cards that anybody may see: no alcohol (Decree 24/2020/NĐ-CP)."""
        return self.filter(is_alcohol=False)


class ProductCard(models.Model):
    """What a list shows of one product during one sale window: no join, no second query.

    A product has a row for each window in which the gate is open (``rules.sale_windows``),
    so a star changes, and a sale ends, at midnight without anybody acting. Built by
    ``services.cards``; never edited.
    """

    product = models.ForeignKey("register.Product", on_delete=models.CASCADE, related_name="cards")
    sells_from = models.DateField()
    sells_until = models.DateField()  # the last day of sale
    star = models.PositiveSmallIntegerField()
    decision_no = models.CharField(max_length=60)
    recognised_on = models.DateField()
    slug = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    producer_id_ref = models.BigIntegerField()
    producer_name = models.CharField(max_length=200)
    province_code = models.CharField(max_length=2)
    province_name = models.CharField(max_length=80)
    province_name_en = models.CharField(max_length=80)
    set_no = models.PositiveSmallIntegerField()
    group_no = models.PositiveSmallIntegerField()
    is_alcohol = models.BooleanField()
    price = models.DecimalField(max_digits=12, decimal_places=0)  # the cheapest pack
    pack = models.CharField(max_length=60)
    packs = models.PositiveSmallIntegerField(default=1)
    price_band = models.PositiveSmallIntegerField()
    in_stock = models.BooleanField()
    picture = models.CharField(max_length=120)
    picture_is_drawn = models.BooleanField()
    folded = models.CharField(max_length=600)
    is_sample = models.BooleanField()
    name_key = models.CharField(max_length=80)  # sorts as Vietnamese does, byte by byte
    star_rank = models.BigIntegerField()  # orders by stars, then by the day of recognition
    version = models.BigIntegerField()  # the storefront's version that wrote the row

    objects = ProductCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("thẻ sản phẩm")
        verbose_name_plural = pgettext_lazy("plural", "thẻ sản phẩm")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "sells_from"], name="card_once_per_product_and_window"
            ),
            models.CheckConstraint(
                condition=Q(sells_until__gte=F("sells_from")), name="card_window_is_not_empty"
            ),
        ]
        indexes = [
            models.Index(fields=["recognised_on", "id", *FILTERS], name="card_newest"),
            models.Index(fields=["price", "id", *FILTERS], name="card_by_price"),
            models.Index(fields=["name_key", "id", *FILTERS], name="card_by_name"),
            models.Index(fields=["star_rank", "id", *FILTERS], name="card_by_star"),
            models.Index(fields=["producer_id_ref", "version"], name="card_of_producer"),
            # In the order of the filters' counts (selectors/facets.py), which are read off it.
            # No filter first: else SQLite would look up a star here and sort what it finds.
            models.Index(
                fields=[
                    *("is_alcohol", "star", "province_code", "group_no", "set_no"),
                    *("price_band", "in_stock", "sells_from", "sells_until"),
                ],
                name="card_counted",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_name(self) -> str:
        """The name in the reader's language."""
        return shown(self.name, self.name_en)

    @property
    def shown_province(self) -> str:
        """The province in the reader's language."""
        return shown(self.province_name, self.province_name_en)


class StorefrontVersion(models.Model):
    """One row, raised by one with every change that a list could show.

    ``counted`` rises only when the filters' counts change too: a card came, went or moved to
    another cell. ``frame`` rises when the head or foot of every page changes.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=1)
    counted = models.BigIntegerField(default=1)
    frame = models.BigIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="storefront_version_is_one")]

    def __str__(self) -> str:
        return str(self.number)
