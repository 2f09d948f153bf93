"""Products and the 26 sets they are evaluated in."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.lib.gtins import is_gtin
from catalog.lib.vietnamese import tidy
from catalog.register import rules

from .names import Named
from .producer import Producer


class ProductSet(models.Model):
    """One of the 26 product sets of Decision 26/2026/QĐ-TTg, in 17 groups and 6 sectors."""

    set_no = models.PositiveSmallIntegerField(_("bộ số"), primary_key=True)
    name = models.CharField(_("tên bộ"), max_length=200)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=200)
    group_no = models.PositiveSmallIntegerField(_("nhóm số"))
    group_name = models.CharField(_("tên nhóm"), max_length=200)
    group_name_en = models.CharField(_("tên nhóm tiếng Anh"), max_length=200)
    sector_code = models.CharField(_("ngành"), max_length=3)
    sector_name = models.CharField(_("tên ngành"), max_length=200)
    sector_name_en = models.CharField(_("tên ngành tiếng Anh"), max_length=200)
    ministry = models.CharField(_("bộ quản lý"), max_length=120)

    class Meta:
        verbose_name = _("bộ sản phẩm")
        verbose_name_plural = pgettext_lazy("plural", "bộ sản phẩm")
        ordering = ["set_no"]

    def __str__(self) -> str:
        return f"{self.set_no}. {self.name}"

    @property
    def is_alcohol(self) -> bool:
        """Whether the law on alcohol rules its sale."""
        return rules.is_alcohol(self.set_no)


class ProductQuerySet(models.QuerySet):
    """Products by what may be done with them."""

    def sellable_on(self, day: date) -> "ProductQuerySet":
        """THE GATE: products that may be sold and promoted on the day."""
        certificates = self.model.certificates.rel.related_model.objects
        opening = certificates.opening_the_gate_on(day).filter(product=models.OuterRef("pk"))
        return self.filter(models.Exists(opening), is_active=True, producer__is_active=True)


class Product(Named):
    """A product of one producer; recognised, once recognised, or not yet."""

    NAMES = ("name", "name_en")
    SLUG_WHEN_EMPTY = "san-pham"

    name = models.CharField(_("tên sản phẩm"), max_length=200)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=200, blank=True)
    slug = models.SlugField(_("đường dẫn"), max_length=120, unique=True)
    code = models.CharField(_("mã sản phẩm"), max_length=30, unique=True, null=True, blank=True)
    gtin = models.CharField(_("mã GTIN"), max_length=14, blank=True)
    producer = models.ForeignKey(
        Producer, on_delete=models.PROTECT, related_name="products", verbose_name=_("chủ thể")
    )
    product_set = models.ForeignKey(
        ProductSet, on_delete=models.PROTECT, related_name="products", verbose_name=_("bộ sản phẩm")
    )
    summary = models.CharField(_("mô tả ngắn"), max_length=300, blank=True)
    summary_en = models.CharField(_("mô tả ngắn (tiếng Anh)"), max_length=300, blank=True)
    story = models.TextField(_("câu chuyện sản phẩm"), blank=True)
    story_en = models.TextField(_("câu chuyện sản phẩm (tiếng Anh)"), blank=True)
    ingredients = models.CharField(_("thành phần"), max_length=500, blank=True)
    shelf_life = models.CharField(_("hạn sử dụng"), max_length=120, blank=True)
    storage = models.CharField(_("bảo quản"), max_length=200, blank=True)
    warnings = models.CharField(_("cảnh báo"), max_length=300, blank=True)
    picture = models.CharField(_("hình"), max_length=120, blank=True)
    picture_is_drawn = models.BooleanField(_("hình vẽ minh họa"), default=True)
    source = models.CharField(_("nguồn dữ liệu"), max_length=300, blank=True)
    is_active = models.BooleanField(_("đang sản xuất"), default=True)
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)
    folded = models.CharField(max_length=400, editable=False, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = _("sản phẩm")
        verbose_name_plural = pgettext_lazy("plural", "sản phẩm")
        ordering = ["folded"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Store no empty code; refuse an article number whose check digit is wrong."""
        self.name = tidy(self.name)
        self.code = tidy(self.code or "") or None
        if self.gtin and not is_gtin(self.gtin):
            raise ValidationError(
                {"gtin": _("Mã GTIN chưa đúng. Chép lại 8, 12, 13 hoặc 14 số dưới mã vạch.")}
            )

    def get_absolute_url(self) -> str:
        """The product's page in the reader's language."""
        return reverse("catalogue:product", args=[self.slug])
