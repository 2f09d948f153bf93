"""Lists to print for the way to a consolidation point, and for whoever waits there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from catalog.register.models import Producer
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_provinces
from marketplace.areas.producer import for_members
from marketplace.shop.delivery.views.desk import find_point
from marketplace.shop.ordering.selectors import handover


@for_members
@require_safe
def bring(request: HttpRequest, producer: Producer) -> HttpResponse:
    """The producer's parcels for each point."""
    context = {"deliveries": handover.to_bring(producer), "at": now()}
    return render(request, "areas/handover.html", context)


@for_provinces
@require_safe
def expected(request: HttpRequest, desk: Desk, point: int) -> HttpResponse:
    """All buyers' parcels at one point of the officer's."""
    found = find_point(desk, point)
    context = {"point": found, "waiting": handover.expected_at(found), "at": now()}
    return render(request, "areas/point_handover.html", context)
