"""Fixtures for all tests; the cast of people is in ``tests/cast.py``."""

import pytest
from django.core.cache import caches


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let one number order as often as a test needs; the limit's own tests set it."""
    from marketplace.shop.ordering.models import CashLimit

    with django_db_blocker.unblock():
        CashLimit.objects.all().delete()


@pytest.fixture(autouse=True)
def _empty_caches():
    """No test sees another's cached pages or limits."""
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()
