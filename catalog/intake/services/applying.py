"""The worker writes the sound rows, a handful in one transaction.

A row is written when it is ``staged`` and marked in the same transaction, so a worker that is
killed leaves whole handfuls behind, and the next one goes on with the rest. What a star says
becomes a proposal for the second officer; everything else is written directly.
"""

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from catalog.intake.enums import WRITABLE, RowState, Stage
from catalog.intake.models import Batch, Row
from catalog.journal.jobs import Handle, Outcome
from catalog.register.errors import RegisterError
from catalog.register.models import Producer, Product
from catalog.register.signals import gathered

from .proposing import propose_rows
from .writing import RowRefused, write_entries

HANDFUL = 200
_SOURCE_LENGTH = 300


def apply(job: Handle, batch: Batch, by: AbstractBaseUser) -> Outcome:
    """Write what is still to be written."""
    waiting = Row.objects.filter(batch=batch, verdict__in=WRITABLE, state=RowState.STAGED).order_by(
        "number"
    )
    total = Row.objects.filter(batch=batch, verdict__in=WRITABLE).count()
    left = waiting.count()
    while rows := list(waiting[:HANDFUL]):
        left -= len(rows)
        _write_handful(job, batch, rows, by, done=total - left, total=total)
    Batch.objects.filter(pk=batch.pk, stage=Stage.APPLYING).update(stage=Stage.APPLIED)
    failed = Row.objects.filter(batch=batch, state=RowState.FAILED).count()
    written = total - failed
    told = {"written": written, "failed": failed}
    return Outcome(note=_("Đã ghi %(written)s dòng, %(failed)s dòng không ghi được.") % told)


def _write_handful(
    job: Handle, batch: Batch, rows: list[Row], by: AbstractBaseUser, *, done: int, total: int
) -> None:
    """All rows of the handful and the job's progress, or none of them.

    All at once first; if the register has moved since the preview, one by one, so that only
    the rows it concerns are left out.
    """
    with transaction.atomic(), gathered(Row):
        try:
            with transaction.atomic():
                _write(rows, batch, by)
        except (IntegrityError, RegisterError, ValidationError, RowRefused):
            for row in rows:
                _write_alone(row, batch, by)
        Row.objects.bulk_update(rows, ["state", "made", "told"])
        note = _("Đã ghi %(done)s trên %(all)s dòng") % {"done": done, "all": total}
        job.advance(percent=done * 100 // max(total, 1), note=note)


def _write(rows: list[Row], batch: Batch, by: AbstractBaseUser) -> None:
    for row in rows:
        row.made, row.told, row.state = {}, "", RowState.APPLIED
    source = (_("Bảng %s") % batch.file_name)[:_SOURCE_LENGTH]
    write_entries(Producer, rows, by=by, source=source)
    write_entries(Product, rows, by=by, source=source)
    propose_rows(rows, by=by, source=source)


def _write_alone(row: Row, batch: Batch, by: AbstractBaseUser) -> None:
    try:
        with transaction.atomic():
            _write([row], batch, by)
    except IntegrityError:
        row.told = _("Sổ đăng ký đã đổi từ lúc xem trước. Bạn gửi lại dòng này.")
    except (RegisterError, RowRefused) as refusal:
        row.told = refusal.message
    except ValidationError as refusal:
        row.told = " ".join(refusal.messages)
    if row.told:
        row.made, row.state = {}, RowState.FAILED
