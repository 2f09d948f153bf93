"""What every template of ours may ask for: ``{% load site %}``."""

from decimal import Decimal
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.paginator import Page
from django.http import QueryDict
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from catalog.lib import money, phones
from cms import selectors
from marketplace import chrome, stylesheet

register = template.Library()

NO_PICTURE = "img/khong-hinh.svg"
DRAWN = {"og": "-1200.jpg"}  # drawings are one SVG at every size but for sharing
PHOTOGRAPH = {320: "-320.webp", 640: "-640.webp", 1200: "-1200.webp", "og": "-1200.jpg"}


# Figures


@register.filter
def dong(amount: Decimal | int | None) -> str:
    """``1234000`` as ``1.234.000 ₫``; nothing stays nothing."""
    return "" if amount in (None, "") else money.dong(amount)


@register.filter
def thousands(number: int | None) -> str:
    """A count in the reader's grouping: ``1.284`` in Vietnamese, ``1,284`` in English."""
    if number in (None, ""):
        return ""
    grouped = f"{int(number):,}"
    return grouped if _language() == "en" else grouped.replace(",", ".")


@register.filter
def phone(number: str) -> str:
    """``0912345678`` as ``0912 345 678``."""
    return phones.shown(number or "")


@register.filter
def per100(listing: object, price: Decimal) -> str:
    """``160.000 ₫ / 100 g`` for a pack measured in grams or millilitres, else nothing."""
    amount = listing.price_per_100(price) if price is not None else None
    return "" if amount is None else f"{money.dong(amount)} / 100\u00a0{listing.net_unit}"


# Things


@register.simple_tag
def picture_url(obj: object, size: int | str) -> str:
    """Where a product's or card's picture lies; ``size`` is 320, 640, 1200 or "og"."""
    if not obj.picture:
        return static(NO_PICTURE)
    end = DRAWN.get(size, ".svg") if obj.picture_is_drawn else PHOTOGRAPH[size]
    return default_storage.url(obj.picture + end)


@register.simple_tag
def localized(obj: object, name: str) -> str:
    """The English field for English readers where it is filled, else the Vietnamese one."""
    english = getattr(obj, f"{name}_en", "") if _language() == "en" else ""
    return english or getattr(obj, name)


@register.simple_tag
def lang_of(obj: object, name: str) -> SafeString:
    """`` lang="vi"`` where an English page shows the Vietnamese field, so it is read out right."""
    if _language() == "en" and not getattr(obj, f"{name}_en", ""):
        return mark_safe(' lang="vi"')
    return mark_safe("")


# Addresses


@register.simple_tag(takes_context=True)
def query_with(context: Context, **changes: object) -> str:
    """The address's query with some parameters set; an empty value takes one away."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = value
    return _query_text(query)


@register.simple_tag(takes_context=True)
def query_without(context: Context, name: str, value: object, *also: str) -> str:
    """The query without one value of a parameter, and without the parameters ``also``."""
    query = context["request"].GET.copy()
    query.setlist(name, [one for one in query.getlist(name) if one != str(value)])
    for other in also:
        query.pop(other, None)
    return _query_text(query)


@register.simple_tag
def page_query(base_query: str, name: str, number: int) -> str:
    """``?<base_query>&<name>=<number>``; the first page carries no number."""
    base = (base_query or "").lstrip("?&")
    if number > 1:
        base = f"{base}&{urlencode({name: number})}" if base else urlencode({name: number})
    return f"?{base}" if base else "?"


@register.simple_tag
def elided_pages(page_obj: Page) -> list[int]:
    """The numbers worth showing; 0 stands for those left out."""
    paginator = page_obj.paginator
    numbers = paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else 0 for number in numbers]


@register.simple_tag(takes_context=True)
def other_language_url(context: Context) -> str:
    """Where this page is in the other language; a showcase page without one leads home."""
    request = context["request"]
    other = chrome.OTHER_LANGUAGE[_language()]
    page = context.get("page")
    if hasattr(page, "translation_key"):
        home = chrome.prefix(other) + "/"
        return dict(selectors.other_languages(page)).get(other, home)
    query = request.META.get("QUERY_STRING", "")
    return chrome.in_language(request.path, other) + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    """The page's one true address, without its query."""
    return settings.BASE_URL.rstrip("/") + context["request"].path


@register.simple_tag
def home_url() -> str:
    """The first page in the reader's language."""
    return chrome.prefix(_language()) + "/"


@register.simple_tag
def absolute_static(path: str) -> str:
    """A static file's address with the site's, as cards on other sites need it."""
    return settings.BASE_URL.rstrip("/") + static(path)


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> SafeString:
    """Links for search engines to this page in each language; showcase pages bring their own."""
    if hasattr(context.get("page"), "translation_key"):
        return mark_safe("")
    base, path = settings.BASE_URL.rstrip("/"), context["request"].path
    pages = [(code, chrome.in_language(path, code)) for code in chrome.OTHER_LANGUAGE]
    pages.append(("x-default", pages[0][1]))
    return mark_safe(  # noqa: S308 (escaped below)
        "".join(
            f'<link rel="alternate" hreflang="{code}" href="{escape(base + one)}">\n'
            for code, one in pages
        )
    )


# What stands around every page


@register.simple_tag
def stylesheet_links() -> SafeString:
    """The site's stylesheet and, where the operator chose a colour, that colour's."""
    links = format_html('<link rel="stylesheet" href="{}">', stylesheet.address())
    theme = selectors.site_identity().theme_url
    return links + format_html('\n<link rel="stylesheet" href="{}">', theme) if theme else links


@register.simple_tag
def stylesheet_url() -> str:
    """The site's stylesheet alone: for pages that must stand without the database."""
    return stylesheet.address()


@register.simple_tag(takes_context=True)
def site_header(context: Context) -> SafeString:
    """The header, the same for every visitor."""
    return chrome.header(
        context["request"],
        selectors.site_identity(),
        language=_language(),
        switch_url=other_language_url(context),
    )


@register.simple_tag
def site_footer() -> SafeString:
    """The footer, the same for every visitor."""
    return chrome.footer(selectors.site_identity(), language=_language())


def _language() -> str:
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def _query_text(query: QueryDict) -> str:
    text = query.urlencode()
    return f"?{text}" if text else "?"
