"""What this room does when somebody signs out."""

from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest

from .cookies import COUNT, ORDERS, PROVINCE


def forget_the_person(*, request: HttpRequest | None, **_: Any) -> None:
    """Leave nothing of theirs in a browser that others may use."""
    if hasattr(request, "cookies_to_delete"):
        request.cookies_to_delete += [COUNT, ORDERS, PROVINCE]


def connect() -> None:
    """Called once, when the apps are ready."""
    user_logged_out.connect(forget_the_person, dispatch_uid="ordering_signed_out")
