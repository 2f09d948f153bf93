"""Texts and pictures that wait: the approved version beside the new one, and two answers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from catalog.approvals import errors, selectors
from catalog.approvals.models import ProductEdit
from catalog.approvals.services import deciding
from catalog.approvals.services.files import PREVIEW, private_name
from catalog.register.models.paper import private_files
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers
from marketplace.private_files import image_response

PER_PAGE = 30
HISTORY = 30
PRODUCER = "product__producer__"
REFUSALS = {
    errors.EditDecided: gettext_lazy("Người khác vừa quyết định, hoặc chủ thể đã lấy lại bản này."),
    errors.SeenIsOld: gettext_lazy(
        "Nội dung đã đổi sau khi bạn mở trang. Hãy xem lại rồi quyết định."
    ),
    errors.PictureNotReady: gettext_lazy("Ảnh mới chưa cắt xong. Hãy tải lại trang sau ít giây."),
    errors.OwnEdit: gettext_lazy("Bạn là người gửi bản này nên người khác phải duyệt."),
}


@for_officers
@require_safe
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What waits, the longest first."""
    rows = selectors.waiting_edits(desk.scope.of_producer(PRODUCER))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    return render(request, "officers/approvals.html", {"edits": page.object_list, "page_obj": page})


@for_officers
@require_safe
def show(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Both versions side by side."""
    return _shown(request, _found(desk, pk))


@for_officers
@require_safe
def picture(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:  # noqa: ARG001
    """The new picture as it would look."""
    edit = _found(desk, pk)
    if not edit.picture:
        raise Http404(_("Không có ảnh này."))
    return image_response(private_files(), private_name(edit, PREVIEW))


@for_officers
@require_POST
def approve(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Let the public page say what stood on the officer's screen."""
    edit = _found(desk, pk)
    try:
        deciding.approve(edit, seen=request.POST.get("seen", ""), by=request.user)
    except tuple(REFUSALS) as refusal:
        messages.warning(request, REFUSALS[type(refusal)])
        return redirect("desk:approval", pk=pk)
    messages.success(request, _("Đã duyệt: %(name)s.") % {"name": edit.name})
    return redirect("desk:approvals")


@for_officers
@require_POST
def send_back(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Return it with a reason that the producer reads."""
    edit = _found(desk, pk)
    try:
        deciding.send_back(edit, reason=request.POST.get("reason", ""), by=request.user)
    except errors.ReasonMissing:
        return _shown(request, edit, reason_missing=True, status=422)
    except errors.EditDecided as refusal:
        messages.warning(request, REFUSALS[type(refusal)])
        return redirect("desk:approval", pk=pk)
    messages.success(request, _("Đã trả lại cho chủ thể: %(name)s.") % {"name": edit.name})
    return redirect("desk:approvals")


def _found(desk: Desk, pk: int) -> ProductEdit:
    edits = ProductEdit.objects.filter(desk.scope.of_producer(PRODUCER), pk=pk)
    edit = edits.exclude(submitted_at=None).select_related("product__producer").first()
    if edit is None or edit.state in {"draft", "discarded"}:
        raise Http404(_("Không có bản sửa này."))
    return edit


def _shown(
    request: HttpRequest, edit: ProductEdit, *, reason_missing: bool = False, status: int = 200
) -> HttpResponse:
    context = {
        "edit": edit,
        "product": edit.product,
        "differences": selectors.differences(edit),
        "claims": edit.claims,
        "seen": selectors.mark_of(edit),
        "history": selectors.edit_history(edit.product)[:HISTORY],
        "reason_missing": reason_missing,
    }
    return render(request, "officers/approval.html", context, status=status)
