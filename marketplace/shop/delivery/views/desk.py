"""Delivery at the officers' desk: a province's table, the site's, consolidation points."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.lib import clock
from catalog.places.models import Province
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_provinces
from marketplace.shop.delivery.errors import AlreadyBegun, NameTaken
from marketplace.shop.delivery.forms import HouseTableForm, PointForm
from marketplace.shop.delivery.models import ConsolidationPoint
from marketplace.shop.delivery.selectors.tables import tables_of, tables_of_provinces
from marketplace.shop.delivery.services.points import change_point, open_point
from marketplace.shop.delivery.services.tables import set_house_table, take_back_house_table

SITE = "chung"  # stands where a province's code would


@for_provinces
@require_safe
def delivery(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The tables and points of the officer's provinces."""
    day = clock.today()
    provinces = Province.objects.filter(pk__in=desk.scope.provinces)
    points = ConsolidationPoint.objects.filter(desk.scope.of_province())
    context = {
        "tables": tables_of_provinces(day, provinces),
        "site": tables_of(day),
        "may_change_site": request.user.is_staff,
        "points": points.select_related("province", "commune").prefetch_related("sellers"),
        "day": day,
    }
    return render(request, "areas/house_delivery.html", context)


@for_provinces
@require_http_methods(["GET", "HEAD", "POST"])
def table(request: HttpRequest, desk: Desk, province: str) -> HttpResponse:
    """Replace a table from a day on."""
    place = _place(request, desk, province)
    day = clock.today()
    start = tables_of(day, province=place).current or tables_of(day).current
    initial = {**HouseTableForm.initial_of(start), "begins": day}
    form = HouseTableForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        set_house_table(place, form.table, effective_from=form.effective_from, by=request.user)
        told = {"day": f"{form.effective_from:%d/%m/%Y}"}
        messages.success(request, _("Đã lưu bảng phí, áp dụng từ %(day)s.") % told)
        return redirect("desk:delivery")
    context = {"form": form, "province": place}
    return render(request, "areas/house_table.html", context, status=422 if form.errors else 200)


@for_provinces
@require_POST
def take_back(request: HttpRequest, desk: Desk, province: str) -> HttpResponse:
    """Forget a table that has not begun."""
    place = _place(request, desk, province)
    try:
        day = date.fromisoformat(request.POST.get("ngay", ""))
        take_back_house_table(place, effective_from=day, by=request.user)
    except (AlreadyBegun, ValueError):
        messages.warning(request, _("Không còn gì để bỏ: việc này đã bắt đầu hoặc đã được bỏ."))
    else:
        messages.success(request, _("Đã bỏ, không có gì thay đổi vào ngày ấy nữa."))
    return redirect("desk:delivery")


@for_provinces
@require_http_methods(["GET", "HEAD", "POST"])
def open_a_point(request: HttpRequest, desk: Desk, province: str) -> HttpResponse:
    """A new point of a province."""
    place = Province.objects.filter(pk__in=desk.scope.provinces, pk=province).first()
    if place is None:
        raise Http404(_("Không có trang này."))
    initial = {"valid_from": clock.today(), "takes_all": True}
    form = PointForm(request.POST or None, initial=initial, province=place)

    def write(details):
        return open_point(place, details, by=request.user)

    return _kept(request, form, write, {"province": place})


@for_provinces
@require_http_methods(["GET", "HEAD", "POST"])
def point(request: HttpRequest, desk: Desk, point: int) -> HttpResponse:
    """Change a point, for orders from now on."""
    found = find_point(desk, point)
    initial = PointForm.initial_of(found)
    form = PointForm(request.POST or None, initial=initial, province=found.province)

    def write(details):
        return change_point(found, details, by=request.user)

    return _kept(request, form, write, {"province": found.province, "point": found})


def find_point(desk: Desk, key: int) -> ConsolidationPoint:
    """A point of the officer's provinces; to anybody else it is not there."""
    points = ConsolidationPoint.objects.filter(desk.scope.of_province())
    found = points.select_related("province", "commune").filter(pk=key).first()
    if found is None:
        raise Http404(_("Không có điểm này."))
    return found


def _kept(request: HttpRequest, form: PointForm, write, context: dict) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            written = write(form.details)
        except NameTaken:
            form.add_error("name", _("Tỉnh này đã có điểm tên như vậy. Đặt tên khác."))
        else:
            messages.success(request, _("Đã lưu: %(name)s.") % {"name": written})
            return redirect("desk:delivery")
    context |= {"form": form}
    return render(request, "areas/point_form.html", context, status=422 if form.errors else 200)


def _place(request: HttpRequest, desk: Desk, code: str) -> Province | None:
    """A province of the officer's, or None for the site, which the operator's staff keep."""
    if code == SITE and request.user.is_staff:
        return None
    place = Province.objects.filter(pk__in=desk.scope.provinces, pk=code).first()
    if place is None:
        raise Http404(_("Không có trang này."))
    return place
