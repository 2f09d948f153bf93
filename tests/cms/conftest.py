"""A site with its first pages in both languages."""

import pytest
from wagtail.models import Site

from cms.demo import create_showcase
from cms.models import HomePage


@pytest.fixture
def showcase(db):
    """The demo's pages; the Vietnamese first page is the answer."""
    create_showcase()
    return Site.objects.get(is_default_site=True).root_page.specific


@pytest.fixture
def english(showcase):
    """The English first page."""
    return HomePage.objects.get(locale__language_code="en")
