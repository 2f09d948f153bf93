"""A table that was sent, and its rows as they were read, judged and written."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.journal.models import Job

from .enums import RowState, Stage, Subject, Verdict


def private_files() -> Storage:
    """Tables carry telephones and tax numbers: they lie where no address leads."""
    return storages["private"]


class Batch(models.Model):
    """One table, with the places for which its sender answered when sending it."""

    subject = models.CharField(_("bảng"), max_length=10, choices=Subject.choices)
    file = models.FileField(_("tệp"), upload_to="intake/%Y/%m/", storage=private_files)
    file_name = models.CharField(_("tên tệp"), max_length=200)
    sha256 = models.CharField(max_length=64)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("người gửi"),
    )
    sent_at = models.DateTimeField(_("gửi lúc"), auto_now_add=True)
    provinces = models.JSONField(default=list)  # codes of whole provinces
    communes = models.JSONField(default=list)  # codes of single communes
    stage = models.CharField(_("bước"), max_length=10, choices=Stage.choices, default=Stage.READING)
    places = models.JSONField(default=dict)  # column -> where it stands in the file
    problem = models.TextField(_("vì sao không đọc được"), blank=True)
    job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("bảng đã gửi")
        verbose_name_plural = pgettext_lazy("plural", "bảng đã gửi")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["sent_by", "-id"], name="batches_of_somebody")]

    def __str__(self) -> str:
        return self.file_name


class Row(models.Model):
    """One row: what it says, what it would do, what it did."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("dòng"))  # as the spreadsheet counts
    cells = models.JSONField(default=dict)  # column -> text
    key = models.CharField(max_length=250)  # two rows of one key speak of the same thing
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    problems = models.JSONField(default=list)  # [{"column", "cell", "text"}]
    plan = models.JSONField(default=dict)  # what is to be written, see judging
    changes = models.JSONField(default=list)  # [[heading, before, after]] for people
    state = models.CharField(max_length=8, choices=RowState.choices, default=RowState.STAGED)
    made = models.JSONField(default=dict)  # what was written, with what stood before
    told = models.TextField(blank=True)  # why it could not be written, or undone

    class Meta:
        verbose_name = _("dòng của bảng")
        verbose_name_plural = pgettext_lazy("plural", "dòng của bảng")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="row_once_in_its_batch")
        ]
        indexes = [
            models.Index(fields=["batch", "verdict", "number"], name="rows_by_verdict"),
            models.Index(fields=["batch", "key"], name="rows_by_key"),
        ]

    def __str__(self) -> str:
        return f"{self.batch} {self.number}"
