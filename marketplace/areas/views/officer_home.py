"""The first page of the officers' desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from marketplace.areas.cards import OFFICERS
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers


@for_officers
@require_safe
def home(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What needs doing today."""
    return render(request, "areas/officer_home.html", {"cards": OFFICERS.cards(desk)})
