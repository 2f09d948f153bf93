"""Refusals that have no page of their own: a form without its token, too many requests."""

import math

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

RETRY_AFTER = 300  # seconds; the longest window that any limit counts in


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
