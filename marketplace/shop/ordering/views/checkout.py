"""From the basket to the order: one page, one press."""

from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from catalog.lib import clock
from marketplace.shop.delivery.rules import AT_HOME, Choice
from marketplace.shop.listings.age import is_adult
from marketplace.shop.ordering import cookies, places, ways
from marketplace.shop.ordering.errors import BasketEmpty, OrderRefused, WayClosed
from marketplace.shop.ordering.forms import CheckoutForm
from marketplace.shop.ordering.refusals import explain
from marketplace.shop.ordering.selectors import orders
from marketplace.shop.ordering.selectors.offered import offered_ways
from marketplace.shop.ordering.selectors.payment import payment_choices
from marketplace.shop.ordering.selectors.quotes import BasketQuote, quote_basket
from marketplace.shop.ordering.services.placing import place_order

_SALT = "checkout.basket"


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    """The form; posted, it becomes an order, and posted again it leads to the same order."""
    if request.method == "POST":
        return _submitted(request)
    if request.GET.get("tinh"):
        return _as_chosen(request)
    choice = cookies.choice_of(request)
    province = places.provinces().get(cookies.province_of(request))
    quote = _quote(request, request.basket, province, choice)
    form = CheckoutForm(initial=_initial(request), needs_address=quote.needs_address)
    return _page(request, request.basket, form, quote=quote, province=province)


def _as_chosen(request: HttpRequest) -> HttpResponse:
    """Take over what stood in the basket's form, pressed "Tính phí giao" or not."""
    province = places.read_province(request.GET["tinh"])
    if province is None:  # the basket asks which is meant
        return HttpResponseRedirect(f"{reverse('basket:summary')}?{request.GET.urlencode()}")
    response = HttpResponseRedirect(reverse("checkout:index"))
    cookies.keep_province(response, province.code)
    cookies.keep_choice(response, ways.read_choice(request.GET))
    return response


@never_cache
@require_safe
def totals(request: HttpRequest) -> HttpResponse:
    """The summary for another province, fetched by the page while somebody fills it in."""
    province = places.read_province(request.GET.get("tinh", ""))
    response = render(
        request,
        "shop/_summary.html",
        {
            "quote": _quote(request, request.basket, province, ways.read_choice(request.GET)),
            "province": province,
        },
    )
    if province is not None:
        cookies.keep_province(response, province.code)
    return response


@cache_control(public=True, max_age=3600)
@require_safe
def communes(request: HttpRequest, province: str) -> HttpResponse:  # noqa: ARG001
    """The communes of a province, named or by its code, for the chooser."""
    found = places.read_province(province)
    if found is None:
        raise Http404
    rows = [{"code": code, "name": name} for code, name in places.communes(found)]
    return JsonResponse(rows, safe=False, json_dumps_params={"ensure_ascii": False})


def _submitted(request: HttpRequest) -> HttpResponse:
    basket = _basket_of_form(request)
    if basket is None:
        return _nothing_to_order(request)
    if not basket.can_be_edited:
        placed = orders.order_of_basket(basket.pk)
        return _nothing_to_order(request) if placed is None else _to_order(request, placed)
    choice = ways.read_choice(request.POST)
    form = CheckoutForm(request.POST, needs_address=_needs_address(request, basket, choice))
    if not form.is_valid():
        return _page(request, basket, form, choice=choice, status=422)
    try:
        placed = place_order(
            basket,
            address=form.address,
            seen_total=_amount(request.POST.get("tong", "")),
            choice=choice,
            user=request.user,
            language=get_language(),
            payment_method=form.cleaned_data["payment"],
            adult=is_adult(request),
        )
    except BasketEmpty:
        return _nothing_to_order(request)
    except OrderRefused as refusal:
        return _page(request, basket, form, choice=choice, status=409, refusal=refusal)
    return _to_order(request, placed.group)


