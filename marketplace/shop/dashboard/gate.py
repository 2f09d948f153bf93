"""Which of the dashboard's views may write.

Orders, stock, products, partners and people are written by our own services, which check
the gate, the stock and the audit log. The dashboard would pass them all by, so its forms for
them answer with a refusal. What is listed here has no service of ours.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver
from django.views.decorators.cache import never_cache

MAY_WRITE = ("offer-", "range-", "voucher-", "reviews-", "comms-")
# These write on GET.
SHUT = {"partner-user-link", "partner-user-unlink"}
# These post a search and write nothing.
ONLY_READ = {"order-stats", "catalogue-product-lookup"}
READING = {"GET", "HEAD", "OPTIONS"}


def may_write(name: str) -> bool:
    """Whether the view of this URL name may answer a request that changes something."""
    return name.startswith(MAY_WRITE) or name in ONLY_READ


def guard(view: Callable, name: str) -> Callable:
    """``view``, refusing to write unless its name is on the list."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        reads = request.method in READING and name not in SHUT
        if reads or may_write(name):
            return view(request, *args, **kwargs)
        return render(request, "oscar/dashboard/refused.html", {"view_name": name}, status=403)

    return never_cache(guarded)


def guard_all(patterns: list[URLPattern | URLResolver], without: set[str]) -> list:
    """The patterns with every view guarded, and those named in ``without`` left out."""
    kept = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            pattern.url_patterns[:] = guard_all(pattern.url_patterns, without)
            kept.append(pattern)
        elif pattern.name not in without:
            pattern.callback = guard(pattern.callback, pattern.name or "")
            kept.append(pattern)
    return kept
