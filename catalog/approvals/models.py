"""Changes of a product's texts and picture on their way to the public page, and the word list."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.register.models import Product
from catalog.register.models.paper import private_files

from .enums import OPEN, WRITABLE, EditState, Focus

# What a producer may ask to change of a product; each has a column of the same name here.
TEXTS = (
    "name",
    "summary",
    "story",
    "ingredients",
    "shelf_life",
    "storage",
    "warnings",
    "name_en",
    "summary_en",
    "story_en",
)


class ProductEditQuerySet(models.QuerySet):
    """Changes by where they are."""

    def open(self) -> "ProductEditQuerySet":
        """Neither approved nor discarded: at most one of each product."""
        return self.filter(state__in=OPEN)

    def writable(self) -> "ProductEditQuerySet":
        """Those their producer may write."""
        return self.filter(state__in=WRITABLE)

    def submitted(self) -> "ProductEditQuerySet":
        """Those that wait for an officer."""
        return self.filter(state=EditState.SUBMITTED)


class ProductEdit(models.Model):
    """The next version of a product's texts and picture, whole; nothing public reads it."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="edits")
    state = models.CharField(
        _("tình trạng"), max_length=10, choices=EditState.choices, default=EditState.DRAFT
    )
    name = models.CharField(_("tên sản phẩm"), max_length=200, blank=True)
    summary = models.CharField(_("mô tả ngắn"), max_length=300, blank=True)
    story = models.TextField(_("câu chuyện sản phẩm"), blank=True)
    ingredients = models.CharField(_("thành phần"), max_length=500, blank=True)
    shelf_life = models.CharField(_("hạn sử dụng"), max_length=120, blank=True)
    storage = models.CharField(_("bảo quản"), max_length=200, blank=True)
    warnings = models.CharField(_("cảnh báo"), max_length=300, blank=True)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=200, blank=True)
    summary_en = models.CharField(_("mô tả ngắn (tiếng Anh)"), max_length=300, blank=True)
    story_en = models.TextField(_("câu chuyện sản phẩm (tiếng Anh)"), blank=True)
    picture_file = models.FileField(upload_to="edits/%Y/%m/", storage=private_files, blank=True)
    picture_focus = models.CharField(
        _("phần giữ lại"), max_length=6, choices=Focus.choices, default=Focus.CENTRE
    )
    picture = models.CharField(max_length=120, blank=True)  # once it is cut; as Product.picture
    claims = models.JSONField(default=list)  # what the word list said when it was handed in
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    opened_at = models.DateTimeField(auto_now_add=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    submitted_at = models.DateTimeField(_("gửi lúc"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("quyết định lúc"), null=True)
    reason = models.CharField(_("lý do trả lại"), max_length=500, blank=True)

    objects = ProductEditQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản sửa nội dung")
        verbose_name_plural = pgettext_lazy("plural", "bản sửa nội dung")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["product"], condition=Q(state__in=OPEN), name="edit_one_open_per_product"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[EditState.SUBMITTED, EditState.APPROVED]) | ~Q(name=""),
                name="edit_submitted_has_a_name",
            ),
            models.CheckConstraint(
                condition=~Q(state=EditState.APPROVED)
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("submitted_by"))),
                name="edit_approved_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=~Q(state=EditState.RETURNED) | ~Q(reason=""),
                name="edit_returned_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["submitted_at"],
                name="edit_waiting",
                condition=Q(state=EditState.SUBMITTED),
            )
        ]

    def __str__(self) -> str:
        return f"{self.product}: {self.get_state_display()}"

    @property
    def is_writable(self) -> bool:
        """Whether its producer may write it now."""
        return self.state in WRITABLE

    @property
    def waits_for_picture(self) -> bool:
        """Whether a picture came that is not cut yet."""
        return bool(self.picture_file) and not self.picture


class ClaimWord(models.Model):
    """A phrase that goods may not claim, or that excuses one, with its days."""

    class Kind(models.TextChoices):
        FORBIDDEN = "forbidden", _("Không được dùng")
        ALLOWED = "allowed", _("Được phép")

    phrase = models.CharField(_("cụm từ"), max_length=120)
    kind = models.CharField(_("loại"), max_length=10, choices=Kind.choices, default=Kind.FORBIDDEN)
    legal_ref = models.CharField(_("căn cứ"), max_length=200, blank=True)
    effective_from = models.DateField(_("hiệu lực từ"))
    effective_to = models.DateField(_("đến hết ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("cụm từ quảng cáo")
        verbose_name_plural = pgettext_lazy("plural", "cụm từ quảng cáo")
        ordering = ["kind", "phrase"]
        constraints = [
            models.UniqueConstraint(
                fields=["phrase", "effective_from"], name="claim_word_once_per_day"
            ),
            models.CheckConstraint(
                condition=Q(effective_to__isnull=True) | Q(effective_to__gte=F("effective_from")),
                name="claim_word_ends_not_before_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.phrase

    def is_in_force(self, day: date) -> bool:
        """Whether it counts on the day."""
        return self.effective_from <= day and (
            self.effective_to is None or self.effective_to >= day
        )
