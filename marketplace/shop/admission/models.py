"""Admission to the shop: what is asked, what was given, who decided, who was stopped."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.shop.listings.language import shown

from .enums import OPEN, Check, State, Wanted
from .rules import LEAST_NOTICE_DAYS


def private_files() -> Storage:
    """Papers about people lie where no address leads."""
    return storages["private"]


class Requirement(models.Model):
    """One line of a province's checklist, from a day, perhaps to a day; never changed, ended."""

    province = models.ForeignKey("places.Province", on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(_("mã"), max_length=30)
    title = models.CharField(_("tên yêu cầu"), max_length=120)
    title_en = models.CharField(_("tên tiếng Anh"), max_length=120)
    help_text = models.CharField(_("hướng dẫn"), max_length=300, blank=True)
    help_text_en = models.CharField(_("hướng dẫn tiếng Anh"), max_length=300, blank=True)
    wanted = models.CharField(_("cần gì"), max_length=5, choices=Wanted.choices)
    is_personal = models.BooleanField(_("số định danh cá nhân: chỉ lưu bốn số cuối"), default=False)
    kinds = models.JSONField(_("loại hình phải nộp"), default=list, blank=True)  # none: all
    is_mandatory = models.BooleanField(_("bắt buộc"), default=True)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=50)
    valid_from = models.DateField(_("từ ngày"))
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("yêu cầu với người bán")
        verbose_name_plural = pgettext_lazy("plural", "yêu cầu với người bán")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="requirement_ends_not_before_it_begins",
            ),
            models.UniqueConstraint(
                fields=["province", "code"],
                condition=Q(valid_to__isnull=True),
                name="requirement_code_open_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def shown_title(self) -> str:
        """The title in the reader's language."""
        return shown(self.title, self.title_en)

    @property
    def shown_help(self) -> str:
        """The help in the reader's language."""
        return shown(self.help_text, self.help_text_en)

    @property
    def wants_text(self) -> bool:
        """Whether something is to be written."""
        return self.wanted != Wanted.FILE

    @property
    def wants_file(self) -> bool:
        """Whether a file is to be sent."""
        return self.wanted != Wanted.TEXT


class Application(models.Model):
    """A producer asks to sell; one is open at a time."""

    producer = models.ForeignKey(
        "register.Producer", on_delete=models.PROTECT, related_name="applications"
    )
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=State.choices, default=State.DRAFT
    )
    opened_at = models.DateTimeField(_("mở lúc"), auto_now_add=True)
    submitted_at = models.DateTimeField(_("gửi lúc"), null=True, blank=True)
    decided_at = models.DateTimeField(_("quyết định lúc"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("lý do"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("hồ sơ đăng ký bán")
        verbose_name_plural = pgettext_lazy("plural", "hồ sơ đăng ký bán")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["producer"], condition=Q(state__in=OPEN), name="application_open_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.APPROVED) | Q(decided_by__isnull=False),
                name="application_approved_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.producer}: {self.state}"


class Evidence(models.Model):
    """What a producer gave for one requirement, and what an officer said of it."""

    producer = models.ForeignKey(
        "register.Producer", on_delete=models.PROTECT, related_name="evidence"
    )
    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="evidence")
    text = models.CharField(_("nội dung"), max_length=200, blank=True)
    file = models.FileField(
        _("tệp"), upload_to="admission/%Y/%m/", storage=private_files, blank=True
    )
    sha256 = models.CharField(_("mã băm SHA-256"), max_length=64, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1)  # what an officer saw when deciding
    given_at = models.DateTimeField(_("nộp lúc"), null=True, blank=True)
    check_state = models.CharField(
        _("kết quả xem"), max_length=8, choices=Check.choices, default=Check.WAITING
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_at = models.DateTimeField(_("xem lúc"), null=True, blank=True)
    reason = models.CharField(_("lý do"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("giấy tờ của người bán")
        verbose_name_plural = pgettext_lazy("plural", "giấy tờ của người bán")
        constraints = [
            models.UniqueConstraint(
                fields=["producer", "requirement"], name="evidence_once_per_requirement"
            ),
            models.CheckConstraint(
                condition=~Q(check_state=Check.WAIVED)
                | (Q(checked_by__isnull=False) & ~Q(reason="")),
                name="evidence_waived_by_name_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.producer}: {self.requirement}"

    @property
    def is_given(self) -> bool:
        """Whether anything lies there to look at."""
        return bool(self.text or self.file)


class Suspension(models.Model):
    """A seller is stopped: announced, some days later in force, perhaps lifted."""

    seller = models.ForeignKey(
        "listings.Seller", on_delete=models.PROTECT, related_name="suspensions"
    )
    reason = models.CharField(_("lý do"), max_length=500)
    authority_request = models.CharField(_("văn bản của cơ quan"), max_length=120, blank=True)
    notice_days = models.PositiveSmallIntegerField(_("số ngày báo trước"))
    announced_at = models.DateTimeField(_("báo lúc"))
    announced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    effective_at = models.DateTimeField(_("ngừng từ"), db_index=True)
    applied_at = models.DateTimeField(_("đã ngừng lúc"), null=True, blank=True)
    lifted_at = models.DateTimeField(_("gỡ lúc"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lift_reason = models.CharField(_("lý do gỡ"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("tạm ngừng bán")
        verbose_name_plural = pgettext_lazy("plural", "tạm ngừng bán")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller"], condition=Q(lifted_at__isnull=True), name="suspension_one_stands"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="suspension_says_why"),
            models.CheckConstraint(
                condition=~Q(authority_request="") | Q(notice_days__gte=LEAST_NOTICE_DAYS),
                name="suspension_gives_notice_or_names_an_authority",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seller}: {self.effective_at:%d/%m/%Y}"
