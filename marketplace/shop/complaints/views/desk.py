"""The officer's complaints: what presses first, taken down at once, restored, rejected."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from catalog.lib import codes, private_files
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers
from marketplace.shop.complaints import selectors, services
from marketplace.shop.complaints.errors import ComplaintRefused
from marketplace.shop.complaints.forms import AuthorityForm, DecideForm
from marketplace.shop.complaints.models import Complaint

PER_PAGE = 30
# Word of the form -> (service, what is told)
DECISIONS = {
    "go": (services.take_product_down, gettext_lazy("Đã gỡ sản phẩm khỏi trang bán.")),
    "ban-lai": (services.restore_product, gettext_lazy("Đã cho bán lại.")),
    "bac": (services.reject, gettext_lazy("Đã kết luận không có cơ sở.")),
}


@for_officers
@require_safe
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What waits, the overdue first; or what was decided."""
    done = request.GET.get("muc") == "xong"
    rows = selectors.decided(desk.scope) if done else selectors.queue(desk.scope)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    moment = now()
    context = {
        "page_obj": page,
        "rows": [selectors.waiting_of(complaint, moment) for complaint in page],
        "done": done,
        "base_query": "muc=xong" if done else "",
    }
    return render(request, "complaints/desk.html", context)


@for_officers
@require_safe
def complaint(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """One complaint with what may be done."""
    return _shown(request, _found(desk, code))


@for_officers
@require_safe
def photo(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:  # noqa: ARG001
    """The photograph that came with it."""
    found = _found(desk, code)
    return private_files.serve(found.photo, name=found.code)


@for_officers
@require_POST
def decide(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Take down, restore or reject, with a reason."""
    found = _found(desk, code)
    if request.POST.get("quyet") not in DECISIONS:
        raise Http404(_("Không có trang này."))
    act, told = DECISIONS[request.POST["quyet"]]
    form = DecideForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, status=422, decide_form=form)
    try:
        act(found, by=request.user, **form.cleaned_data)
    except ComplaintRefused as refused:
        messages.warning(request, refused.message)
    else:
        messages.success(request, told)
    return redirect("desk:complaint", code=found.code)


@for_officers
@require_POST
def authority(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """An authority asks: the clock of 24 hours runs."""
    found = _found(desk, code)
    form = AuthorityForm(request.POST)
    if form.is_valid():
        try:
            services.mark_authority(found, by=request.user, **form.cleaned_data)
        except ComplaintRefused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Đã ghi yêu cầu của cơ quan có thẩm quyền."))
            return redirect("desk:complaint", code=found.code)
    return _shown(request, found, status=422, authority_form=form)


def _found(desk: Desk, code: str) -> Complaint:
    found = selectors.of_scope(desk.scope).filter(code=codes.typed(code)).first()
    if found is None:
        raise Http404(_("Không có phản ánh này."))
    return found


def _shown(request: HttpRequest, found: Complaint, *, status: int = 200, **forms) -> HttpResponse:
    context = {
        "complaint": found,
        "waiting": selectors.waiting_of(found, now()),
        "decide_form": DecideForm(),
        "authority_form": AuthorityForm(),
        "wrong_form": next(iter(forms.values()), None),
        **forms,
    }
    return render(request, "complaints/case.html", context, status=status)
