"""The producer's bank account: see it, try its code, change it with the password again."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from catalog.register.models import Producer
from marketplace.accounts.permissions import may_change_account
from marketplace.areas.producer import only_who
from marketplace.shop.listings.models import Seller

from . import selectors
from .errors import ChangedMeanwhile
from .forms import AccountForm
from .services import close_account, set_account


@only_who(may_change_account)
@require_safe
def account(request: HttpRequest, producer: Producer) -> HttpResponse:
    """The account in force with a code to try, and those before it."""
    seller = _seller(producer)
    current = selectors.account_in_force(seller)
    label = _("Mã VietQR của tài khoản, không có số tiền")
    context = {
        "account": current,
        "code": selectors.preview(current, label=label) if current else "",
        "earlier": selectors.earlier_accounts(seller),
    }
    return render(request, "areas/account.html", context)


@only_who(may_change_account)
@sensitive_post_parameters()
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, producer: Producer) -> HttpResponse:
    """Another account from now on; orders placed before keep theirs."""
    seller = _seller(producer)
    current = selectors.account_in_force(seller)
    form = AccountForm(request.POST or None, initial=_initial(current))
    if request.method == "POST" and form.is_valid():
        try:
            set_account(seller, by=request.user, seen=_seen(request), **form.cleaned_data)
        except ChangedMeanwhile:
            form.add_error(None, _meanwhile())
        else:
            messages.success(request, _("Đã ghi tài khoản. Mọi thành viên được báo bằng thư."))
            return redirect("selling:account", producer=producer.slug)
    status = 422 if form.errors else 200
    context = {"form": form, "account": current}
    return render(request, "areas/account_form.html", context, status=status)


@only_who(may_change_account)
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, producer: Producer) -> HttpResponse:
    """Take no more transfers: asked once more, then done."""
    seller = _seller(producer)
    current = selectors.account_in_force(seller)
    if current is None:
        return redirect("selling:account", producer=producer.slug)
    if request.method != "POST":
        return render(request, "areas/account_close.html", {"account": current})
    try:
        close_account(seller, by=request.user, seen=_seen(request) or 0)
    except ChangedMeanwhile:
        messages.warning(request, _meanwhile())
    else:
        messages.success(request, _("Đã dừng nhận chuyển khoản cho các đơn mới."))
    return redirect("selling:account", producer=producer.slug)


def _meanwhile() -> str:
    return _("Người khác vừa đổi tài khoản. Chưa ghi gì thêm: bạn xem lại rồi đổi nếu cần.")


def _seller(producer: Producer) -> Seller:
    seller = getattr(producer, "seller", None)
    if seller is None:
        raise Http404(_("Chủ thể chưa được bán hàng trên sàn."))
    return seller


def _seen(request: HttpRequest) -> int | None:
    """The account the form was made for; none for the first."""
    typed = request.POST.get("dang_dung", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 18 else None  # noqa: PLR2004 - fits any key


def _initial(current) -> dict[str, str]:
    if current is None:
        return {}
    return {"bank_bin": current.bank_bin, "number": current.number, "holder": current.holder}
