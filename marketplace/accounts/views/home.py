"""One's own account: who I am here, and what I may do."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from catalog.lib import phones
from marketplace.accounts import permissions, selectors
from marketplace.accounts.mfa import FIRST_CLASS
from marketplace.accounts.services import end_other_sessions, note_language


def _address_of(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Name, keys, second step, roles, and the ways to each."""
    user = request.user
    note_language(user)
    context = {
        "phone_shown": phones.shown(user.phone) if user.phone else "",
        "roles": selectors.roles_of(user),
        "has_second_step": is_mfa_enabled(user, FIRST_CLASS),
        "needs_second_step": permissions.needs_second_factor(user),
        "may_enter_cms": permissions.may_enter_cms(user),
        "may_enter_dashboard": permissions.may_enter_dashboard(user),
        "may_issue_links": permissions.may_issue_links(user),
        "is_officer": permissions.is_officer(user),
        "orders_url": _address_of("orders:mine"),
    }
    return render(request, "accounts/home.html", context)


@never_cache
@login_required
def second_step(request: HttpRequest) -> HttpResponse:
    """Why a door is closed, and the way to open it."""
    return render(request, "accounts/second_step.html")


@require_POST
@login_required
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else."""
    end_other_sessions(request.user, keep=request.session.session_key)
    messages.success(request, _("Đã đăng xuất khỏi các thiết bị khác."))
    return redirect("account_home")