def _needs_address(request: HttpRequest, basket, choice: Choice) -> bool:
    """Whether some parcel comes to the door; priced again only where something was chosen."""
    if choice == AT_HOME:
        return True
    province = places.read_province(request.POST.get("province", ""))
    return _quote(request, basket, province, choice).needs_address


def _page(
    request: HttpRequest,
    basket,
    form: CheckoutForm,
    *,
    quote: BasketQuote | None = None,
    province=None,
    choice: Choice = AT_HOME,
    status: int = 200,
    refusal: OrderRefused | None = None,
) -> HttpResponse:
    if quote is None:
        province = places.provinces().get(form.province_code)
        quote = _quote(request, basket, province, choice)
    if refusal is None and quote.has_closed_way and province is not None:
        refusal = WayClosed()
    if not quote.parcels:
        if refusal:
            messages.warning(request, explain(refusal, quote))
        return _nothing_to_order(request)
    choices = payment_choices(quote)
    context = {
        "form": form,
        "quote": quote,
        "province": province,
        "provinces": [(p.code, p.name) for p in places.provinces().values()],
        # The chooser's script puts the province in the place of {parent}.
        "communes_url": reverse("checkout:communes", args=["_"]).replace("/_/", "/{parent}/"),
        "communes": places.communes(province) if province else [],
        "signed_basket": signing.dumps(basket.pk, salt=_SALT),
        "refusal": explain(refusal, quote) if refusal else "",
        # Only what is open: a second press then agrees to what the page shows.
        "chosen_ways": ways.hidden_fields(quote.taken_choice if province else quote.choice),
        "offered": offered_ways(quote),
        "asks_age": bool(choices.alcohol) and not is_adult(request),
        "choices": choices,
        "chosen": choices.chosen(form["payment"].value() or ""),
    }
    response = render(request, "shop/checkout.html", context, status=status)
    if province is not None:
        cookies.keep_province(response, province.code)
    return response


def _quote(request: HttpRequest, basket, province, choice: Choice) -> BasketQuote:
    return quote_basket(
        basket,
        day=clock.today(),
        province_code=province.code if province else "",
        choice=choice,
        user=request.user,
    )


def _basket_of_form(request: HttpRequest):
    """The basket the page was made for, even if its cookie is gone by now.

    It leads back to the order as the cookie of orders does, so it is good for as long.
    """
    try:
        basket_id = signing.loads(request.POST.get("gio", ""), salt=_SALT, max_age=cookies.DAY)
    except signing.BadSignature:
        return request.basket if request.basket.pk else None
    return orders.basket_to_order(basket_id, request.user)


def _nothing_to_order(request: HttpRequest) -> HttpResponse:
    """Back to the order just placed if the basket is empty for that reason, else the basket."""
    if not request.basket.all_lines():
        for code in cookies.codes_of(request)[:1]:
            return HttpResponseRedirect(reverse("orders:detail", args=[code]))
    return HttpResponseRedirect(reverse("basket:summary"))


def _to_order(request: HttpRequest, group) -> HttpResponse:
    response = HttpResponseRedirect(reverse("orders:detail", args=[group.code]))
    cookies.keep_code(request, response, group.code)
    cookies.keep_count(response, 0)
    cookies.keep_choice(response, AT_HOME)
    return response


def _initial(request: HttpRequest) -> dict[str, str]:
    """What is known already: the province of the basket, and of a person their last order."""
    province = places.provinces().get(cookies.province_of(request))
    known = {"province": province.name if province else ""}
    if not request.user.is_authenticated:
        return known
    user = request.user
    known |= {"name": user.get_full_name(), "phone": user.phone or "", "email": user.email or ""}
    last = orders.orders_of(user).first()
    if last is None:
        return known
    known |= {"name": last.name, "phone": last.phone, "street": last.street}
    if province is None or province.code == last.province_code:
        known |= {"province": last.province_name, "commune": last.commune_name}
    return known


def _amount(typed: str) -> Decimal | None:
    """The total the page showed; None where it showed none, or where the text is no amount."""
    try:
        amount = Decimal(typed)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
