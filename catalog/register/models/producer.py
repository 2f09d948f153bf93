"""Producers (chủ thể)."""

from django.db import models

from catalog.lib.vietnamese import fold, slug
from catalog.register.enums import ProducerKind


class Producer(models.Model):
    """A company, cooperative, group, farm or household that makes OCOP products."""

    name = models.CharField("tên pháp lý", max_length=200)
    name_en = models.CharField("tên tiếng Anh", max_length=200, blank=True)
    short_name = models.CharField("tên gọi ngắn", max_length=80, blank=True)
    slug = models.SlugField("đường dẫn", max_length=120, unique=True)
    kind = models.CharField("loại hình", max_length=20, choices=ProducerKind.choices)
    tax_no = models.CharField("mã số thuế", max_length=14, blank=True)
    registration_no = models.CharField("số đăng ký kinh doanh", max_length=40, blank=True)
    representative = models.CharField("người đại diện", max_length=120, blank=True)
    phone = models.CharField("điện thoại", max_length=15, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    street = models.CharField("số nhà, đường, thôn", max_length=200, blank=True)
    province = models.ForeignKey(
        "places.Province", on_delete=models.PROTECT, verbose_name="tỉnh, thành phố"
    )
    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, null=True, blank=True, verbose_name="xã, phường"
    )
    address_as_published = models.CharField("địa chỉ như đã công bố", max_length=300, blank=True)
    story = models.TextField("giới thiệu", blank=True)
    story_en = models.TextField("giới thiệu (tiếng Anh)", blank=True)
    is_active = models.BooleanField("đang hoạt động", default=True)
    is_sample = models.BooleanField("dữ liệu mẫu", default=False)
    folded = models.CharField(max_length=300, editable=False, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "chủ thể"
        verbose_name_plural = "chủ thể"
        ordering = ["folded"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        """Keep the folded name beside the name."""
        self.folded = fold(f"{self.name} {self.short_name}")[:300]
        if not self.slug:
            self.slug = slug(self.name)[:120]
        super().save(*args, **kwargs)

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
