"""The doors for people with duties: who may pass, and never without the second step.

Everything below such a door is closed here, before any view runs, so that a page added
tomorrow by Wagtail, Oscar or ourselves is closed as well.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from . import permissions
from .mfa import FIRST_CLASS

DOORS: dict[str, Callable] = {
    "/cms/": permissions.may_enter_cms,
    "/quan-tri/": permissions.may_enter_dashboard,
    "/can-bo/": permissions.is_officer,
    "/tai-khoan/cap-duong-dan/": permissions.may_issue_links,
}
LANGUAGE_PREFIX = "/en"
# Pages below a door that must answer everybody: signing out, and doors that lead to ours.
OPEN = (
    "/cms/login/",
    "/cms/logout/",
    "/cms/password_reset/",
    "/quan-tri/login/",
    "/quan-tri/logout/",
)


def door_of(path: str) -> Callable | None:
    """The question asked at the door that ``path`` lies behind."""
    bare = path.removeprefix(LANGUAGE_PREFIX) if path.startswith(f"{LANGUAGE_PREFIX}/") else path
    if bare.startswith(OPEN):
        return None
    return next((may for prefix, may in DOORS.items() if bare.startswith(prefix)), None)


def passed_second_step(request: HttpRequest) -> bool:
    """Whether this very session has passed the second step."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


def to_second_step(request: HttpRequest) -> HttpResponse:
    """Lead to setting the second step up or, where it is, to passing it."""
    has_one = is_mfa_enabled(request.user, FIRST_CLASS)
    name = "mfa_reauthenticate" if has_one else "account_second_step"
    query = urlencode({"next": request.get_full_path()})
    return HttpResponseRedirect(f"{reverse(name)}?{query}")


class DoorMiddleware:
    """Asks at each door: who are you, may you, and have you passed the second step."""

    def __init__(self, get_response: Callable) -> None:
        """Keep the rest of the stack."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer at the door, or let the request pass."""
        may = door_of(request.path_info)
        if may is None:
            return self.get_response(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may(request.user):
            raise PermissionDenied
        if not passed_second_step(request):
            return to_second_step(request)
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response
