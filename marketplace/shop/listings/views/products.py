"""The list of products and the page of one."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.lib import clock
from marketplace.shop.listings.addresses import absolute
from marketplace.shop.listings.age import is_adult
from marketplace.shop.listings.models import Listing
from marketplace.shop.listings.pictures import picture_address
from marketplace.shop.listings.selectors.list_screen import list_screen
from marketplace.shop.listings.selectors.product_screen import (
    ProductScreen,
    find_product,
    product_screen,
)
from marketplace.shop.listings.structured_data import as_script, product_data, trail_data


@require_safe
def product_list(request: HttpRequest) -> HttpResponse:
    """Products on sale today, filtered as the address says."""
    screen = list_screen(request.GET, day=clock.today(), adult=is_adult(request))
    written = screen.query.encode(page=screen.page.number)
    trail = [(_("Trang chủ"), "/"), (_("Sản phẩm"), "")]
    return render(
        request,
        "shop/list.html",
        {
            "screen": screen,
            "page_obj": screen.page,
            "base_query": screen.query.encode(page=1),
            "canonical": absolute(request.path + (f"?{written}" if written else "")),
            "here": request.path + (f"?{written}" if written else ""),
            "breadcrumbs": trail,
        },
    )


@require_safe
def product_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One product: for sale, not for sale any more, or not yet."""
    product = find_product(slug)
    if product is None:
        raise Http404(_("Không có sản phẩm này."))
    adult = is_adult(request)
    if product.product_set.is_alcohol and not adult:
        return render(request, "shop/age.html", {"here": request.path})
    screen = product_screen(product, day=clock.today(), adult=adult)
    return render(request, "shop/product.html", _context(screen, request.path))


@require_safe
def old_address(request: HttpRequest, product_slug: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Oscar's address of a pack: the page of the product it packs."""
    listing = get_object_or_404(Listing.objects.select_related("product"), oscar_product=pk)
    return HttpResponseRedirect(listing.product.get_absolute_url())


@require_safe
def all_products(_request: HttpRequest, **_asked: object) -> HttpResponse:
    """Oscar's addresses of categories and ranges: groups are filters of the list here."""
    return HttpResponseRedirect(reverse("catalogue:index"))


def _context(screen: ProductScreen, path: str) -> dict:
    product_set = screen.product.product_set
    trail = [
        (_("Trang chủ"), "/"),
        (_("Sản phẩm"), reverse("catalogue:index")),
        (screen.set_name, f"{reverse('catalogue:index')}?bo={product_set.pk}"),
        (screen.name.words, ""),
    ]
    picture = picture_address(screen.product)
    public = not screen.is_alcohol
    return {
        "screen": screen,
        "product": screen.product,
        "producer": screen.product.producer,
        "certificate": screen.certificate,
        "breadcrumbs": trail,
        "canonical": absolute(path),
        "og_picture": picture if public else "",
        "is_for_search_engines": screen.gate_is_open and public,
        "json_ld": [
            as_script(product_data(screen, path=path, picture=picture)),
            as_script(trail_data(trail)),
        ]
        if public
        else [],
    }
