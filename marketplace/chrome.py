"""Header and footer: the same for everybody, so rendered once and kept.

Cached pages carry them; therefore no name, no token and no count from the server in them.
What depends on the address (the language switch, the words searched for) is put into marked
places of the kept text.
"""

import re
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from cms.selectors import SiteIdentity

OTHER_LANGUAGE = {"vi": "en", "en": "vi"}
SECTIONS = frozenset({"san-pham", "chu-the", "cau-chuyen", "don-hang", "gio-hang", "tai-khoan"})
_SWITCH, _WORDS = "%%switch%%", "%%words%%"
_MARK = re.compile(f"({_SWITCH}|{_WORDS})")


def prefix(language: str) -> str:
    """What stands before every address in the language."""
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


def bare_path(path: str) -> str:
    """The address without its language."""
    for language in OTHER_LANGUAGE:
        before = prefix(language)
        if before and (path == before or path.startswith(before + "/")):
            return path[len(before) :] or "/"
    return path


def in_language(path: str, language: str) -> str:
    """The same page's address in a language."""
    return prefix(language) + bare_path(path)


def section_of(path: str) -> str:
    """Which entry of the menu the address belongs to, or nothing."""
    first = bare_path(path)[1:].partition("/")[0]
    return first if first in SECTIONS else ""


def header(
    request: HttpRequest, identity: SiteIdentity, *, language: str, switch_url: str
) -> SafeString:
    """Sample strip, logo, menu, search, language, account and basket."""
    section = section_of(request.path)
    words = request.GET.get("q", "")[:200] if section == "san-pham" else ""
    texts = {_SWITCH: escape(switch_url), _WORDS: escape(words)}
    logo = (identity.logo_url, identity.logo_width, identity.logo_height)
    pieces = _header(language, section, identity.name, logo, settings.SAMPLE_DATA)
    return mark_safe("".join(texts.get(piece, piece) for piece in pieces))  # noqa: S308


def footer(identity: SiteIdentity, *, language: str) -> SafeString:
    """Who runs the site, how to reach them, and the pages of help and law."""
    links = tuple((link.title, link.url) for link in identity.pages.get(language, ()))
    return _footer(
        language, identity.name, identity.owner_name, identity.registration_no,
        identity.address, identity.phone, identity.email, links,
    )  # fmt: skip


@lru_cache(maxsize=64)
def _header(
    language: str,
    section: str,
    name: str,
    logo: tuple[str, int, int],
    is_sample: bool,  # noqa: FBT001
) -> list[str]:
    """The header in pieces, its marks among them."""
    context = {
        "other": OTHER_LANGUAGE[language],
        "prefix": prefix(language),
        "section": section,
        "name": name,
        "logo": logo,
        "is_sample": is_sample,
        "SWITCH": _SWITCH,
        "WORDS": _WORDS,
    }
    with override(language):
        return _MARK.split(_tight(render_to_string("components/header.html", context)))


@lru_cache(maxsize=8)
def _footer(  # noqa: PLR0917 - plain values, so that they can be a cache's key
    language: str, name: str, owner: str, registration_no: str, address: str, phone: str,
    email: str, links: tuple[tuple[str, str], ...],
) -> SafeString:  # fmt: skip
    context = {
        "name": name,
        "owner": owner,
        "registration_no": registration_no,
        "address": address,
        "phone": phone,
        "email": email,
        "links": links,
        "prefix": prefix(language),
    }
    with override(language):
        return mark_safe(_tight(render_to_string("components/footer.html", context)))  # noqa: S308


def _tight(html: str) -> str:
    return re.sub(r"\s*\n\s*", "\n", html).strip()
