"""What happened (append-only) and who must be told (outbox)."""

from django.conf import settings
from django.db import models
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
