"""The answer to the age question."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from marketplace.same_origin import same_origin_post
from marketplace.shop.listings.age import forget, remember


# Pages from the cache carry nobody's token; the guard asks the browser where it comes from.
@same_origin_post
@require_POST
def answer_age(request: HttpRequest) -> HttpResponse:
    """Keep a yes and go back to where the question was asked; a no leads to the other goods."""
    if request.POST.get("tra_loi") != "co":
        response = HttpResponseRedirect(reverse("catalogue:index"))
        forget(response)
        return response
    response = HttpResponseRedirect(_local_path(request.POST.get("next", "")))
    remember(response)
    return response


def _local_path(typed: str) -> str:
    """The path if it is one of this site, else the list."""
    is_local = typed.startswith("/") and url_has_allowed_host_and_scheme(typed, allowed_hosts=None)
    return typed if is_local else reverse("catalogue:index")
