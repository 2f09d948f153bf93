"""What the operator sets: name, logo, colour, and who they are."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from catalog.lib import phones
from catalog.lib.vietnamese import tidy
from cms import colours

from .picture import Picture


def check_accent(value: str) -> None:
    """Refuse a colour that somebody could not read."""
    if not colours.is_hex_colour(value.lower()):
        raise ValidationError(_("Hãy ghi màu theo dạng #1f5137."), code="not_a_colour")
    if not colours.is_legible_accent(value.lower()):
        ratio = min(colours.contrast(value, colours.PAPER), colours.contrast(value, colours.WHITE))
        raise ValidationError(
            _("Màu này khó đọc trên nền giấy: độ tương phản %(ratio)s, cần ít nhất 4,5."),
            code="contrast_too_low",
            params={"ratio": f"{ratio:.1f}".replace(".", ",")},
        )


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """The operator's name, look and address, shown on every page."""

    site_name = models.CharField(_("tên trang"), max_length=60, default=settings.SITE_NAME)
    logo = models.ForeignKey(
        Picture, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("biểu trưng"),
    )  # fmt: skip
    accent = models.CharField(
        _("màu chủ đạo"), max_length=7, blank=True, validators=[check_accent],
        help_text=_("Dạng #1f5137. Bỏ trống để dùng màu lá của giao diện."),
    )  # fmt: skip
    owner_name = models.CharField(_("đơn vị chủ quản"), max_length=200, blank=True)
    registration_no = models.CharField(_("số đăng ký, mã số thuế"), max_length=80, blank=True)
    address = models.CharField(_("địa chỉ"), max_length=300, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=20, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    zalo = models.CharField(_("số Zalo"), max_length=20, blank=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel("site_name"), FieldPanel("logo"), FieldPanel("accent")],
            heading=_("Giao diện"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("owner_name"),
                FieldPanel("registration_no"),
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("zalo"),
            ],
            heading=_("Đơn vị vận hành"),
        ),
    ]

    class Meta:
        verbose_name = _("thông tin trang")
        verbose_name_plural = pgettext_lazy("plural", "thông tin trang")

    def __str__(self) -> str:
        return self.site_name

    def clean(self) -> None:
        """Store the colour in lower case, and the Zalo number in its normal form."""
        super().clean()
        self.accent = self.accent.lower()
        self.phone = tidy(self.phone)  # may be a hotline of 1900, so any text
        if self.zalo:
            try:
                self.zalo = phones.normal(self.zalo)
            except phones.NotAPhone as error:
                raise ValidationError({"zalo": _("Đây không phải số điện thoại.")}) from error
