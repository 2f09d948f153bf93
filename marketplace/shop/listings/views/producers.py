"""The list of producers and the page of one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.lib import clock
from marketplace.shop.listings.addresses import absolute
from marketplace.shop.listings.age import is_adult
from marketplace.shop.listings.selectors.producer_screens import (
    find_producer,
    producer_screen,
    producers_screen,
)
from marketplace.shop.listings.structured_data import as_script, producer_data, trail_data


@require_safe
def producer_list(request: HttpRequest) -> HttpResponse:
    """Producers, by province and kind."""
    screen = producers_screen(request.GET, day=clock.today())
    number = screen.page.number
    return render(
        request,
        "shop/producers.html",
        {
            "screen": screen,
            "page_obj": screen.page,
            "base_query": screen.base_query,
            "breadcrumbs": [(_("Trang chủ"), "/"), (_("Chủ thể"), "")],
            "canonical": absolute(request.path + (f"?trang={number}" if number > 1 else "")),
        },
    )


@require_safe
def producer_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One producer with what they sell, and what they do not sell and why."""
    producer = find_producer(slug)
    if producer is None:
        raise Http404(_("Không có chủ thể này."))
    screen = producer_screen(producer, day=clock.today(), adult=is_adult(request))
    trail = [
        (_("Trang chủ"), "/"),
        (_("Chủ thể"), reverse("producers:index")),
        (screen.name, ""),
    ]
    return render(
        request,
        "shop/producer.html",
        {
            "screen": screen,
            "producer": producer,
            "breadcrumbs": trail,
            "canonical": absolute(request.path),
            "json_ld": [
                as_script(producer_data(producer, path=request.path)),
                as_script(trail_data(trail)),
            ],
        },
    )
