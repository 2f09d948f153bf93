"""Refusals without a page of their own: no token, too many requests, a fault of ours."""

import math

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.cache import never_cache

RETRY_AFTER = 300  # seconds; the longest window that any limit counts in


@never_cache
def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault, with the number by which the log is searched.

    The page stands alone: whatever is broken, it asks no database and no context.
    """
    number = getattr(request, "request_id", "")
    page = loader.get_template("500.html").render({"request_id": number})
    return HttpResponse(page, status=500)


@never_cache
def store_down(request: HttpRequest) -> HttpResponse:
    """Ask to send the file again in a while: the store of uploads does not answer."""
    response = render(request, "503.html", status=503)
    response.headers["Retry-After"] = "60"
    return response


@never_cache
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Say that nothing was done, and how to send the form again. The reason is for the log."""
    return render(request, "403_csrf.html", status=403)


@never_cache
def too_many_requests(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001 - Django's signature of such a handler
    *,
    seconds: int = RETRY_AFTER,
) -> HttpResponse:
    """Ask to wait, with the seconds in the header and the minutes in words."""
    minutes = math.ceil(seconds / 60)
    response = render(request, "429.html", {"minutes": minutes}, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
