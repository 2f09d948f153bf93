"""The order again: by its code and telephone number, or among one's own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.lib import codes, qr_codes
from marketplace.shop.ordering import cookies
from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.errors import MoveRefused
from marketplace.shop.ordering.forms import LookUpForm
from marketplace.shop.ordering.selectors import orders
from marketplace.shop.ordering.selectors.payment import transfer_text
from marketplace.shop.ordering.services.moving import move_parcel
from marketplace.shop.ordering.services.paying import say_paid

PER_PAGE = 20


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def look_up(request: HttpRequest) -> HttpResponse:
    """Ask for code and telephone number; both right, and the order opens."""
    form = LookUpForm(request.POST or None, initial={"code": request.GET.get("ma", "")[:40]})
    if request.method != "POST":
        return render(request, "shop/order_look_up.html", {"form": form})
    if form.is_valid():
        group = orders.find_order(form.cleaned_data["code"], form.cleaned_data["phone"])
        if group is not None:
            response = HttpResponseRedirect(reverse("orders:detail", args=[group.code]))
            cookies.keep_code(request, response, group.code)
            return response
        # The same words whether the code or the number is wrong: neither is given away.
        form.add_error(None, _("Không có đơn nào có mã và số điện thoại này. Bạn xem lại cả hai."))
    return render(request, "shop/order_look_up.html", {"form": form}, status=422)


@never_cache
@require_safe
def order(request: HttpRequest, code: str) -> HttpResponse:
    """One order, to whoever placed it or looked it up; to others the question for the number."""
    group = orders.whole_order(code)
    if group is None or not _may_see(request, group):
        asked = codes.grouped(codes.typed(code)[:20])
        return HttpResponseRedirect(f"{reverse('orders:index')}?ma={asked}")
    parcels = group.parcels.all()
    unsold = orders.unsold_part(group)
    moneys = [parcel.money for parcel in parcels]
    paid = sum(min(money.balance, money.total) for money in moneys if not money.is_off)
    context = {
        "group": group,
        "parcels": parcels,
        "unsold": unsold,
        "paid": paid,
        "to_pay": group.total - unsold - paid,
        "has_to_transfer": any(money.can_be_paid_by_code for money in moneys),
    }
    return render(request, "shop/order.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, code: str, position: int) -> HttpResponse:
    """Take a parcel back before it is handed over: asked once more, then done."""
    group, parcel = _own_parcel(request, code, position)
    if group is None:
        return HttpResponseRedirect(reverse("orders:index"))
    if request.method != "POST":
        return render(request, "shop/order_cancel.html", {"group": group, "parcel": parcel})
    by = request.user if request.user.is_authenticated else None
    try:
        move_parcel(parcel, to=ParcelState.CANCELLED, by=by)
    except MoveRefused as refused:
        if refused.stands != ParcelState.CANCELLED:
            stands = ParcelState(refused.stands).label
            messages.warning(request, _("Không hủy được nữa: kiện này %s.") % stands.lower())
    else:
        messages.success(request, _("Đã hủy kiện của %s.") % parcel.seller_name)
    return HttpResponseRedirect(reverse("orders:detail", args=[group.code]))


@never_cache
@require_POST
def said_paid(request: HttpRequest, code: str, position: int) -> HttpResponse:
    """The buyer says that the money of a parcel is on its way; said once."""
    group, parcel = _own_parcel(request, code, position)
    if group is None:
        return HttpResponseRedirect(reverse("orders:index"))
    if say_paid(parcel):
        told = _("Đã báo cho %s. Khi thấy tiền, họ ghi nhận và bạn thấy ở đây.")
        messages.success(request, told % parcel.seller_name)
    return HttpResponseRedirect(reverse("orders:detail", args=[group.code]))


@never_cache
@require_safe
def transfer_picture(request: HttpRequest, code: str, position: int) -> HttpResponse:
    """The code as a picture to save: on a telephone nobody can scan their own screen."""
    group, parcel = _own_parcel(request, code, position)
    if group is None or not parcel.money.can_be_paid_by_code:
        raise Http404(_("Không có mã này."))
    picture = HttpResponse(qr_codes.png(transfer_text(parcel)), content_type="image/png")
    picture["Content-Disposition"] = f'attachment; filename="{parcel.order.number}.png"'
    return picture


@never_cache
@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Orders placed while signed in."""
    page = Paginator(orders.orders_of(request.user), PER_PAGE).get_page(request.GET.get("trang"))
    return render(request, "shop/orders.html", {"page_obj": page})


def _own_parcel(request: HttpRequest, code: str, position: int):
    """Order and parcel of somebody who may see them; nothing for others."""
    group = orders.whole_order(code)
    if group is None or not _may_see(request, group):
        return None, None
    parcel = next((p for p in group.parcels.all() if p.position == position), None)
    if parcel is None:
        raise Http404(_("Không có kiện này."))
    return group, parcel


def _may_see(request: HttpRequest, group) -> bool:
    if group.code in cookies.codes_of(request):
        return True
    return request.user.is_authenticated and group.user_id == request.user.pk
