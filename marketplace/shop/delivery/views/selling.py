"""Delivery behind the counter: the own table, picking up, what begins and what has been."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.lib import clock
from catalog.register.models import Producer
from marketplace.accounts.permissions import may_edit_goods
from marketplace.areas.producer import for_members, only_who
from marketplace.shop.delivery.enums import RatesInUse
from marketplace.shop.delivery.errors import AlreadyBegun, OwnRatesMissing
from marketplace.shop.delivery.forms import SellersTableForm, TermsForm
from marketplace.shop.delivery.models import SellerTerms
from marketplace.shop.delivery.selectors.tables import tables_of
from marketplace.shop.delivery.selectors.ways import terms_of
from marketplace.shop.delivery.services.tables import set_sellers_table, take_back_sellers_table
from marketplace.shop.delivery.services.terms import Offered, set_terms, take_back_terms


@for_members
@require_safe
def delivery(request: HttpRequest, producer: Producer) -> HttpResponse:
    """What holds today, what is to come, what has been."""
    day = clock.today()
    seller = getattr(producer, "seller", None)
    context = {"seller": seller}
    if seller is not None:
        own = tables_of(day, seller=seller)
        terms = terms_of([seller.pk], day).get(seller.pk)
        context |= {
            "terms": terms,
            "own": own,
            "house": _house(producer, day),
            "in_use": _in_use(terms, own),
            "coming_terms": SellerTerms.objects.filter(seller=seller, effective_from__gt=day),
        }
    return render(request, "areas/delivery.html", context)


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def table(request: HttpRequest, producer: Producer) -> HttpResponse:
    """A new table of one's own, from today or tomorrow."""
    seller = _seller(producer)
    day = clock.today()
    start = tables_of(day, seller=seller).current or _house(producer, day)
    form = SellersTableForm(request.POST or None, initial=SellersTableForm.initial_of(start))
    if request.method == "POST" and form.is_valid():
        set_sellers_table(seller, form.table, effective_from=form.effective_from, by=request.user)
        told = {"day": f"{form.effective_from:%d/%m/%Y}"}
        messages.success(request, _("Đã lưu bảng phí, áp dụng từ %(day)s.") % told)
        return redirect("selling:delivery", producer=producer.slug)
    status = 422 if form.errors else 200
    return render(request, "areas/delivery_table.html", {"form": form}, status=status)


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: HttpRequest, producer: Producer) -> HttpResponse:
    """Whose table, and whether buyers may come."""
    seller = _seller(producer)
    form = TermsForm(request.POST or None, initial=_initial(seller))
    if request.method == "POST" and form.is_valid():
        try:
            set_terms(seller, form.offered, effective_from=form.effective_from, by=request.user)
        except OwnRatesMissing:
            form.add_error("rates", _("Bạn chưa có bảng phí riêng. Hãy ghi bảng phí trước."))
        else:
            told = {"day": f"{form.effective_from:%d/%m/%Y}"}
            messages.success(request, _("Đã lưu cách giao, áp dụng từ %(day)s.") % told)
            return redirect("selling:delivery", producer=producer.slug)
    status = 422 if form.errors else 200
    return render(request, "areas/delivery_terms.html", {"form": form}, status=status)


@only_who(may_edit_goods)
@require_POST
def take_back(request: HttpRequest, producer: Producer) -> HttpResponse:
    """Forget a table or choices that have not begun."""
    seller = _seller(producer)
    forget = take_back_terms if request.POST.get("viec") == "cach" else take_back_sellers_table
    try:
        forget(seller, effective_from=_day(request.POST.get("ngay", "")), by=request.user)
    except AlreadyBegun:
        messages.warning(request, _("Không còn gì để bỏ: việc này đã bắt đầu hoặc đã được bỏ."))
    else:
        messages.success(request, _("Đã bỏ, không có gì thay đổi vào ngày ấy nữa."))
    return redirect("selling:delivery", producer=producer.slug)


def _seller(producer: Producer):
    seller = getattr(producer, "seller", None)
    if seller is None:
        raise Http404(_("Không có trang này."))
    return seller


def _house(producer: Producer, day: date):
    """The table of the producer's province, or the site's where it has none."""
    return tables_of(day, province=producer.province).current or tables_of(day).current


def _in_use(terms: SellerTerms | None, own) -> str:
    """Whose table holds today, as ``selectors.ways`` prices a parcel."""
    asked = terms.rates if terms else RatesInUse.OWN
    return RatesInUse.HOUSE if asked == RatesInUse.OWN and own.current is None else asked


def _initial(seller) -> dict:
    """The choices that hold now, or the ones to begin with."""
    day = clock.today()
    now = terms_of([seller.pk], day).get(seller.pk)
    if now is not None:
        return {name: getattr(now, name) for name in Offered.__slots__}
    return {
        "rates": _in_use(None, tables_of(day, seller=seller)),
        "pickup_address": seller.producer.address,
    }


def _day(typed: str) -> date:
    """A day as the page wrote it; anything else is a day that nothing begins on."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return date.min
