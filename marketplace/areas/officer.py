"""The door of the officers' area: for which places somebody decides today.

``accounts.doors`` has asked for the sign-in, the post and the second step before any page of
``/can-bo/`` runs. This gives the page its desk, and asks again where a page lies elsewhere.
"""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from marketplace.accounts import permissions
from marketplace.accounts.doors import passed_second_step, to_second_step
from marketplace.accounts.scope import Scope
from marketplace.accounts.services import note_language

from .desk import Desk


def for_officers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give ``view`` the desk, as its second argument and as ``request.desk``.

    Read rows through ``desk.scope`` (``producers()``, ``products()``, ``of_producer(prefix)``),
    so that what lies in another place is not there.
    """

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        desk = desk_of(request.user)
        if desk is None:
            raise Http404(_("Không có trang này."))
        if not passed_second_step(request):
            return to_second_step(request)
        note_language(request.user)
        request.desk, request.scope, request.posts = desk, desk.scope, desk.posts
        return view(request, desk, *args, **kwargs)

    return guarded


def for_provinces(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same for what only an officer of a whole province may do: stars, admission."""

    @for_officers
    @wraps(view)
    def guarded(request: HttpRequest, desk: Desk, *args, **kwargs) -> HttpResponse:
        if not desk.scope.is_provincial:
            raise Http404(_("Không có trang này."))
        return view(request, desk, *args, **kwargs)

    return guarded


def desk_of(user) -> Desk | None:
    """The desk ``user`` sits at today, if any."""
    if not user.is_active:
        return None
    posts = tuple(permissions.officer_posts(user).select_related("province", "commune"))
    return Desk(user, posts, Scope.of(posts)) if posts else None
