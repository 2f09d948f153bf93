"""Parcels behind the counter: see what waits, take the next step, print what goes along."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from catalog.lib.money import dong
from catalog.register.models import Producer
from marketplace.areas.producer import for_members
from marketplace.shop.ordering.enums import CLOSED, ParcelState
from marketplace.shop.ordering.errors import MoveRefused, NotPaidYet, ReasonMissing
from marketplace.shop.ordering.selectors import counter
from marketplace.shop.ordering.services.moving import move_parcel

PER_PAGE = 20
# Address -> (label, states)
TABS = {
    "moi": (gettext_lazy("Chờ nhận đơn"), (ParcelState.PLACED,)),
    "dong-goi": (gettext_lazy("Cần đóng gói"), (ParcelState.CONFIRMED,)),
    "giao": (gettext_lazy("Chờ giao"), (ParcelState.PACKED,)),
    "dang-giao": (gettext_lazy("Đang giao"), (ParcelState.HANDED_OVER,)),
    "xong": (gettext_lazy("Đã xong"), CLOSED),
}


@for_members
@require_safe
def parcels(request: HttpRequest, producer: Producer) -> HttpResponse:
    """One tab's parcels, those that wait longest first."""
    chosen = request.GET.get("muc", "")
    chosen = chosen if chosen in TABS else "moi"
    counts = counter.counts_by_state(producer)
    tabs = [
        (name, label, sum(counts[state] for state in states), name == chosen)
        for name, (label, states) in TABS.items()
    ]
    rows = counter.parcel_screens(producer, TABS[chosen][1])
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    screens = [counter.screen_of(parcel) for parcel in page.object_list]
    context = {"tabs": tabs, "chosen": chosen, "screens": screens, "page_obj": page}
    return render(request, "areas/parcels.html", context)


@for_members
@require_safe
def parcel(request: HttpRequest, producer: Producer, number: str) -> HttpResponse:
    """One parcel with all that may be done."""
    return _shown(request, producer, number, "areas/parcel.html")


@for_members
@require_POST
def move(request: HttpRequest, producer: Producer, number: str) -> HttpResponse:
    """Take the step that was tapped; a second tap, or a buyer who was quicker, changes nothing."""
    screen = _found(producer, number)
    state = counter.allowed(request.POST.get("buoc", ""))
    if state is None:
        raise BadRequest
    try:
        move_parcel(
            screen.parcel, to=state, by=request.user, reason=request.POST.get("ly_do", "")[:300]
        )
    except ReasonMissing:
        return _shown(
            request, producer, number, "areas/parcel.html", status=422, reason_missing=state
        )
    except NotPaidYet as unpaid:
        told = {"rest": dong(unpaid.rest)}
        messages.warning(
            request,
            _("Chưa đóng gói: đơn này trả bằng chuyển khoản, còn %(rest)s. Ghi tiền trước.") % told,
        )
        return redirect("selling:parcel_money", producer=producer.slug, number=number)
    except MoveRefused as refused:
        if refused.stands != state:  # a second tap of the same button needs no warning
            stands = ParcelState(refused.stands).label
            messages.warning(request, _("Không đổi được: đơn này đã ở bước “%s”.") % stands)
    else:
        told = {"number": number, "state": state.label}
        messages.success(request, _("Đơn %(number)s: %(state)s.") % told)
    if request.POST.get("ve") in TABS:
        tab = request.POST["ve"]
        return redirect(f"{reverse('selling:parcels', args=[producer.slug])}?muc={tab}")
    return redirect("selling:parcel", producer=producer.slug, number=number)


@for_members
@require_safe
def picking(request: HttpRequest, producer: Producer) -> HttpResponse:
    """What to take from the shelf for the parcels to pack; to print."""
    rows = counter.pick_list(producer)
    waiting = counter.parcel_screens(producer, (ParcelState.CONFIRMED,))
    return render(request, "areas/picking.html", {"rows": rows, "parcels": waiting})


@for_members
@require_safe
def note(request: HttpRequest, producer: Producer, number: str) -> HttpResponse:
    """The delivery note, A4."""
    return _shown(request, producer, number, "areas/delivery_note.html", needs_buyer=True)


@for_members
@require_safe
def label(request: HttpRequest, producer: Producer, number: str) -> HttpResponse:
    """The parcel's label, A6."""
    return _shown(request, producer, number, "areas/parcel_label.html", needs_buyer=True)


def _found(producer: Producer, number: str) -> counter.ParcelScreen:
    screen = counter.find_parcel(producer, number)
    if screen is None:
        raise Http404(_("Không có đơn này."))
    return screen


def _shown(
    request: HttpRequest,
    producer: Producer,
    number: str,
    template: str,
    *,
    status: int = 200,
    needs_buyer: bool = False,
    **context,
) -> HttpResponse:
    screen = _found(producer, number)
    if needs_buyer and not screen.sees_buyer:
        raise Http404(_("Không có đơn này."))
    return render(request, template, {"screen": screen, **context}, status=status)
