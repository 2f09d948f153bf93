"""Absolute addresses of public pages; never from the Host header, so pages can be shared."""

from django.conf import settings


def absolute(path: str) -> str:
    """The path on the public site."""
    return settings.BASE_URL.rstrip("/") + path
