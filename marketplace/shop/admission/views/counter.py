"""A producer asks to sell: gives what the checklist asks, sends it in, reads what came of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.lib import clock, private_files
from catalog.lib.uploads import UploadRefused
from catalog.register.models import Producer
from marketplace.accounts.permissions import may_edit_goods
from marketplace.areas.producer import only_who
from marketplace.shop.admission.errors import AdmissionRefused
from marketplace.shop.admission.forms import GiveForm
from marketplace.shop.admission.selectors.cases import Case, case_of, item_of
from marketplace.shop.admission.selectors.standing import Item
from marketplace.shop.admission.services.applying import open_application, submit, take_back
from marketplace.shop.admission.services.giving import give

PAGE = "selling:admission"


@only_who(may_edit_goods)
@require_safe
def admission(request: HttpRequest, producer: Producer) -> HttpResponse:
    """Where the producer stands, and what is still to give."""
    case = case_of(producer, clock.today())
    return render(request, "admission/counter.html", {"case": case})


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, producer: Producer, requirement: int) -> HttpResponse:
    """Give one thing; kept at once, so nothing is lost when the telephone rings."""
    case, found = _found(producer, requirement)
    given = found.evidence
    form = GiveForm(
        request.POST or None,
        request.FILES or None,
        requirement=found.requirement,
        given=given,
        initial={"text": given.text if given else ""},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            if case.seller is None:
                open_application(producer, by=request.user)
            give(
                producer,
                found.requirement,
                text=data.get("text", ""),
                upload=data.get("file"),
                by=request.user,
            )
        except UploadRefused as refused:
            form.add_error("file", str(refused))
        except AdmissionRefused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Đã lưu: %(name)s.") % {"name": found.requirement})
            return redirect(PAGE, producer=producer.slug)
    context = {"case": case, "item": found, "form": form}
    return render(request, "admission/give.html", context, status=422 if form.errors else 200)


@only_who(may_edit_goods)
@require_safe
def file(request: HttpRequest, producer: Producer, requirement: int) -> HttpResponse:  # noqa: ARG001
    """The file that was given, for the producer's own eyes."""
    _case, found = _found(producer, requirement)
    if found.evidence is None:
        raise Http404
    return private_files.serve(found.evidence.file, name=found.requirement.code)


@only_who(may_edit_goods)
@require_POST
def step(request: HttpRequest, producer: Producer) -> HttpResponse:
    """Send the application in, or take it back."""
    case = case_of(producer, clock.today())
    if case.application is None:
        raise Http404(_("Không có trang này."))
    act, told = (
        (take_back, _("Đã lấy hồ sơ về để sửa."))
        if request.POST.get("viec") == "lay-ve"
        else (submit, _("Đã gửi hồ sơ. Cán bộ sẽ xem và trả lời ở đây."))
    )
    try:
        act(case.application, by=request.user)
    except AdmissionRefused as refused:
        messages.warning(request, refused.message)
    else:
        messages.success(request, told)
    return redirect(PAGE, producer=producer.slug)


def _found(producer: Producer, requirement: int) -> tuple[Case, Item]:
    case = case_of(producer, clock.today())
    found = item_of(case, requirement)
    if found is None:
        raise Http404(_("Không có mục này."))
    return case, found
