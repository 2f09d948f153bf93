"""The age question: asked once, answered by the visitor, kept in a cookie for the visit.

Alcohol is shown only to visitors who declared that they are 18 or older (Law on prevention
of alcohol harm 2019; Decree 24/2020/NĐ-CP, Article 6).
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "du_tuoi"
YES = "1"


def is_adult(request: HttpRequest) -> bool:
    """Whether the visitor declared to be of age."""
    return request.COOKIES.get(COOKIE) == YES


def remember(response: HttpResponse) -> None:
    """Keep the declaration until the browser is closed: telephones are shared."""
    response.set_cookie(
        COOKIE, YES, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )


def forget(response: HttpResponse) -> None:
    """Take the declaration back."""
    response.delete_cookie(COOKIE, samesite="Lax")
