"""Asks at each page that can be flooded whether it is too much.

Pages kept for everybody are answered before this is reached, so a limit never slows them.
"""

import math
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from marketplace.refusals import too_many_requests

from .address import client_address
from .counters import counter
from .rates import rates


class FloodMiddleware:
    """Counts posts and searches by the limits of the settings."""

    def __init__(self, get_response: Callable) -> None:
        """Keep the rest of the stack."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do before the page is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """Refuse when a limit of this page is reached."""
        del view, args, kwargs
        for name in limits_of(request):
            wait = seconds_to_wait(name, client_address(request))
            if wait:
                return too_many_requests(request, seconds=wait)
        return None


def limits_of(request: HttpRequest) -> list[str]:
    """The names of the limits that the request counts for."""
    view_name = request.resolver_match.view_name
    if request.method == "POST":
        own = settings.FLOOD_VIEWS.get(view_name)
        return [own, "form"] if own else ["form"]
    if view_name in settings.FLOOD_SEARCHES and request.GET.get("q"):
        return ["search"]
    return []


def seconds_to_wait(name: str, whose: str) -> int:
    """Count one more; 0 when it is still within the limit."""
    rate = rates(settings.RATE_LIMITS, settings.RATE_LIMITS_CHANGED)[name]
    if rate is None:
        return 0
    count, left = counter().count(f"{name}:{whose}", rate.seconds)
    return math.ceil(left) if count > rate.amount else 0
