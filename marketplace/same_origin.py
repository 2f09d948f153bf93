"""The guard of forms that stand on cached pages, which carry nobody's CSRF token.

The browser itself says where a request comes from: Fetch Metadata in today's browsers,
``Origin`` or ``Referer`` in older ones. A request that says nothing of it is refused.
"""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from marketplace.refusals import csrf_failure


def comes_from_our_page(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this very host sent the request."""
    said = False
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        if site != "same-origin":
            return False
        said = True
    origin = request.headers.get("Origin")
    if origin is None:
        origin = request.headers.get("Referer")
    if origin is not None:
        try:
            parts = urlsplit(origin)
        except ValueError:  # no browser writes such an address
            return False
        if (parts.scheme, parts.netloc.lower()) != (request.scheme, request.get_host().lower()):
            return False
        said = True
    return said


def same_origin_post(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let ``view`` answer without a CSRF token, but only to a post from our own pages."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method == "POST" and not comes_from_our_page(request):
            return csrf_failure(request)
        return view(request, *args, **kwargs)

    return guarded
