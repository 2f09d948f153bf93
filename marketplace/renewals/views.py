"""The due list: which recognitions end, how soon, and who was reminded."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.lib import clock
from catalog.lib.sheets import KINDS, Sheet, download
from catalog.reminders.selectors import steps_on
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers

from . import selectors

PER_PAGE = 50


@for_officers
@require_safe
def ending(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One step's list, the soonest end first."""
    today = clock.today()
    steps = steps_on(today)
    within = _within(request, steps)
    rows = selectors.due_list(desk.scope, today, within=within)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "tabs": selectors.counts(desk.scope, today, steps[::-1]).items(),
        "within": within,
        "page_obj": page,
        "rows": selectors.due_rows(page, today),
        "base_query": f"con={within}",
    }
    return render(request, "renewals/ending.html", context)


@for_officers
@require_safe
def take_away(request: HttpRequest, desk: Desk, kind: str) -> HttpResponse:
    """The same list as a file."""
    if kind not in KINDS:
        raise Http404(_("Không có trang này."))
    today = clock.today()
    within = _within(request, steps_on(today))
    rows = selectors.due_rows(selectors.due_list(desk.scope, today, within=within), today)
    sheet = Sheet(
        title=_("Sắp hết hiệu lực"),
        head=[
            *(_("Sản phẩm"), _("Chủ thể"), _("Xã, phường"), _("Hạng sao"), _("Quyết định")),
            *(_("Hết hiệu lực sau ngày"), _("Còn (ngày)"), _("Đã nhắc ở mốc")),
        ],
        rows=[
            [
                row.certificate.product.name,
                row.certificate.product.producer.name,
                str(row.certificate.product.producer.commune or ""),
                row.certificate.star,
                row.certificate.decision_no,
                row.certificate.last_day,
                row.days_left,
                ", ".join(map(str, row.reminded)),
            ]
            for row in rows
        ],
    )
    return download(kind, f"sap-het-hieu-luc-{today:%Y-%m-%d}", sheet)


def _within(request: HttpRequest, steps: list[int]) -> int:
    asked = request.GET.get("con", "")
    known = {str(step): step for step in steps}
    return known.get(asked, max(steps, default=0))
