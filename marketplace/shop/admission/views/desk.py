"""The officer's side: who waits, item by item, the decision; and stopping a seller."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.lib import clock, private_files
from catalog.register.models import Producer
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_provinces
from marketplace.shop.admission.errors import AdmissionRefused
from marketplace.shop.admission.forms import CheckForm, ReasonForm, SuspendForm
from marketplace.shop.admission.selectors import cases
from marketplace.shop.admission.services import applying, giving, suspending

CASE = "desk:admission_case"


@for_provinces
@require_safe
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who waits for a decision, which sellers lack something, who is stopped."""
    context = {
        "applications": cases.waiting_applications(desk.scope),
        "lacking": cases.lacking_sellers(desk.scope, clock.today()),
        "suspensions": cases.standing_suspensions(desk.scope),
    }
    return render(request, "admission/desk.html", context)


@for_provinces
@require_safe
def case(request: HttpRequest, desk: Desk, producer: str) -> HttpResponse:
    """One producer with everything that may be done."""
    return _shown(request, _producer(desk, producer))


@for_provinces
@require_safe
def file(request: HttpRequest, desk: Desk, producer: str, requirement: int) -> HttpResponse:  # noqa: ARG001
    """A file that was given and sent in."""
    whose = _producer(desk, producer)
    shown = cases.case_of(whose, clock.today())
    item = cases.item_of(shown, requirement)
    if not shown.may_be_checked or item is None or item.evidence is None:
        raise Http404
    return private_files.serve(item.evidence.file, name=f"{whose.slug}-{item.requirement.code}")


@for_provinces
@require_POST
def check(request: HttpRequest, desk: Desk, producer: str, requirement: int) -> HttpResponse:
    """Accept, refuse or waive one item."""
    whose = _producer(desk, producer)
    shown = cases.case_of(whose, clock.today())
    item = cases.item_of(shown, requirement)
    if not shown.may_be_checked or item is None:
        raise Http404(_("Không có mục này."))
    form = CheckForm(request.POST)
    if not form.is_valid():
        return _shown(request, whose, status=422, item_form=form, item_key=requirement)
    reason, seen = form.cleaned_data["reason"], form.cleaned_data["revision"]
    try:
        _say(request.POST.get("quyet"), item, reason=reason, revision=seen, by=request.user)
    except AdmissionRefused as refused:
        form.add_error(refused.field or None, refused.message)
        return _shown(request, whose, status=422, item_form=form, item_key=requirement)
    messages.success(request, _("Đã ghi: %(name)s.") % {"name": item.requirement})
    return redirect(CASE, producer=whose.slug)


@for_provinces
@require_POST
def approve(request: HttpRequest, desk: Desk, producer: str) -> HttpResponse:
    """Let the producer sell."""
    whose, application = _decidable(desk, producer)
    return _done(
        request,
        whose,
        lambda: applying.approve(application, by=request.user),
        _("Đã duyệt: %(name)s được bán hàng.") % {"name": whose},
    )


@for_provinces
@require_POST
def send_back(request: HttpRequest, desk: Desk, producer: str) -> HttpResponse:
    """Return the application with a reason."""
    whose, application = _decidable(desk, producer)
    form = ReasonForm(request.POST, prefix="tra")
    if not form.is_valid():
        return _shown(request, whose, status=422, return_form=form)
    return _done(
        request,
        whose,
        lambda: applying.send_back(application, by=request.user, **form.cleaned_data),
        _("Đã trả hồ sơ để bổ sung."),
    )


@for_provinces
@require_POST
def suspend(request: HttpRequest, desk: Desk, producer: str) -> HttpResponse:
    """Stop the seller, with notice or at an authority's request."""
    whose = _producer(desk, producer)
    seller = cases.case_of(whose, clock.today()).seller
    if seller is None:
        raise Http404(_("Không có trang này."))
    form = SuspendForm(request.POST, prefix="ngung")
    if form.is_valid():
        try:
            suspending.suspend(seller, by=request.user, **form.cleaned_data)
        except AdmissionRefused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Đã báo cho người bán."))
            return redirect(CASE, producer=whose.slug)
    return _shown(request, whose, status=422, suspend_form=form)


@for_provinces
@require_POST
def lift(request: HttpRequest, desk: Desk, producer: str) -> HttpResponse:
    """Let a stopped seller sell again."""
    whose = _producer(desk, producer)
    suspension = cases.case_of(whose, clock.today()).suspension
    if suspension is None:
        messages.warning(request, _("Quyết định tạm ngừng này đã được gỡ."))
        return redirect(CASE, producer=whose.slug)
    form = ReasonForm(request.POST, prefix="go")
    if not form.is_valid():
        return _shown(request, whose, status=422, lift_form=form)
    return _done(
        request,
        whose,
        lambda: suspending.lift(suspension, by=request.user, **form.cleaned_data),
        _("Đã cho bán lại."),
    )


def _say(word: str | None, item, *, reason: str, revision: int | None, by) -> None:
    if word == "mien":
        giving.waive(item.producer, item.requirement, reason=reason, by=by)
    elif word in {"dat", "sua"} and item.evidence is not None and item.is_given:
        accepted = word == "dat"
        giving.check(item.evidence, revision=revision or 0, accepted=accepted, reason=reason, by=by)
    else:
        raise BadRequest


def _producer(desk: Desk, slug: str) -> Producer:
    rows = desk.scope.producers().filter(desk.scope.of_province(), slug=slug)
    found = rows.select_related("province", "commune").first()
    if found is None:
        raise Http404(_("Không có trang này."))
    return found


def _decidable(desk: Desk, slug: str):
    whose = _producer(desk, slug)
    application = whose.applications.first()
    if application is None:
        raise Http404(_("Không có trang này."))
    return whose, application


def _done(request: HttpRequest, whose: Producer, act: Callable[[], object], told: str):
    try:
        act()
    except AdmissionRefused as refused:
        messages.warning(request, refused.message)
    else:
        messages.success(request, told)
    return redirect(CASE, producer=whose.slug)


def _shown(request: HttpRequest, whose: Producer, *, status: int = 200, **forms) -> HttpResponse:
    shown = cases.case_of(whose, clock.today())
    context = {
        "case": shown,
        "check_form": CheckForm(),
        "return_form": ReasonForm(prefix="tra"),
        "suspend_form": SuspendForm(prefix="ngung"),
        "lift_form": ReasonForm(prefix="go"),
        **forms,
    }
    wrong = [form for form in forms.values() if getattr(form, "errors", None)]
    context["wrong_form"] = wrong[0] if wrong else None
    return render(request, "admission/case.html", context, status=status)
