"""Tables: send one, see what it would change, let it be written, put it back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.intake import services
from catalog.intake.enums import RowState, Subject, Verdict
from catalog.intake.errors import NotAtThatStage
from catalog.intake.models import Batch
from catalog.intake.selectors import batches_of, counts
from catalog.lib.uploads import UploadRefused
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers
from marketplace.officers.forms.tables import TableForm

PER_PAGE = 50
RECENT = 20
# Address -> rows: by what they would do, and by what became of them.
TABS = {
    "sua": ("verdict", Verdict.BAD),
    "moi": ("verdict", Verdict.NEW),
    "doi": ("verdict", Verdict.CHANGED),
    "cu": ("verdict", Verdict.SAME),
    "khong-ghi": ("state", RowState.FAILED),
    "giu": ("state", RowState.KEPT),
}


@for_officers
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Send a table; those sent before."""
    form = TableForm(request.POST or None, request.FILES or None, subjects=subjects(desk))
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            batch = services.send(
                file,
                subject=form.cleaned_data["subject"],
                file_name=file.name,
                by=desk.officer,
                provinces=desk.scope.provinces,
                communes=desk.scope.communes,
            )
        except UploadRefused as refusal:
            form.add_error("file", refusal.message)
        else:
            return redirect("jobs:detail", batch.job_id)
    context = {
        "form": form,
        "subjects": subjects(desk),
        "batches": batches_of(desk.officer)[:RECENT],
    }
    status = 422 if form.errors else 200
    return render(request, "officers/tables.html", context, status=status)


@for_officers
@require_safe
def show(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """What each row would do, or did; what is to be mended first."""
    batch = found_batch(desk, pk)
    verdicts, states = counts(batch)
    tabs = [
        (name, value.label, number)
        for name, (field, value) in TABS.items()
        if (number := (verdicts if field == "verdict" else states)[value])
    ]
    chosen = request.GET.get("loai", "")
    if chosen not in {name for name, _label, _count in tabs}:
        chosen = tabs[0][0] if tabs else ""
    rows = batch.rows.none()
    if chosen:
        field, value = TABS[chosen]
        rows = batch.rows.filter(**{field: value})
    left = batch.rows.filter(
        verdict__in=(Verdict.NEW, Verdict.CHANGED), state=RowState.STAGED
    ).count()
    context = {
        "batch": batch,
        "tabs": tabs,
        "chosen": chosen,
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("trang")),
        "left": left,
        "written": states[RowState.APPLIED],
        "to_mend": verdicts[Verdict.BAD] + states[RowState.FAILED] + states[RowState.KEPT],
    }
    return render(request, "officers/table.html", context)


@for_officers
@require_POST
def apply(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Let the worker write it."""
    return _asked(request, found_batch(desk, pk), services.ask_to_apply)


@for_officers
@require_POST
def undo(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Let the worker put it back."""
    return _asked(request, found_batch(desk, pk), services.ask_to_undo)


def subjects(desk: Desk) -> list[Subject]:
    """The tables this desk may send: a decision is the province's."""
    return [one for one in Subject if one != Subject.DECISION or desk.scope.is_provincial]


def found_batch(desk: Desk, pk: int) -> Batch:
    """One's own table, as long as one answers for all of its places."""
    batch = get_object_or_404(batches_of(desk.officer), pk=pk)
    covers = set(batch.provinces) <= desk.scope.provinces
    if not covers or not set(batch.communes) <= desk.scope.communes:
        raise Http404(_("Không có trang này."))
    return batch


def _asked(request: HttpRequest, batch: Batch, ask) -> HttpResponse:
    try:
        job = ask(batch, by=request.user)
    except NotAtThatStage as refusal:
        messages.warning(request, refusal.message)
        return redirect("desk:table", batch.pk)
    return redirect("jobs:detail", job.pk)
