"""Products of the officer's places: the list, and one with its history."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from catalog.decisions.enums import ON_STANDING, ProposalKind
from catalog.decisions.selectors import history_of, standing_certificate
from catalog.lib import clock
from catalog.register.models import Product
from catalog.register.rules import LOWEST_STAR, MAX_STAR
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers
from marketplace.officers.selectors import paging
from marketplace.officers.selectors import products as read

STANDINGS = {
    "con": gettext_lazy("Còn hiệu lực"),
    "sap-het": gettext_lazy("Hết hạn trong 180 ngày"),
    "het": gettext_lazy("Không còn hiệu lực"),
    "thu-hoi": gettext_lazy("Đã bị thu hồi"),
    "chua": gettext_lazy("Chưa công nhận"),
    "cho": gettext_lazy("Có đề nghị chờ xác nhận"),
}
STARS = range(LOWEST_STAR, MAX_STAR + 1)
MOST_WORDS = 100


@for_officers
@require_safe
def index(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Find products by words, stars and what their recognition is worth."""
    wanted = wanted_of(request)
    found = read.with_places(read.found(desk.scope.products(in_order=wanted.is_broad), wanted))
    leaf = paging.leaf(found, before=request.GET.get("truoc", ""), after=request.GET.get("sau", ""))
    asked = request.GET.copy()
    for name in ("truoc", "sau"):
        asked.pop(name, None)
    context = {
        "wanted": wanted,
        "leaf": leaf,
        "lines": read.lines(leaf.rows),
        "standings": STANDINGS.items(),
        "stars": STARS,
        "query": asked.urlencode(),
    }
    return render(request, "officers/products.html", context)


@for_officers
@require_safe
def show(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """One product: what it is, what it is worth, what was proposed and decided."""
    product = found_product(desk, pk)
    standing = standing_certificate(product, clock.today())
    kinds = ON_STANDING if standing else (ProposalKind.RECOGNISE,)
    proposals = list(history_of(product)[:50])
    context = {
        "line": read.lines([product])[0],
        "certificates": product.certificates.all(),
        "proposals": proposals,
        "kinds": kinds if desk.scope.covers(product.producer.province_id) else (),
    }
    return render(request, "officers/product.html", context)


def wanted_of(request: HttpRequest) -> read.Wanted:
    """What the address asks for; what it cannot mean is left out."""
    star, standing = request.GET.get("sao", ""), request.GET.get("tinh-trang", "")
    return read.Wanted(
        words=request.GET.get("q", "")[:MOST_WORDS],
        star=int(star) if star in map(str, STARS) else None,
        standing=standing if standing in STANDINGS else "",
    )


def found_product(desk: Desk, pk: int) -> Product:
    """The product if it is of the officer's places."""
    try:
        return get_object_or_404(read.with_places(desk.scope.products()), pk=pk)
    except OverflowError:
        raise Http404(_("Không có trang này.")) from None
