"""The shop as it is, read wholly before the workers are forked: killed ones are back at once."""

from django.urls import get_resolver

from marketplace.wsgi import application

__all__ = ["application"]

_ = get_resolver().url_patterns
