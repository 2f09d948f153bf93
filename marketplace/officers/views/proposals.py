"""One proposal: write it, read it with before and after, decide it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.decisions import services
from catalog.decisions.enums import ON_STANDING, ProposalKind
from catalog.decisions.models import Proposal
from catalog.decisions.selectors import before_and_after, proposals, standing_certificate
from catalog.lib import clock
from catalog.register.errors import RegisterError
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers, for_provinces
from marketplace.officers.forms.proposals import ProposalForm, ReasonForm

from .products import found_product


@for_provinces
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, desk: Desk, pk: int, kind: str) -> HttpResponse:
    """Write down what a decision says about one product."""
    product = found_product(desk, pk)
    if kind not in ProposalKind.values or not desk.scope.covers(product.producer.province_id):
        raise Http404(_("Không có trang này."))
    standing = standing_certificate(product, clock.today())
    if (kind in ON_STANDING) != (standing is not None):
        return redirect("desk:product", pk)
    form = ProposalForm(request.POST or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.propose(product, kind=kind, by=desk.officer, **form.says())
        except RegisterError as refusal:
            form.add_refusal(refusal.field, refusal.message)
        except ValidationError as refusal:
            for field, errors in refusal.message_dict.items():
                form.add_refusal(field, " ".join(errors))
        else:
            messages.success(request, _("Đã ghi đề nghị. Một cán bộ khác của tỉnh cần xác nhận."))
            return redirect("desk:proposal", made.pk)
    context = {"form": form, "product": product, "kind": ProposalKind(kind), "standing": standing}
    status = 422 if form.errors else 200
    return render(request, "officers/proposal_form.html", context, status=status)


@for_officers
@require_safe
def show(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """What would change, why, and who may decide it."""
    return _shown(request, desk, _found(desk, pk), ReasonForm())


@for_provinces
@require_POST
def confirm(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """The second person's yes."""
    proposal = _found(desk, pk, to_decide=True)
    outcome = services.confirm_many([proposal], by=desk.officer)
    for _proposal, reason in outcome.waiting:
        messages.error(request, reason)
    if outcome.confirmed:
        messages.success(request, _("Đã xác nhận. Thay đổi có hiệu lực ngay trên sàn."))
    return redirect("desk:proposal", pk)


@for_provinces
@require_POST
def refuse(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """The second person's no, with its reason."""
    proposal = _found(desk, pk, to_decide=True)
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            services.refuse(proposal, by=desk.officer, **form.cleaned_data)
        except RegisterError as refusal:
            form.add_error("reason" if refusal.field else None, refusal.message)
        else:
            messages.success(request, _("Đã ghi là không đồng ý. Sổ đăng ký không đổi."))
            return redirect("desk:proposal", pk)
    return _shown(request, desk, proposal, form, status=422)


@for_provinces
@require_POST
def withdraw(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """The author takes it back."""
    try:
        services.withdraw(_found(desk, pk, to_decide=True), by=desk.officer)
    except RegisterError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Đã rút lại đề nghị."))
    return redirect("desk:proposal", pk)


def _found(desk: Desk, pk: int, *, to_decide: bool = False) -> Proposal:
    """The proposal if its product is of the places, or of a whole province to decide it."""
    prefix = "product__producer__"
    scope = desk.scope.of_province(prefix) if to_decide else desk.scope.of_producer(prefix)
    return get_object_or_404(proposals(scope), pk=pk)


def _shown(
    request: HttpRequest, desk: Desk, proposal: Proposal, form: ReasonForm, *, status: int = 200
) -> HttpResponse:
    before, after = before_and_after(proposal)
    decides = proposal.is_waiting and desk.scope.covers(proposal.product.producer.province_id)
    is_mine = proposal.proposed_by_id == desk.officer.pk
    context = {
        "proposal": proposal,
        "before": before,
        "after": after,
        "may_decide": decides and not is_mine,
        "may_withdraw": decides and is_mine,
        "form": form,
    }
    return render(request, "officers/proposal.html", context, status=status)
