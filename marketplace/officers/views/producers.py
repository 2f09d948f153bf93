"""Producers of the officer's places: the list, and one with its products."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from catalog.register.models import Producer
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers
from marketplace.officers.selectors import paging
from marketplace.officers.selectors import producers as read
from marketplace.officers.selectors import products as read_products

from .products import MOST_WORDS

MOST_PRODUCTS = 200


@for_officers
@require_safe
def index(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Find producers by name, tax number or telephone."""
    words = request.GET.get("q", "")[:MOST_WORDS]
    found = read.found(desk.scope.producers(), words)
    leaf = paging.leaf(found, before=request.GET.get("truoc", ""), after=request.GET.get("sau", ""))
    asked = request.GET.copy()
    for name in ("truoc", "sau"):
        asked.pop(name, None)
    context = {
        "words": words,
        "leaf": leaf,
        "rows": read.count_products(leaf.rows),
        "query": asked.urlencode(),
    }
    return render(request, "officers/producers.html", context)


@for_officers
@require_safe
def show(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """One producer with its products."""
    producer = found_producer(desk, pk)
    products = read_products.with_places(producer.products.order_by("folded", "pk"))
    lines = read_products.lines(products[:MOST_PRODUCTS])
    return render(request, "officers/producer.html", {"producer": producer, "lines": lines})


def found_producer(desk: Desk, pk: int) -> Producer:
    """The producer if it is of the officer's places."""
    return get_object_or_404(desk.scope.producers().select_related("commune", "province"), pk=pk)
