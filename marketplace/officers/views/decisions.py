"""Whole decisions: what waits, and confirming many products of one at once."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.decisions import services
from catalog.decisions.selectors import before_and_after, proposals, waiting_decisions
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers, for_provinces

PER_PAGE = 100  # as many as are confirmed at once
RECENT = 20
PRODUCER = "product__producer__"


@for_officers
@require_safe
def index(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Decisions that wait for a second person, and what was decided lately."""
    scope = desk.scope.of_producer(PRODUCER)
    decided = proposals(scope).exclude(state="waiting").order_by("-decided_at")
    context = {
        "decisions": waiting_decisions(scope, viewer_id=desk.officer.pk),
        "decided": decided[:RECENT],
    }
    return render(request, "officers/decisions.html", context)


@for_officers
@require_safe
def waiting(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The products of one decision that wait, each with before and after."""
    number = request.GET.get("so", "")[:60]
    rows = proposals(desk.scope.of_producer(PRODUCER)).waiting().filter(decision_no=number)
    page = Paginator(rows.order_by("product__folded", "pk"), PER_PAGE).get_page(
        request.GET.get("trang")
    )
    lines = [
        {
            "proposal": proposal,
            "sides": before_and_after(proposal),
            "is_mine": proposal.proposed_by_id == desk.officer.pk,
        }
        for proposal in page.object_list
    ]
    context = {
        "number": number,
        "lines": lines,
        "page_obj": page,
        "base_query": urlencode({"so": number}),
        "may_decide": desk.scope.is_provincial and any(not line["is_mine"] for line in lines),
    }
    return render(request, "officers/decision.html", context)


@for_provinces
@require_POST
def confirm_many(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Confirm the chosen products; the others wait, each with its reason."""
    chosen = [int(pk) for pk in request.POST.getlist("chon")[:PER_PAGE] if pk.isdecimal()]
    rows = proposals(desk.scope.of_province(PRODUCER)).waiting().filter(pk__in=chosen)
    outcome = services.confirm_many(list(rows.order_by("pk")), by=desk.officer)
    if outcome.confirmed:
        count = len(outcome.confirmed)
        told = _("Đã xác nhận %(n)s sản phẩm; có hiệu lực ngay trên sàn.")
        messages.success(request, told % {"n": count})
    if outcome.waiting:
        count = len(outcome.waiting)
        told = _("%(n)s sản phẩm còn chờ, lý do ghi ở từng dòng.")
        messages.warning(request, told % {"n": count})
    if not (outcome.confirmed or outcome.waiting):
        messages.info(request, _("Không có sản phẩm nào được chọn còn chờ."))
    number = request.POST.get("so", "")[:60]
    left = proposals(desk.scope.of_producer(PRODUCER)).waiting().filter(decision_no=number)
    query = f"?{urlencode({'so': number})}"
    return redirect(
        reverse("desk:decision") + query if left.exists() else reverse("desk:decisions")
    )
