"""The worker reads a table: each handful of rows is judged and staged in one transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.intake.columns import place_columns
from catalog.intake.enums import Stage
from catalog.intake.errors import ColumnsMissing
from catalog.intake.judging import Judge
from catalog.intake.models import Batch, Row
from catalog.journal.jobs import Handle, Outcome
from catalog.lib.sheets_read import Line, read_table
from catalog.lib.uploads import UploadRefused

HANDFUL = 200


def read(job: Handle, batch: Batch) -> Outcome:
    """Stage what an earlier try has not staged yet; a table nobody can read says why."""
    try:
        heading, *lines = _lines(batch)
        batch.places = place_columns(batch.subject, heading.cells)
    except (UploadRefused, ColumnsMissing) as refusal:
        _close(batch, Stage.REFUSED, problem=str(refusal))
        return Outcome(note=str(refusal))
    Batch.objects.filter(pk=batch.pk).update(places=batch.places)
    judge = Judge(batch)
    begin = int(job.bookmark or 0)
    for start in range(begin, len(lines), HANDFUL):
        handful = lines[start : start + HANDFUL]
        done = start + len(handful)
        with transaction.atomic():
            Row.objects.bulk_create(judge.rows(handful))
            job.advance(
                percent=done * 100 // len(lines),
                note=_("Đã đọc %(done)s trên %(all)s dòng") % {"done": done, "all": len(lines)},
                bookmark=done,
            )
    _close(batch, Stage.READY)
    return Outcome(note=_("Đã đọc %s dòng. Chưa có gì được ghi vào sổ.") % len(lines))


def _lines(batch: Batch) -> list[Line]:
    with batch.file.open("rb") as opened:
        return read_table(opened.read())


def _close(batch: Batch, stage: Stage, *, problem: str = "") -> None:
    Batch.objects.filter(pk=batch.pk, stage=Stage.READING).update(stage=stage, problem=problem)
