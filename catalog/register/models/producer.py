"""Producers (chủ thể)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.lib import phones, tax_numbers
from catalog.lib.vietnamese import tidy
from catalog.register.enums import ProducerKind

from .names import Named


class Producer(Named):
    """A company, cooperative, group, farm or household that makes OCOP products."""

    NAMES = ("name", "short_name")
    SLUG_WHEN_EMPTY = "chu-the"

    name = models.CharField(_("tên pháp lý"), max_length=200)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=200, blank=True)
    short_name = models.CharField(_("tên gọi ngắn"), max_length=80, blank=True)
    slug = models.SlugField(_("đường dẫn"), max_length=120, unique=True)
    kind = models.CharField(_("loại hình"), max_length=20, choices=ProducerKind.choices)
    tax_no = models.CharField(_("mã số thuế"), max_length=14, blank=True)
    registration_no = models.CharField(_("số đăng ký kinh doanh"), max_length=40, blank=True)
    representative = models.CharField(_("người đại diện"), max_length=120, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=15, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    street = models.CharField(_("số nhà, đường, thôn"), max_length=200, blank=True)
    province = models.ForeignKey(
        "places.Province", on_delete=models.PROTECT, verbose_name=_("tỉnh, thành phố")
    )
    commune = models.ForeignKey(
        "places.Commune",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("xã, phường"),
    )
    address_as_published = models.CharField(_("địa chỉ như đã công bố"), max_length=300, blank=True)
    story = models.TextField(_("giới thiệu"), blank=True)
    story_en = models.TextField(_("giới thiệu (tiếng Anh)"), blank=True)
    is_active = models.BooleanField(_("đang hoạt động"), default=True)
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)
    folded = models.CharField(max_length=300, editable=False, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("chủ thể")
        verbose_name_plural = pgettext_lazy("plural", "chủ thể")
        ordering = ["folded"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Put numbers into their stored form; name the field and the cure of what is wrong."""
        self.name = tidy(self.name)
        self.tax_no = tax_numbers.normal(self.tax_no)
        problems = {}
        if self.phone:
            try:
                self.phone = phones.normal(self.phone)
            except phones.NotAPhone:
                problems["phone"] = _("Số điện thoại chưa đúng. Ghi 10 số, ví dụ 0912 345 678.")
        if self.commune and self.commune.province_id != self.province_id:
            problems["commune"] = _(
                "Xã, phường này không thuộc tỉnh đã chọn. Chọn lại xã, phường hoặc tỉnh."
            )
        if problems:
            raise ValidationError(problems)

    @property
    def tax_doubt(self) -> str:
        """What looks wrong about the tax number: shown beside it, never a reason to refuse."""
        return tax_numbers.doubt(self.tax_no) if self.tax_no else ""

    @property
    def display_name(self) -> str:
        """The name for narrow places."""
        return self.short_name or self.name

    @property
    def address(self) -> str:
        """Street, commune and province, as far as known."""
        parts = [
            self.street,
            self.commune.full_name if self.commune else "",
            self.province.full_name,
        ]
        return ", ".join(part for part in parts if part)
