"""The province's checklist: what sellers are asked for, from which day."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from catalog.lib import clock
from catalog.places.models import Province
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_provinces
from marketplace.shop.admission.errors import AdmissionRefused
from marketplace.shop.admission.forms import RequirementForm
from marketplace.shop.admission.selectors.cases import find_requirement
from marketplace.shop.admission.selectors.standing import checklist_of
from marketplace.shop.admission.services.checklist import (
    add_requirement,
    end_requirement,
    start_from_sample,
)

PAGE = "desk:checklist"


@for_provinces
@require_http_methods(["GET", "HEAD", "POST"])
def checklist(request: HttpRequest, desk: Desk, province: str = "") -> HttpResponse:
    """The lines, and the form that adds one."""
    where = _province(desk, province)
    form = RequirementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            line = add_requirement(where, by=request.user, **form.cleaned_data)
        except AdmissionRefused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            told = _("Đã thêm: %(name)s. Người đang bán vẫn bán, chỉ hiện là còn thiếu.")
            messages.success(request, told % {"name": line})
            return redirect(PAGE, province=where.pk)
    context = {
        "province": where,
        "provinces": Province.objects.filter(pk__in=desk.scope.provinces),
        "lines": checklist_of(where),
        "today": clock.today(),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "admission/checklist.html", context, status=status)


@for_provinces
@require_POST
def start(request: HttpRequest, desk: Desk, province: str) -> HttpResponse:
    """Begin with the six usual lines."""
    where = _province(desk, province)
    added = start_from_sample(where, by=request.user)
    messages.success(request, _("Đã thêm %(n)s yêu cầu.") % {"n": added})
    return redirect(PAGE, province=where.pk)


@for_provinces
@require_POST
def end(request: HttpRequest, desk: Desk, province: str, requirement: int) -> HttpResponse:
    """Ask for it no more, from today on."""
    where = _province(desk, province)
    line = find_requirement(desk.scope, requirement)
    if line is None or line.province_id != where.pk:
        raise Http404(_("Không có mục này."))
    try:
        end_requirement(line, by=request.user)
    except AdmissionRefused:
        messages.warning(request, _("Yêu cầu này đã có người cho hết hạn."))
    else:
        messages.success(request, _("Không hỏi nữa: %(name)s.") % {"name": line})
    return redirect(PAGE, province=where.pk)


def _province(desk: Desk, code: str) -> Province:
    code = code or min(desk.scope.provinces)
    if code not in desk.scope.provinces:
        raise Http404(_("Không có trang này."))
    return get_object_or_404(Province, pk=code)
