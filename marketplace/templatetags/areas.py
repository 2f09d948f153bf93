"""The areas' menus, for their base templates."""

from django import template
from django.http import HttpRequest

from marketplace.areas.cards import OFFICERS, PRODUCERS, Way, for_this_member

register = template.Library()


@register.simple_tag
def producer_menu(request: HttpRequest) -> list[Way]:
    """Where somebody behind this counter can go."""
    return for_this_member(PRODUCERS.ways(request.producer), request.user, request.producer)


@register.simple_tag
def officer_menu(request: HttpRequest) -> list[Way]:
    """Where somebody at this desk can go."""
    return OFFICERS.ways(request.desk)
