"""Anybody may complain about a listing, and follow what becomes of it by the code."""

from allauth.core.internal.ratelimit import consume_or_429
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from catalog.lib.uploads import UploadRefused
from marketplace.shop.complaints import selectors
from marketplace.shop.complaints.errors import ComplaintRefused
from marketplace.shop.complaints.forms import ComplaintForm
from marketplace.shop.complaints.services import file_complaint

# Whoever finds ten things wrong within an hour may telephone.
FILE_RATE = {"complaint": "10/h/ip"}
GUESS_RATE = {"complaint_ticket": "20/m/ip"}


@never_cache
@sensitive_post_parameters("contact", "text")
@require_http_methods(["GET", "HEAD", "POST"])
def complain(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; sent, it leads to the ticket."""
    product = selectors.find_product(slug)
    if product is None:
        raise Http404(_("Không có sản phẩm này."))
    form = ComplaintForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        limited = consume_or_429(request, app="shop", action="complaint", config=FILE_RATE)
        if limited:
            return limited
        data = form.cleaned_data
        try:
            complaint = file_complaint(
                product,
                ground=data["ground"],
                text=data["text"],
                contact=data["contact"],
                upload=data["photo"],
                by=request.user if request.user.is_authenticated else None,
            )
        except UploadRefused as refused:
            form.add_error("photo", str(refused))
        except ComplaintRefused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            return redirect("complaints:ticket", code=complaint.code)
    status = 422 if form.errors else 200
    context = {"product": product, "form": form}
    return render(request, "complaints/complain.html", context, status=status)


@never_cache
@require_safe
def ticket(request: HttpRequest, code: str) -> HttpResponse:
    """What became of it; the code is 49 random bits, and guessing is kept quiet."""
    limited = consume_or_429(
        request, app="shop", action="complaint_ticket", config=GUESS_RATE, limit_get=True
    )
    if limited:
        return limited
    complaint = selectors.ticket(code)
    if complaint is None:
        raise Http404(_("Không có phản ánh này."))
    return render(request, "complaints/ticket.html", {"complaint": complaint})
