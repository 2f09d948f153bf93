"""Sales of the officer's places: figures, the same in bars, and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.lib import clock
from catalog.lib.sheets import KINDS, Sheet, download
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers

from .forms import PeriodForm
from .rules import Period, percent, quarter_before, quarter_of, year_of
from .selectors import SalesReport, Table, sales


@for_officers
@require_safe
def report(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One period; this quarter unless asked otherwise."""
    form, period = _asked(request)
    this = quarter_of(clock.today())
    found = sales(desk.scope, period)
    context = {
        "form": form,
        "report": found,
        "share": percent(found.best.amount, found.total.amount) if found.best else 0,
        "periods": [
            (_("Quý này"), this, period == this),
            (_("Quý trước"), quarter_before(this), period == quarter_before(this)),
            (_("Năm nay"), year_of(this.first), period == year_of(this.first)),
        ],
    }
    return render(request, "reports/sales.html", context, status=422 if form.errors else 200)


@for_officers
@require_safe
def take_away(request: HttpRequest, desk: Desk, kind: str) -> HttpResponse:
    """The same figures as a file: a sheet for each table, or one long table as CSV."""
    if kind not in KINDS:
        raise Http404(_("Không có trang này."))
    period = _asked(request)[1]
    found = sales(desk.scope, period)
    name = f"doanh-so-{period.first:%Y-%m-%d}-{period.last:%Y-%m-%d}"
    if kind == "csv":
        return download(kind, name, _long(found))
    return download(kind, name, *(_sheet(table, found) for table in found.tables))


def _sheet(table: Table, found: SalesReport) -> Sheet:
    rows = [*table.rows, found.total]
    return Sheet(
        title=table.title,
        head=[table.title, *_figures()],
        rows=[[row.label, row.parcels, row.pieces, row.amount] for row in rows],
    )


def _long(found: SalesReport) -> Sheet:
    return Sheet(
        title=_("Doanh số"),
        head=[_("Bảng"), _("Mục"), *_figures()],
        rows=[
            [table.title, row.label, row.parcels, row.pieces, row.amount]
            for table in found.tables
            for row in table.rows
        ]
        + [["", found.total.label, found.total.parcels, found.total.pieces, found.total.amount]],
    )


def _figures() -> list[str]:
    return [_("Kiện giao xong"), _("Số món"), _("Tiền hàng (₫)")]


def _asked(request: HttpRequest) -> tuple[PeriodForm, Period]:
    this = quarter_of(clock.today())
    first = {"tu": this.first, "den": this.last}
    if "tu" not in request.GET and "den" not in request.GET:
        return PeriodForm(initial=first), this
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return form, this
    return form, Period(form.cleaned_data["tu"], form.cleaned_data["den"])
