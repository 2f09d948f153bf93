"""Pages of the storefront that are the same for everybody, kept for as long as they are true.

A page is kept under its address, the Vietnamese day and a fingerprint of the rows it shows,
read anew for each request with one query. So a change shows with the next request in every
process, and a page rendered at 23:59 is not found at 00:00. What a visitor alone may see (a
session, a token, a message, an answer to the age question) is never kept: a response that
depends on a cookie says so with ``Vary: Cookie`` or ``Set-Cookie``, and those are let pass.
"""

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from http import HTTPStatus

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from catalog.lib import clock

from . import age
from .list_query import PARAMETERS
from .selectors import freshness

MAX_QUERY = 300
COOKIES_OF_ONE = (age.COOKIE, "messages")
# What each list reads from its address; the page of one thing reads nothing. Words that people
# search for are of no end, and would push out the pages that many ask for.
READ_BY_LIST = {
    "san-pham": frozenset(PARAMETERS.values()) - {PARAMETERS["text"]},
    "chu-the": frozenset({"tinh", "loai", "trang"}),
}
GZIP_LEVEL = 5
_PATH = re.compile(r"/(?:en/)?(?P<kind>san-pham|chu-the)/(?:(?P<slug>[a-z0-9-]+)/)?")
# Not part of the page: they belong to one answer, or are written anew for each.
_HEADERS_OF_ONE = frozenset({"content-length", "date", "x-request-id"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was sent."""

    body: bytes
    packed: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str


class PageCacheMiddleware:
    """Stands outside everything that a page of the storefront does not need."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the stack."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer from the cache, or keep the answer for the next visitor."""
        match = _PATH.fullmatch(request.path_info)
        if match is None:
            return self.get_response(request)
        if not _may_be_shared(request, match):
            return _for_one(self.get_response(request))
        key = _key(request, match)
        kept = caches["pages"].get(key)
        if kept is None:
            response = self.get_response(request)
            # Read again: what changed while the page was rendered must not be kept as new.
            if not _is_everybodys(response) or _key(request, match) != key:
                return _for_one(response)
            kept = _keep(response)
            caches["pages"].set(key, kept)
        return _answer(request, kept)


def _for_one(response: HttpResponse) -> HttpResponse:
    """Let no cache on the way keep what one visitor may see."""
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def _may_be_shared(request: HttpRequest, match: re.Match) -> bool:
    """Whether the visitor asks for what everybody gets, at an address worth keeping."""
    if request.method not in {"GET", "HEAD"}:
        return False
    if any(name in request.COOKIES for name in COOKIES_OF_ONE):
        return False
    if len(request.META.get("QUERY_STRING", "")) > MAX_QUERY:
        return False
    request.get_host()  # refuses a host that is not ours, as the views would
    read = frozenset() if match["slug"] else READ_BY_LIST[match["kind"]]
    return read.issuperset(request.GET)


def _key(request: HttpRequest, match: re.Match) -> str:
    slug = match["slug"]
    if slug is None:
        fingerprint = freshness.fingerprint_of_lists()
    elif match["kind"] == "san-pham":
        fingerprint = freshness.fingerprint_of_product(slug)
    else:
        fingerprint = freshness.fingerprint_of_producer(slug)
    # The language is part of the path.
    told = f"{request.get_full_path()}\n{clock.today()}\n{fingerprint}"
    return "page:" + blake2b(told.encode(), digest_size=20).hexdigest()


def _is_everybodys(response: HttpResponse) -> bool:
    """Whether the answer is a whole page that depends on nobody's cookie."""
    varies_by = response.headers.get("Vary", "").lower()
    return (
        response.status_code == HTTPStatus.OK
        and not response.streaming
        and not response.cookies
        and "cookie" not in varies_by
        and "*" not in varies_by
    )


def _keep(response: HttpResponse) -> Kept:
    patch_vary_headers(response, ["Accept-Encoding"])
    response.headers["Cache-Control"] = "private, no-cache"
    body = bytes(response.content)
    return Kept(
        body=body,
        packed=gzip.compress(body, GZIP_LEVEL, mtime=0),
        headers=tuple(
            (name, value)
            for name, value in response.headers.items()
            if name.lower() not in _HEADERS_OF_ONE
        ),
        etag=f'W/"{blake2b(body, digest_size=12).hexdigest()}"',
    )


def _answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    response = HttpResponse(headers=dict(kept.headers))
    response.headers["ETag"] = kept.etag
    if kept.etag in parse_etags(request.META.get("HTTP_IF_NONE_MATCH", "")):
        response.status_code = HTTPStatus.NOT_MODIFIED
        return response
    body = kept.body
    if _takes_gzip(request):
        body = kept.packed
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(body))
    if request.method == "GET":
        response.content = body
    return response


def _takes_gzip(request: HttpRequest) -> bool:
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "").replace(" ", "").lower()
    return any(part == "gzip" or part.startswith("gzip;q=1") for part in accepted.split(","))
