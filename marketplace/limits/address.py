"""Whose turn is counted: the address a request comes from."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

IPV6_PREFIX = 64  # one household or one phone


def client_address(request: HttpRequest) -> str:
    """The visitor's address, as the last proxy that we trust has seen it.

    ``X-Forwarded-For`` can be written by anybody, so it is read only where
    ALLAUTH_TRUSTED_PROXY_COUNT says that so many proxies of ours have added to it, and only
    what they added.
    """
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    heard = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if trusted and len(heard) >= trusted and _read(heard[-trusted]):
        return _read(heard[-trusted])
    return _read(request.META.get("REMOTE_ADDR", "")) or "unknown"


def _read(text: str) -> str:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    if address.version == 6:  # noqa: PLR2004
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        network = ipaddress.ip_network(f"{address}/{IPV6_PREFIX}", strict=False)
        return str(network.network_address)
    return str(address)
