"""What the visitor's browser keeps for the shop: the count, the province, the orders just placed.

Pages of goods are kept for everybody, so the header's count is read from a cookie by the
browser itself.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from marketplace.shop.delivery.rules import AT_HOME, Choice

from . import ways

COUNT, PROVINCE, WAYS, ORDERS = "gio", "tinh", "nhan", "don"
MOST_COUNTED = 9_999
MOST_ORDERS = 5
WEEK, DAY = 7 * 24 * 3600, 24 * 3600
_SALT = "shop.orders"


def keep_count(response: HttpResponse, count: int) -> None:
    """Let the header show how many pieces the basket holds; the one cookie scripts may read."""
    _set(response, COUNT, str(min(count, MOST_COUNTED)), max_age=WEEK, readable=True)


def province_of(request: HttpRequest) -> str:
    """The province code the visitor chose before, or nothing; not checked."""
    return request.COOKIES.get(PROVINCE, "")[:2]


def keep_province(response: HttpResponse, code: str) -> None:
    """Remember where parcels go."""
    _set(response, PROVINCE, code, max_age=WEEK)


def choice_of(request: HttpRequest) -> Choice:
    """How the visitor chose to receive parcels before; whether it can be had is asked later."""
    return ways.from_text(request.COOKIES.get(WAYS, ""))


def keep_choice(response: HttpResponse, choice: Choice) -> None:
    """Remember how parcels come, until the order is placed."""
    if choice == AT_HOME:
        response.delete_cookie(WAYS)
    else:
        _set(response, WAYS, ways.to_text(choice), max_age=DAY)


def codes_of(request: HttpRequest) -> list[str]:
    """Codes of the orders this browser placed or looked up within a day, newest first."""
    try:
        return signing.loads(request.COOKIES.get(ORDERS, ""), salt=_SALT, max_age=DAY)
    except signing.BadSignature:
        return []


def keep_code(request: HttpRequest, response: HttpResponse, code: str) -> None:
    """Let this browser open the order for a day without asking for the telephone number."""
    others = [other for other in codes_of(request) if other != code]
    value = signing.dumps([code, *others][:MOST_ORDERS], salt=_SALT)
    _set(response, ORDERS, value, max_age=DAY)


def _set(
    response: HttpResponse, name: str, value: str, *, max_age: int, readable: bool = False
) -> None:
    response.set_cookie(
        name,
        value,
        max_age=max_age,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=not readable,
        samesite="Lax",
    )
