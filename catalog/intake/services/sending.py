"""What an officer does with a table: send it, let it be written, let it be undone.

Each only leaves a job to the worker; the stage is taken by a conditional update, so that two
presses of a button start one job.
"""

import hashlib
import secrets
from collections.abc import Iterable
from typing import BinaryIO

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from catalog.intake.enums import Stage
from catalog.intake.errors import NotAtThatStage
from catalog.intake.models import Batch
from catalog.journal import audit, jobs
from catalog.journal.models import Job
from catalog.lib.sheets_read import MAX_BYTES, refuse_bomb
from catalog.lib.vietnamese import tidy

READ, APPLY, UNDO = "intake.read", "intake.apply", "intake.undo"


def send(
    upload: BinaryIO,
    *,
    subject: str,
    file_name: str,
    by: AbstractBaseUser,
    provinces: Iterable[str],
    communes: Iterable[str],
) -> Batch:
    """Keep the file and let the worker read it.

    Raises an UploadRefused for what is no table or would not fit.
    """
    content = upload.read(MAX_BYTES + 1)
    refuse_bomb(content)
    batch = Batch(
        subject=subject,
        file_name=tidy(file_name)[:200] or "-",
        sha256=hashlib.sha256(content).hexdigest(),
        sent_by=by,
        provinces=sorted(provinces),
        communes=sorted(communes),
    )
    batch.file.save(f"{secrets.token_hex(16)}.table", ContentFile(content), save=False)
    try:
        with transaction.atomic():
            batch.save()
            title = _("Đọc bảng %s") % batch.file_name
            batch.job = jobs.start(READ, title=title, payload={"batch": batch.pk}, by=by)
            batch.save(update_fields=["job"])
            after = audit.values(batch, "subject", "file_name", "sha256")
            audit.record("table.sent", batch, actor=by, after=after)
    except BaseException:
        batch.file.storage.delete(batch.file.name)
        raise
    return batch


@transaction.atomic
def ask_to_apply(batch: Batch, *, by: AbstractBaseUser) -> Job:
    """Let the worker write the rows that are sound.

    Raises NotAtThatStage.
    """
    title = _("Ghi bảng %s") % batch.file_name
    job = jobs.start(APPLY, title=title, payload={"batch": batch.pk, "by": by.pk}, by=by)
    _advance(batch, (Stage.READY, Stage.APPLIED), Stage.APPLYING, job)
    audit.record("table.applied", batch, actor=by)
    return job


@transaction.atomic
def ask_to_undo(batch: Batch, *, by: AbstractBaseUser) -> Job:
    """Let the worker put back what this table changed and nobody touched since.

    Raises NotAtThatStage.
    """
    title = _("Hoàn lại bảng %s") % batch.file_name
    job = jobs.start(UNDO, title=title, payload={"batch": batch.pk, "by": by.pk}, by=by)
    _advance(batch, (Stage.APPLIED,), Stage.UNDOING, job)
    audit.record("table.undone", batch, actor=by)
    return job


def _advance(batch: Batch, before: tuple[Stage, ...], stage: Stage, job: Job) -> None:
    """Take the stage if the table is still at one before it, or was stopped half way.

    Raises NotAtThatStage, which also takes the job back.
    """
    begins = Q(stage__in=before)
    if batch.job is not None and batch.job.is_over:
        begins |= Q(stage=stage, job=batch.job)
    taken = Batch.objects.filter(begins, pk=batch.pk).update(stage=stage, job=job)
    batch.refresh_from_db()
    if not taken:
        raise NotAtThatStage(stage=batch.get_stage_display())
