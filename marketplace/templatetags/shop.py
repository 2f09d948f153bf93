"""Goods for templates of every package; loaded by name, so nobody imports the shop."""

import re

from django import template
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from catalog.lib import clock
from catalog.lib.html import clean
from marketplace.shop.listings.models import ProductCard
from marketplace.shop.listings.selectors import cards

register = template.Library()
_TAG = re.compile(r"</?[a-zA-Z]")


@register.simple_tag
def product_cards(product_ids: list[int]) -> list[ProductCard]:
    """Cards of these products, in this order, as far as they are on sale today."""
    return cards.cards_of_products(product_ids, day=clock.today())


@register.simple_tag
def newest_cards(limit: int) -> list[ProductCard]:
    """The products recognised last, on sale today."""
    return cards.newest_cards(clock.today(), limit=limit)


@register.filter
def at(found: dict | None, key: object) -> object:
    """What a dictionary holds under a key; nothing if it holds nothing."""
    return found.get(key) if found else None


@register.filter
def story(text: str) -> SafeString:
    """A text of several paragraphs: plain, or with the few tags that may stay."""
    if _TAG.search(text):
        return clean(text)
    # linebreaks escapes every letter it is given, but does not say that it did.
    return mark_safe(linebreaks(text, autoescape=True))  # noqa: S308
