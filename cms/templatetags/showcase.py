"""What the showcase's templates ask for by name."""

from django import template
from django.utils.translation import get_language
from wagtail.models import Page

from cms import selectors
from cms.selectors import Link

register = template.Library()


@register.simple_tag
def first_pictures(chosen: list, newest: list, *, limit: int) -> list:
    """The first few cards with no product twice: the editors' choice, then the newest."""
    cards = {card.product_id: card for card in [*newest[::-1], *chosen[::-1]]}
    return list(cards.values())[::-1][:limit]


@register.simple_tag
def other_languages(page: Page) -> list[tuple[str, str]]:
    """Language code and address of each live version of a page."""
    return selectors.other_languages(page)


@register.simple_tag
def foot_pages() -> list[Link]:
    """The help and legal pages that the foot of every page names."""
    return selectors.site_identity().pages.get(get_language() or "vi", [])
