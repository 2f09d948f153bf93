"""The areas' menus, for their base templates."""

from django import template
from django.http import HttpRequest

from marketplace.areas.cards import Way, producer_ways

register = template.Library()


@register.simple_tag
def producer_menu(request: HttpRequest) -> list[Way]:
    """Where somebody behind this counter can go."""
    return producer_ways(request.producer)
