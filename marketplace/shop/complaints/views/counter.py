"""Complaints about one's own products, and what one says to them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalog.lib import codes, private_files
from catalog.register.models import Producer
from marketplace.accounts.permissions import may_edit_goods
from marketplace.areas.producer import only_who
from marketplace.shop.complaints import selectors
from marketplace.shop.complaints.forms import AnswerForm
from marketplace.shop.complaints.models import Complaint
from marketplace.shop.complaints.services import answer

PER_PAGE = 20


@only_who(may_edit_goods)
@require_safe
def complaints(request: HttpRequest, producer: Producer) -> HttpResponse:
    """All of them, open ones first."""
    rows = Paginator(selectors.of_producer(producer), PER_PAGE)
    return render(
        request, "complaints/counter.html", {"page_obj": rows.get_page(request.GET.get("trang"))}
    )


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request: HttpRequest, producer: Producer, code: str) -> HttpResponse:
    """One complaint and the answer to it."""
    found = _found(producer, code)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer(found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Đã gửi trả lời."))
        return redirect("selling:complaint", producer=producer.slug, code=found.code)
    context = {"complaint": found, "form": form}
    status = 422 if form.errors else 200
    return render(request, "complaints/answer.html", context, status=status)


@only_who(may_edit_goods)
@require_safe
def photo(request: HttpRequest, producer: Producer, code: str) -> HttpResponse:  # noqa: ARG001
    """The photograph that came with it."""
    found = _found(producer, code)
    return private_files.serve(found.photo, name=found.code)


def _found(producer: Producer, code: str) -> Complaint:
    found = selectors.of_producer(producer).filter(code=codes.typed(code)).first()
    if found is None:
        raise Http404(_("Không có phản ánh này."))
    return found
