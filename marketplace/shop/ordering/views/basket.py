"""The basket's pages: see what it costs, put in, change, take out and put back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from oscar.core.loading import get_model

from catalog.lib import clock
from marketplace.same_origin import same_origin_post
from marketplace.shop.delivery.rules import Choice
from marketplace.shop.listings.age import is_adult
from marketplace.shop.listings.models import Listing
from marketplace.shop.ordering import cookies, places, rules, ways
from marketplace.shop.ordering.errors import BadQuantity, NotEnough
from marketplace.shop.ordering.selectors.offered import offered_ways
from marketplace.shop.ordering.selectors.quotes import quote_basket
from marketplace.shop.ordering.services import filling

StockRecord = get_model("partner", "StockRecord")
BAD_QUANTITY = gettext_lazy("Số lượng phải là số nguyên từ 1 đến %(most)s. Bạn đã gõ: %(typed)s")
FIELD = "so-luong-"


@never_cache
@require_safe
def summary(request: HttpRequest) -> HttpResponse:
    """Parcels, fees once the province is known, the total."""
    typed = request.GET.get("tinh", "")
    province = places.read_province(typed) if typed else None
    choice = ways.read_choice(request.GET) if typed else cookies.choice_of(request)
    response = _page(request, province=province, typed=typed, choice=choice)
    if province is not None:
        cookies.keep_province(response, province.code)
        cookies.keep_choice(response, choice)
    return response


# Stands on product pages, which carry nobody's token.
@never_cache
@same_origin_post
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Put so many of a pack in the basket, or say why not; nothing changes then."""
    stockrecord = _stockrecord(request.POST.get("listing", ""))
    if stockrecord is None:
        return _refused(request, _("Không có món hàng này. Có thể nó vừa ngừng bán."), 404)
    listing = stockrecord.product.listing
    try:
        quantity = rules.quantity(request.POST.get("quantity", "1"))
    except BadQuantity as bad:
        return _refused(request, _bad_quantity(bad), 422)
    stock = request.strategy.fetch_for_product(stockrecord.product, stockrecord).availability
    if not stock.num_available:
        return _refused(request, f"{listing}: {stock.message}", 409)
    if listing.product.product_set.is_alcohol and not is_adult(request):
        return HttpResponseRedirect(listing.product.get_absolute_url())  # which asks the age
    try:
        filling.add_to_basket(
            request.basket,
            listing=listing,
            stockrecord=stockrecord,
            quantity=quantity,
            free=stock.num_available,
        )
    except NotEnough as short:
        return _refused(request, _not_enough(short), 409)
    messages.success(request, _("Đã thêm vào giỏ: %(name)s.") % {"name": listing})
    response = HttpResponseRedirect(reverse("basket:summary"))
    cookies.keep_count(response, filling.pieces_in(request.basket))
    return response


@never_cache
@require_POST
def update(request: HttpRequest) -> HttpResponse:
    """Set the quantities of the page, or take one line out."""
    basket = request.basket
    response = HttpResponseRedirect(reverse("basket:summary"))
    taken_out = request.POST.get("bo", "")
    if taken_out:
        listing = filling.take_out(basket, line_id=_number(taken_out))
        if listing:
            query = f"?bo={listing.listing_id}&sl={listing.quantity}"
            response = HttpResponseRedirect(reverse("basket:summary") + query)
    else:
        wanted, errors = _quantities(request, basket)
        if errors:
            return _page(request, status=422, line_errors=errors)
        for line_id, quantity in wanted.items():
            filling.set_quantity(basket, line_id=line_id, quantity=quantity)
    cookies.keep_count(response, filling.pieces_in(basket))
    return response


def _page(
    request: HttpRequest,
    *,
    status: int = 200,
    province=None,
    typed: str = "",
    choice: Choice | None = None,
    **context,
) -> HttpResponse:
    if province is None and not typed:
        province = places.provinces().get(cookies.province_of(request))
    quote = quote_basket(
        request.basket,
        day=clock.today(),
        province_code=province.code if province else "",
        choice=choice or cookies.choice_of(request),
        user=request.user,
    )
    context |= {
        "offered": offered_ways(quote),
        "quote": quote,
        "province": province,
        "province_typed": province.name if province else typed,
        "province_unclear": bool(typed) and province is None,
        "provinces": [(p.code, p.name) for p in places.provinces().values()],
        "taken_out": _taken_out(request),
    }
    response = render(request, "shop/basket.html", context, status=status)
    cookies.keep_count(response, sum(line.quantity for line in quote.lines + quote.problems))
    return response


def _refused(request: HttpRequest, message: str, status: int) -> HttpResponse:
    return _page(request, status=status, refusal=message)


def _taken_out(request: HttpRequest) -> dict | None:
    """What was just taken out, so that one press puts it back."""
    listing_id = _number(request.GET.get("bo", ""))
    if not listing_id:
        return None
    listing = Listing.objects.select_related("product").filter(pk=listing_id).first()
    try:
        quantity = rules.quantity(request.GET.get("sl", "1"))
    except BadQuantity:
        quantity = 1
    return {"listing": listing, "quantity": quantity} if listing else None


def _stockrecord(typed: str):
    listing_id = _number(typed)
    if not listing_id:
        return None
    return (
        StockRecord.objects.select_related(
            "partner__seller", "product__listing__product__product_set"
        )
        .filter(product__listing=listing_id)
        .first()
    )


def _quantities(request: HttpRequest, basket) -> tuple[dict[int, int], dict[int, tuple[str, str]]]:
    """The page's numbers by line, and what is wrong with the others: typed text and reason."""
    wanted, errors = {}, {}
    # By the basket's lines, not by the form's fields: anybody may post ten thousand of those.
    for line_id in filling.line_ids(basket):
        typed = request.POST.get(f"{FIELD}{line_id}")
        if typed is None:
            continue
        try:
            wanted[line_id] = rules.quantity(typed)
        except BadQuantity as bad:
            errors[line_id] = (bad.typed, _bad_quantity(bad))
    return wanted, errors


def _number(typed: str) -> int:
    """A row's key, or 0 for anything else."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 18 else 0  # noqa: PLR2004 - fits any key


def _bad_quantity(bad: BadQuantity) -> str:
    return BAD_QUANTITY % {"most": rules.MOST_OF_ONE, "typed": bad.typed or "∅"}


def _not_enough(short: NotEnough) -> str:
    told = {"name": short.name, "free": short.free, "held": short.held}
    if short.held:
        return _("%(name)s: chỉ còn %(free)s, trong giỏ đã có %(held)s.") % told
    return _("%(name)s: chỉ còn %(free)s.") % told
