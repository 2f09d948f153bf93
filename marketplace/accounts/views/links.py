"""One-time links: the officer's page that issues them, the holder's page that uses them."""

from allauth.core.internal.ratelimit import consume_or_429
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from catalog.lib import phones
from marketplace.accounts import permissions, qr
from marketplace.accounts.errors import AccountError, NoSuchAccount, OutsideYourPlace, PhoneTaken
from marketplace.accounts.forms import IssueLinkForm, OpenLinkForm
from marketplace.accounts.services.links import find_link, issue_link, use_link

# Twenty looks a minute from one address: guessing 256 bits is hopeless, but let it be quiet.
GUESS_RATE = {"one_time_link": "20/m/ip"}
REFUSALS = {
    PhoneTaken: ("phone", _("Số này đã có tài khoản. Hãy chọn việc “Lấy lại tài khoản”.")),
    NoSuchAccount: ("phone", _("Số này chưa có tài khoản. Hãy chọn việc “Mở tài khoản”.")),
    OutsideYourPlace: (None, _("Tài khoản hoặc chủ thể này không thuộc địa bàn của bạn.")),
}


@never_cache
@login_required
def issue(request: HttpRequest) -> HttpResponse:
    """The form and, once, the link it made."""
    if not permissions.may_issue_links(request.user):
        raise PermissionDenied
    form = IssueLinkForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            link, token = issue_link(request.user, **form.cleaned_data)
        except tuple(REFUSALS) as refusal:
            form.add_error(*REFUSALS[type(refusal)])
        else:
            url = request.build_absolute_uri(reverse("account_open_link", args=[token]))
            context = {
                "link": link,
                "phone": phones.shown(link.phone),
                "url": url,
                "qr": qr.svg(url),
            }
            return render(request, "accounts/link_issued.html", context)
    return render(request, "accounts/link_form.html", {"form": form})


@never_cache
@sensitive_post_parameters()
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing (a messenger's preview looks too); posting a password uses it."""
    limited = consume_or_429(
        request, app="accounts", action="one_time_link", config=GUESS_RATE, limit_get=True
    )
    if limited:
        return limited
    link = find_link(token)
    if link is None:
        return render(request, "accounts/link_spent.html", status=404)
    form = OpenLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            use_link(token, password=form.cleaned_data["password1"])
        except AccountError:
            return render(request, "accounts/link_spent.html", status=409)
        messages.success(request, _("Đã đặt mật khẩu. Hãy đăng nhập bằng số điện thoại của bạn."))
        return redirect("account_login")
    context = {"form": form, "phone": phones.shown(link.phone)}
    return render(request, "accounts/link_open.html", context)
