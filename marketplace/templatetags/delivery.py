"""What carriers charge a pack by, for the pages where its size is entered."""

from django import template

from catalog.lib import clock
from catalog.register.models import Producer
from marketplace.shop.delivery import rules
from marketplace.shop.delivery.selectors.ways import divisor_of
from marketplace.shop.listings.models import Listing

register = template.Library()


@register.simple_tag
def volume_divisor(producer: Producer) -> int:
    """By what the room of the producer's parcels is divided today."""
    return divisor_of(producer, clock.today())


@register.filter
def charged_grams(listing: Listing, divisor: int) -> int:
    """What one pack, sent alone, is charged as: never less than it weighs."""
    return rules.charged_grams(listing.weight_grams, cubic_cm=listing.cubic_cm, divisor=divisor)
