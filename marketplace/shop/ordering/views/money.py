"""Money behind the counter: what waits to be seen, and what the seller writes down of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from catalog.lib.money import dong
from catalog.register.models import Producer
from marketplace.areas.producer import for_members
from marketplace.shop.ordering.enums import PaymentKind
from marketplace.shop.ordering.errors import (
    AmountWrong,
    MarkedMeanwhile,
    MarkRefused,
    ReasonMissing,
)
from marketplace.shop.ordering.forms import AmountForm, ReasonForm
from marketplace.shop.ordering.selectors import counter, payment
from marketplace.shop.ordering.services.paying import correct_payment, record_payment

PER_PAGE = 20
# Address -> what is written down.
MARKS = {
    "du": PaymentKind.FULL,
    "thieu": PaymentKind.SHORT,
    "thua": PaymentKind.OVER,
    "muon": PaymentKind.LATE,
    "tra-lai": PaymentKind.BACK,
}
TABS = {
    "xem": gettext_lazy("Người mua báo đã chuyển"),
    "thu": gettext_lazy("Đã giao, chưa ghi tiền"),
    "tra-lai": gettext_lazy("Cần trả lại người mua"),
}


@for_members
@require_safe
def waiting(request: HttpRequest, producer: Producer) -> HttpResponse:
    """Parcels whose money somebody must look at."""
    chosen = request.GET.get("muc", "")
    chosen = chosen if chosen in TABS else "xem"
    counts = payment.money_counts(producer)
    tabs = [
        (name, label, counts[name.replace("-", "_")], name == chosen)
        for name, label in TABS.items()
    ]
    rows = payment.waiting_for_money(producer, chosen)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"tabs": tabs, "chosen": chosen, "page_obj": page}
    return render(request, "areas/money.html", context)


@for_members
@require_safe
def parcel_money(request: HttpRequest, producer: Producer, number: str) -> HttpResponse:
    """How a parcel's money stands, and what can be written down."""
    parcel = _found(producer, number)
    money = parcel.money
    ways = [(name, kind) for name, kind in MARKS.items() if kind in money.allowed]
    records = list(parcel.payments.all())
    corrected = {record.corrects_id for record in records}
    context = {"parcel": parcel, "money": money, "ways": ways, "records": records}
    return render(request, "areas/parcel_money.html", context | {"corrected": corrected})


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest, producer: Producer, number: str, mark: str) -> HttpResponse:
    """One thing to write down, on a screen that says what comes of it."""
    parcel = _found(producer, number)
    money, kind = parcel.money, MARKS.get(mark)
    if kind is None:
        raise Http404(_("Không có trang này."))
    if request.method != "POST" and kind not in money.allowed:
        return redirect("selling:parcel_money", producer=producer.slug, number=number)
    # All that is left needs no typing; the number of records seen says what was left then.
    known = {"amount": int(max(money.rest, 1))} if kind == PaymentKind.FULL else None
    typed = request.POST if request.method == "POST" else None
    form = AmountForm(known or typed, initial={"amount": _likely(money, kind)})
    if request.method == "POST" and form.is_valid():
        try:
            record_payment(
                parcel,
                kind=kind,
                amount=form.cleaned_data["amount"],
                seen=_seen(request),
                by=request.user,
            )
        except AmountWrong as wrong:
            form.add_error("amount", _bounds(wrong))
        except MarkRefused as refused:
            messages.warning(request, _why_not(refused))
            return redirect("selling:parcel_money", producer=producer.slug, number=number)
        else:
            told = {"number": number, "what": kind.label}
            messages.success(request, _("Đơn %(number)s: %(what)s.") % told)
            return redirect("selling:parcel_money", producer=producer.slug, number=number)
    context = {"parcel": parcel, "money": money, "kind": kind, "form": form, "asks": known is None}
    status = 422 if request.method == "POST" else 200
    return render(request, "areas/mark_money.html", context, status=status)


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, producer: Producer, number: str, record: int) -> HttpResponse:
    """Take a wrong line back by another that says why."""
    parcel = _found(producer, number)
    wrong = next((one for one in parcel.payments.all() if one.number == record), None)
    if wrong is None:
        raise Http404(_("Không có dòng này."))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            correct_payment(
                wrong, reason=form.cleaned_data["reason"], seen=_seen(request), by=request.user
            )
        except (MarkRefused, ReasonMissing) as refused:
            messages.warning(request, _why_not(refused))
        else:
            messages.success(request, _("Đã bỏ dòng ghi nhầm; cả hai dòng còn lại để xem."))
        return redirect("selling:parcel_money", producer=producer.slug, number=number)
    context = {"parcel": parcel, "money": parcel.money, "record": wrong, "form": form}
    status = 422 if form.errors else 200
    return render(request, "areas/correct_money.html", context, status=status)


def _found(producer: Producer, number: str):
    screen = counter.find_parcel(producer, number)
    if screen is None:
        raise Http404(_("Không có đơn này."))
    return screen.parcel


def _seen(request: HttpRequest) -> int:
    """How many records the page showed; nobody sees minus one, so that is refused."""
    typed = request.POST.get("da_thay", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 5 else -1  # noqa: PLR2004 - more than a parcel has


def _likely(money, kind: PaymentKind) -> int | None:
    return int(money.to_give_back) if kind == PaymentKind.BACK else None


def _bounds(wrong: AmountWrong) -> str:
    if wrong.most is None:
        return _("Ít nhất là %(least)s.") % {"least": dong(wrong.least)}
    told = {"least": dong(wrong.least), "most": dong(wrong.most)}
    return _("Số tiền phải từ %(least)s đến %(most)s.") % told


def _why_not(refused: Exception) -> str:
    if isinstance(refused, MarkedMeanwhile):
        return _("Người khác vừa ghi một dòng. Chưa ghi gì thêm: bạn xem lại ở dưới.")
    return _("Không ghi được: tiền của đơn này nay đã khác. Bạn xem lại ở dưới.")
