"""The worker puts back what a table changed, the last row first.

Only where nobody touched it since: a product that was changed again, or a star that a second
officer confirmed, stays, and its row says so.
"""

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from catalog.decisions.models import Proposal
from catalog.intake.enums import RowState, Stage
from catalog.intake.models import Batch, Row
from catalog.journal import audit
from catalog.journal.jobs import Handle, Outcome
from catalog.register.models import Producer, Product
from catalog.register.services import keep_entry
from catalog.register.services.entries import told
from catalog.register.signals import gathered

HANDFUL = 100


class Touched(Exception):
    """Somebody has built upon it since; ``args[0]`` says what."""


def undo(job: Handle, batch: Batch, by: AbstractBaseUser) -> Outcome:
    """Undo the rows that are written, from the last to the first."""
    written = Row.objects.filter(batch=batch, state=RowState.APPLIED).order_by("-number")
    total = Row.objects.filter(
        batch=batch, state__in=(RowState.APPLIED, RowState.UNDONE, RowState.KEPT)
    ).count()
    left = written.count()
    while rows := list(written[:HANDFUL]):
        left -= len(rows)
        with transaction.atomic(), gathered(Row):
            for row in rows:
                _undo_row(row, by)
            Row.objects.bulk_update(rows, ["state", "told"])
            note = _("Đã xem %(done)s trên %(all)s dòng") % {"done": total - left, "all": total}
            job.advance(percent=(total - left) * 100 // max(total, 1), note=note)
    Batch.objects.filter(pk=batch.pk, stage=Stage.UNDOING).update(stage=Stage.UNDONE)
    kept = Row.objects.filter(batch=batch, state=RowState.KEPT).count()
    counts = {"undone": total - kept, "kept": kept}
    return Outcome(note=_("Đã hoàn lại %(undone)s dòng, %(kept)s dòng giữ nguyên.") % counts)


def _undo_row(row: Row, by: AbstractBaseUser) -> None:
    try:
        with transaction.atomic():
            if proposal := row.made.get("proposal"):
                _take_back(proposal["pk"], by)
            for model in (Product, Producer):
                if made := row.made.get(model._meta.model_name):  # noqa: SLF001
                    _put_back(model, made, by)
    except Touched as touched:
        row.state, row.told = RowState.KEPT, str(touched)
    else:
        row.state, row.told = RowState.UNDONE, ""


def _take_back(pk: int, by: AbstractBaseUser) -> None:
    """Remove a proposal that nobody has decided; the log keeps what it said."""
    proposal = Proposal.objects.filter(pk=pk).first()
    if proposal is None:
        return
    before = audit.values(proposal, "kind", "product_id", "star", "decision_no", "decided_on")
    removed, _each = Proposal.objects.waiting().filter(pk=pk).delete()
    if not removed:
        raise Touched(_("Đề nghị đã có người xử lý: %s.") % proposal.get_state_display().lower())
    audit.record("proposal.undone", proposal, actor=by, before=before)


def _put_back(model: type[Producer | Product], made: dict, by: AbstractBaseUser) -> None:
    entry = model.objects.filter(pk=made["pk"]).first()
    if entry is None or not (made.get("is_new") or made.get("before")):
        return
    now = audit.plain(told(entry)) or {}
    if any(now[name] != value for name, value in made["after"].items()):
        raise Touched(_("Đã có người sửa sau đó: %s.") % entry)
    if made.get("is_new"):
        _remove(entry, now, by)
        return
    for name, value in made["before"].items():
        setattr(entry, name, value)
    try:
        keep_entry(entry, by=by, reason=_("Hoàn lại bảng đã nhập"))
    except ValidationError as error:
        raise Touched(" ".join(error.messages)) from error


def _remove(entry: Producer | Product, before: dict, by: AbstractBaseUser) -> None:
    noun, pk = entry._meta.model_name, entry.pk  # noqa: SLF001
    for relation in entry._meta.related_objects:  # noqa: SLF001
        users = relation.related_model._base_manager  # noqa: SLF001
        if users.filter(**{relation.field.name: entry}).exists():
            raise Touched(_("Đã có nơi khác dùng đến: %s.") % entry)
    entry.delete()
    entry.pk = pk  # for the log
    audit.record(f"{noun}.undone", entry, actor=by, before=before)
