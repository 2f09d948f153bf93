"""The invited person's page: join with one's account, or open one."""

from urllib.parse import urlencode

from allauth.core.internal.ratelimit import consume_or_429
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from marketplace.accounts.errors import AccountError
from marketplace.accounts.forms_invites import JoinForm
from marketplace.accounts.services import invites

from .links import GUESS_RATE


@never_cache
@sensitive_post_parameters()
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing; posting accepts."""
    limited = consume_or_429(
        request, app="accounts", action="one_time_link", config=GUESS_RATE, limit_get=True
    )
    if limited:
        return limited
    made = invites.find_invite(token)
    if made is None:
        return render(request, "accounts/link_spent.html", status=404)
    holder = invites.holder_of(made)
    if holder is not None:
        return _join(request, made, is_holder=holder == request.user)
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            invites.open_account(made, name=data["name"], password=data["password1"])
        except AccountError:
            return render(request, "accounts/link_spent.html", status=409)
        messages.success(request, _("Đã mở tài khoản. Hãy đăng nhập để bắt đầu."))
        return redirect("account_login")
    return render(request, "accounts/invite.html", {"form": form, "invite": made})


def _join(request: HttpRequest, made, *, is_holder: bool) -> HttpResponse:
    if request.method == "POST" and is_holder:
        try:
            invites.accept(made, request.user)
        except AccountError:
            return render(request, "accounts/link_spent.html", status=409)
        return redirect("selling:home", producer=made.producer.slug)
    login = f"{reverse('account_login')}?{urlencode({'next': request.path})}"
    context = {"invite": made, "is_holder": is_holder, "login_url": login}
    return render(request, "accounts/invite.html", context)
