"""Goods behind the counter: what sells, for how much, how many are left."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalog.lib import clock
from catalog.register.models import Producer
from marketplace.accounts.permissions import may_edit_goods
from marketplace.areas.producer import only_who
from marketplace.shop.listings.errors import BelowOrdered, PackTwice
from marketplace.shop.listings.forms import NewPackForm, ParcelSizeForm, PriceAndStockForm
from marketplace.shop.listings.selectors import counter
from marketplace.shop.listings.services.packs import (
    PackSize,
    add_pack,
    set_parcel_size,
    set_price_and_stock,
)


@only_who(may_edit_goods)
@require_safe
def goods(request: HttpRequest, producer: Producer) -> HttpResponse:
    """All products with their packs; each pack one tap from its price and stock."""
    rows = counter.own_products(producer, clock.today())
    return render(request, "areas/goods.html", {"products": rows})


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, producer: Producer, listing: int) -> HttpResponse:
    """Price and stock of one pack; shown to buyers at once."""
    pack = counter.own_pack(producer, listing)
    if pack is None:
        raise Http404(_("Không có món này."))
    now = {
        "price": int(pack.price or 0) or None,
        "in_stock": pack.in_stock,
        "is_active": pack.listing.is_active,
    }
    form = PriceAndStockForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            set_price_and_stock(pack.listing, by=request.user, **form.cleaned_data)
        except BelowOrdered as below:
            told = _("Đã có người đặt %(n)s, nên kho không thể ít hơn thế.") % {"n": below.ordered}
            form.add_error("in_stock", told)
        else:
            messages.success(request, _("Đã lưu: %(name)s.") % {"name": pack.listing})
            return redirect("selling:goods", producer=producer.slug)
    status = 422 if form.errors else 200
    return render(request, "areas/pack_form.html", {"form": form, "pack": pack}, status=status)


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def measure(request: HttpRequest, producer: Producer, listing: int) -> HttpResponse:
    """What one pack weighs and measures when it is sent."""
    pack = counter.own_pack(producer, listing)
    if pack is None:
        raise Http404(_("Không có món này."))
    sides = ("weight_grams", *ParcelSizeForm.SIDES)
    form = ParcelSizeForm(
        request.POST or None, initial={name: getattr(pack.listing, name) for name in sides}
    )
    if request.method == "POST" and form.is_valid():
        set_parcel_size(pack.listing, by=request.user, **form.cleaned_data)
        messages.success(request, _("Đã lưu: %(name)s.") % {"name": pack.listing})
        return redirect("selling:measure_pack", producer=producer.slug, listing=listing)
    status = 422 if form.errors else 200
    return render(request, "areas/pack_size.html", {"form": form, "pack": pack}, status=status)


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, producer: Producer, product: int) -> HttpResponse:
    """A new pack size."""
    found = producer.products.filter(pk=product).first()
    seller = getattr(producer, "seller", None)
    if found is None or seller is None:
        raise Http404(_("Không có món này."))
    form = NewPackForm(request.POST or None, initial={"is_active": True})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        size = PackSize(**{name: data[name] for name in PackSize.__slots__})
        try:
            listing = add_pack(
                found,
                seller,
                size,
                price=data["price"],
                in_stock=data["in_stock"],
                is_active=data["is_active"],
                by=request.user,
            )
        except PackTwice:
            form.add_error("pack", _("Sản phẩm này đã có quy cách đó."))
        else:
            messages.success(request, _("Đã thêm: %(name)s.") % {"name": listing})
            return redirect("selling:goods", producer=producer.slug)
    status = 422 if form.errors else 200
    return render(request, "areas/pack_form.html", {"form": form, "product": found}, status=status)
