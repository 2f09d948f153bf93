"""One stylesheet for every page, put together when the process starts.

The sources stay small (one file per part) and there is no build step, no ``@import`` chain and
one request. The address carries the content's hash, so browsers keep it for a year.
"""

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse

SOURCES = (
    "tokens.css",
    "fonts.css",
    "base.css",
    "site.css",
    "components/buttons.css",
    "components/products.css",
    "components/forms.css",
    "components/parts.css",
    "components/lists.css",
    "shop/list.css",
    "shop/product.css",
    "shop/producers.css",
    "order.css",
    "print.css",  # last: paper overrules screens
)
_FOLDER = Path(settings.BASE_DIR) / "static" / "css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")
_ADDRESS = re.compile(r'url\("\.\./([^"]+)"\)')


class Bundle(NamedTuple):
    """The stylesheet's hash and its bytes, plain and compressed."""

    version: str
    plain: bytes
    zipped: bytes


def minified(css: str) -> str:
    """The rules without comments and needless blanks."""
    css = _BLANKS.sub(" ", _COMMENT.sub("", css))
    return _AROUND.sub(r"\1", css).replace(";}", "}").replace(": ", ":").strip()


@lru_cache(maxsize=1)
def _kept() -> Bundle:
    css = minified("".join((_FOLDER / name).read_text(encoding="utf-8") for name in SOURCES))
    css = _ADDRESS.sub(lambda found: f'url("{static(found[1])}")', css)
    plain = css.encode()
    version = hashlib.sha256(plain).hexdigest()[:12]
    return Bundle(version, plain, gzip.compress(plain, 9, mtime=0))


def bundle() -> Bundle:
    """The stylesheet; read anew each time while somebody works on it."""
    if settings.DEBUG:
        _kept.cache_clear()
    return _kept()


def address() -> str:
    """Where pages find the stylesheet."""
    return reverse("stylesheet", args=[bundle().version])


def serve(request: HttpRequest, version: str) -> HttpResponse:
    """The stylesheet; an old address, kept in somebody's cached page, gets today's rules."""
    css = bundle()
    zips = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(css.zipped if zips else css.plain, content_type="text/css")
    if zips:
        response["Content-Encoding"] = "gzip"
    response["Vary"] = "Accept-Encoding"
    fresh = version == css.version
    response["Cache-Control"] = "public, max-age=31536000, immutable" if fresh else "no-cache"
    return response
