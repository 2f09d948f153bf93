"""The first page behind the counter."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from catalog.register.models import Producer
from marketplace.areas.cards import PRODUCERS, for_this_member
from marketplace.areas.producer import counters_of, for_members


@never_cache
@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """Straight to the one counter, or ask which."""
    counters = counters_of(request.user)
    if len(counters) == 1:
        return redirect("selling:home", producer=counters[0].slug)
    status = 200 if counters else 403
    return render(request, "areas/producer_choose.html", {"counters": counters}, status=status)


@for_members
def home(request: HttpRequest, producer: Producer) -> HttpResponse:
    """What needs doing today."""
    cards = for_this_member(PRODUCERS.cards(producer), request.user, producer)
    return render(request, "areas/producer_home.html", {"cards": cards})
