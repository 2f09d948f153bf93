"""Goods for templates of every package; loaded by name, so nobody imports the shop."""

import re
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from catalog.lib import clock
from catalog.lib.html import clean
from marketplace.shop.listings.language import reader_language
from marketplace.shop.listings.models import ProductCard
from marketplace.shop.listings.selectors import cards

register = template.Library()
_TAG = re.compile(r"</?[a-zA-Z]")
_COLUMNS = [column.attname for column in ProductCard._meta.concrete_fields]  # noqa: SLF001
_CARDS_KEPT = 4_000  # some 5 MB in each process


@register.simple_tag
def product_cards(product_ids: list[int]) -> list[ProductCard]:
    """Cards of these products, in this order, as far as they are on sale today."""
    return cards.cards_of_products(product_ids, day=clock.today())


@register.simple_tag
def newest_cards(limit: int) -> list[ProductCard]:
    """The products recognised last, on sale today."""
    return cards.newest_cards(clock.today(), limit=limit)


@register.simple_tag
def product_card(card: ProductCard, *, eager: bool = False) -> SafeString:
    """The card as lists show it; ``eager`` for one that is in sight when the page opens.

    Every list shows the same cards again, so each is rendered once for all that its row says.
    """
    return _rendered(tuple(getattr(card, name) for name in _COLUMNS), reader_language(), eager)


@lru_cache(maxsize=_CARDS_KEPT)
def _rendered(values: tuple, language: str, eager: bool) -> SafeString:  # noqa: ARG001, FBT001
    return render_to_string("components/card.html", {"card": ProductCard(*values), "eager": eager})


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
