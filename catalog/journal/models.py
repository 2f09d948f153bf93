"""What happened (append-only) and who must be told (outbox)."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AuditEvent(models.Model):
    """One change by somebody: written by services in the change's own transaction."""

    at = models.DateTimeField(_("lúc"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người làm"),
    )
    verb = models.CharField(_("việc"), max_length=60)
    object_kind = models.CharField(_("loại đối tượng"), max_length=60)
    object_id = models.CharField(_("mã đối tượng"), max_length=40)
    before = models.JSONField(_("trước"), null=True, blank=True)
    after = models.JSONField(_("sau"), null=True, blank=True)
    reason = models.TextField(_("lý do"), blank=True)
    request_id = models.CharField(max_length=36, blank=True)

    class Meta:
        verbose_name = _("việc đã xảy ra")
        verbose_name_plural = pgettext_lazy("plural", "việc đã xảy ra")
        ordering = ["-id"]
        indexes = [models.Index(fields=["object_kind", "object_id"], name="audit_by_object")]

    def __str__(self) -> str:
        return f"{self.verb} {self.object_kind} {self.object_id}"


class AuditSeal(models.Model):
    """A link of the chain over the audit log: each seal holds the one before and its event.

    ``event`` is a bare number: a seal outlives its event, so that a missing one is missed.
    """

    event = models.BigIntegerField(unique=True)
    previous = models.CharField(max_length=64, unique=True)  # so two workers cannot both go on
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("dấu niêm nhật ký")
        verbose_name_plural = pgettext_lazy("plural", "dấu niêm nhật ký")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.digest[:12]


class Notice(models.Model):
    """A line in somebody's inbox: of a producer, say, named as the audit log names its objects.

    The room that writes it knows its ``kind`` and words (``notices.Kind``); the reader's
    language is chosen when it is read.
    """

    addressee_kind = models.CharField(max_length=60)
    addressee_id = models.CharField(max_length=40)
    kind = models.CharField(_("loại tin"), max_length=40)
    data = models.JSONField(default=dict)
    link = models.JSONField(default=list)  # a URL's name and its arguments; empty for none
    key = models.CharField(max_length=110, unique=True)
    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    read_at = models.DateTimeField(_("đã đọc lúc"), null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("tin báo")
        verbose_name_plural = pgettext_lazy("plural", "tin báo")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["addressee_kind", "addressee_id", "-id"], name="notice_inbox"),
            models.Index(
                fields=["addressee_kind", "addressee_id"],
                name="notice_unread",
                condition=models.Q(read_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.key


class OutboxMessage(models.Model):
    """Something the world outside must be told once; written with the fact it tells of."""

    topic = models.CharField(max_length=60)
    key = models.CharField(max_length=120, unique=True)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField(db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)
    parked_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        verbose_name = _("thư chờ gửi")
        verbose_name_plural = pgettext_lazy("plural", "thư chờ gửi")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="outbox_waiting",
                condition=models.Q(done_at=None, parked_at=None),
            )
        ]

    def __str__(self) -> str:
        return self.key


class WorkerSign(models.Model):
    """A worker that is alive says so every few seconds; one that is silent has died."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("tiến trình làm việc")
        verbose_name_plural = pgettext_lazy("plural", "tiến trình làm việc")

    def __str__(self) -> str:
        return self.worker_id


class Job(models.Model):
    """Work that takes longer than a page may: how far it is, whose it is, what came of it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Đang chờ đến lượt")
        RUNNING = "running", _("Đang làm")
        DONE = "done", _("Đã xong")
        FAILED = "failed", _("Không làm được")
        CANCELLED = "cancelled", _("Đã dừng")

    OVER = (State.DONE, State.FAILED, State.CANCELLED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=60)
    title = models.CharField(_("việc"), max_length=200)
    payload = models.JSONField(default=dict)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người giao"),
    )
    language = models.CharField(max_length=5, default="vi")
    state = models.CharField(
        _("tình trạng"), max_length=10, choices=State.choices, default=State.WAITING
    )
    percent = models.PositiveSmallIntegerField(default=0)
    note = models.CharField(max_length=300, blank=True)
    bookmark = models.JSONField(null=True, blank=True)  # where to go on after a crash
    result_url = models.CharField(max_length=300, blank=True)
    error = models.TextField(blank=True)  # for whoever keeps the site running
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    cancel_asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("việc dài")
        verbose_name_plural = pgettext_lazy("plural", "việc dài")
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["started_by", "-created_at"], name="jobs_of_somebody"),
            models.Index(
                fields=["created_at"],
                name="jobs_not_over",
                condition=models.Q(finished_at=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percent__lte=100), name="job_percent_at_most_100"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["done", "failed", "cancelled"], finished_at__isnull=False
                )
                | models.Q(state__in=["waiting", "running"], finished_at__isnull=True),
                name="job_is_over_when_it_ended",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen by itself."""
        return self.state in self.OVER

    @property
    def seconds(self) -> int:
        """How long it has been going on, or took."""
        if self.started_at is None:
            return 0
        return int(((self.finished_at or timezone.now()) - self.started_at).total_seconds())
