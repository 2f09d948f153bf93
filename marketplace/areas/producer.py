"""The door of the producers' area: whose counter it is, and who may stand behind it."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from catalog.register.models import Producer
from marketplace.accounts import permissions
from marketplace.accounts.models import User
from marketplace.accounts.services import note_language


def for_members(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give ``view`` the producer of its address; to anybody else the page is not there."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, producer: str, *args, **kwargs) -> HttpResponse:
        found = (
            permissions.producers_of(request.user)
            .select_related("province", "commune")
            .filter(slug=producer)
            .first()
        )
        if found is None or not request.user.is_active:
            raise Http404(_("Không có trang này."))
        note_language(request.user)
        request.producer = found
        return view(request, found, *args, **kwargs)

    return guarded


def only_who(
    may: Callable[[User, Producer], bool],
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Let only those members pass of whom ``may(user, producer)`` is true; tell the others why."""

    def door(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @for_members
        @wraps(view)
        def guarded(request: HttpRequest, producer: Producer, *args, **kwargs) -> HttpResponse:
            if not may(request.user, producer):
                return render(request, "areas/not_your_task.html", status=403)
            return view(request, producer, *args, **kwargs)

        return guarded

    return door


def counters_of(user) -> list[Producer]:
    """The producers somebody acts for, by name."""
    return list(permissions.producers_of(user).select_related("province").order_by("folded"))
