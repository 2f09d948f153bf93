"""What the showcase's templates ask for by name."""

from django import template
from django.conf import settings
from wagtail.models import Page

from cms import selectors
from cms.models import Picture, PictureRendition

register = template.Library()


@register.simple_tag
def first_pictures(chosen: list, newest: list, *, limit: int) -> list:
    """The first few cards with no product twice: the editors' choice, then the newest."""
    by_product = {}
    for card in [*chosen, *newest]:
        by_product.setdefault(card.product_id, card)
    return list(by_product.values())[:limit]


@register.simple_tag
def size_of(picture: Picture, name: str) -> PictureRendition:
    """One of a picture's fixed sizes."""
    return picture.size(name)


@register.simple_tag
def crumbs(page: Page) -> list[tuple[str, str]]:
    """The way down to the page, for the breadcrumbs; the page itself has no address."""
    return selectors.way_to(page)


@register.simple_tag
def without(cards: list, others: list, *, limit: int) -> list:
    """The first few cards of products that the others do not show."""
    shown = {card.product_id for card in others}
    return [card for card in cards if card.product_id not in shown][:limit]


@register.simple_tag
def language_links(page: Page) -> list[tuple[str, str]]:
    """Language code and full address of each live version, for search engines."""
    base = settings.BASE_URL.rstrip("/")
    links = [(code, base + url) for code, url in selectors.other_languages(page)]
    if len(links) < 2:  # noqa: PLR2004 (a page in one language has no other to name)
        return []
    default = dict(links).get(settings.LANGUAGE_CODE)
    return [*links, ("x-default", default)] if default else links
