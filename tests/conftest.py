"""Fixtures for all tests; the cast of people is in ``tests/cast.py``."""

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def _empty_caches():
    """No test sees another's cached pages or limits."""
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()
