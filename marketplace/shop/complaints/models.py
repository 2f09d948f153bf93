"""Complaints about a listing: what was said, what was done, step by step; never deleted."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.lib import codes

from .enums import Ground, State, Step


def private_files() -> Storage:
    """What people send lies where no address leads."""
    return storages["private"]


class Complaint(models.Model):
    """One thing somebody said about a product on sale."""

    code = models.CharField(_("mã phản ánh"), max_length=12, unique=True)
    product = models.ForeignKey(
        "register.Product", on_delete=models.PROTECT, related_name="complaints"
    )
    ground = models.CharField(_("lý do"), max_length=12, choices=Ground.choices)
    text = models.TextField(_("nội dung"), max_length=3000)
    contact = models.CharField(_("liên hệ"), max_length=120, blank=True)
    photo = models.FileField(
        _("ảnh"), upload_to="complaints/%Y/%m/", storage=private_files, blank=True
    )
    sha256 = models.CharField(_("mã băm SHA-256"), max_length=64, blank=True, editable=False)
    received_at = models.DateTimeField(_("nhận lúc"), auto_now_add=True)
    authority_request = models.CharField(_("văn bản của cơ quan"), max_length=120, blank=True)
    due_at = models.DateTimeField(_("hạn xử lý"), null=True, blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=State.choices, default=State.OPEN
    )
    take_down = models.OneToOneField(
        "listings.TakeDown",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="complaint",
    )

    class Meta:
        verbose_name = _("phản ánh")
        verbose_name_plural = pgettext_lazy("plural", "phản ánh")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_at__isnull=True) | ~Q(authority_request=""),
                name="complaint_deadline_names_the_authority",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.OPEN, State.REJECTED], take_down__isnull=True)
                | Q(state__in=[State.TAKEN_DOWN, State.RESTORED], take_down__isnull=False),
                name="complaint_take_down_follows_its_state",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at", "received_at"],
                name="complaint_queue",
                condition=Q(state=State.OPEN),
            )
        ]

    def __str__(self) -> str:
        return self.display_code

    @property
    def display_code(self) -> str:
        """The code as people read it aloud."""
        return codes.grouped(self.code)

    @property
    def is_open(self) -> bool:
        """Whether it waits for an officer."""
        return self.state == State.OPEN

    @property
    def holds(self) -> bool:
        """Whether it keeps the product off sale."""
        return self.state == State.TAKEN_DOWN


class ComplaintStep(models.Model):
    """One step, written once; the complaint cannot be deleted while it has any."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(_("bước"), max_length=10, choices=Step.choices)
    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    text = models.CharField(_("nội dung"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("bước của phản ánh")
        verbose_name_plural = pgettext_lazy("plural", "bước của phản ánh")
        ordering = ["complaint_id", "pk"]

    def __str__(self) -> str:
        return f"{self.complaint}: {self.kind}"
