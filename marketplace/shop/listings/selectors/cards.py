"""Cards on sale: by day, newest, by product, by producer."""

from collections.abc import Iterable
from datetime import date

from marketplace.shop.listings.models import ProductCard, ProductCardQuerySet, StorefrontVersion


def storefront() -> StorefrontVersion:
    """The numbers that change with what a list shows."""
    return StorefrontVersion.objects.filter(pk=1).order_by().first() or StorefrontVersion()


def cards_on(day: date, *, adult: bool = False) -> ProductCardQuerySet:
    """Cards on sale on the day; alcohol only for a visitor who said they are of age."""
    cards = ProductCard.objects.on(day)
    return cards if adult else cards.for_all_ages()


def newest_cards(day: date, *, limit: int) -> list[ProductCard]:
    """The cards recognised last."""
    return list(cards_on(day).order_by("-recognised_on", "-id")[:limit])


def cards_of_products(product_ids: Iterable[int], *, day: date) -> list[ProductCard]:
    """Cards of these products in the order given, without those not on sale."""
    wanted = [int(product_id) for product_id in product_ids]
    found = {card.product_id: card for card in cards_on(day).filter(product_id__in=wanted)}
    return [found[product_id] for product_id in wanted if product_id in found]


def cards_of_producer(
    producer_id: int, *, day: date, adult: bool = False, but: int | None = None
) -> ProductCardQuerySet:
    """A producer's cards, best star first, if need be without one product."""
    cards = cards_on(day, adult=adult).filter(producer_id_ref=producer_id)
    return cards.exclude(product_id=but).order_by("-star_rank", "-id")
