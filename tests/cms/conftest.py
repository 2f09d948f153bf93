"""A small site for most tests, and the demo's whole showcase for those that read it."""

import pytest
from wagtail.models import Locale, Site

from cms.demo import create_showcase, plant_home, plant_news_index
from cms.demo.home import HOME


@pytest.fixture
def home(db):
    """First page and list of stories in both languages; the Vietnamese page is the answer."""
    for code in HOME:
        locale, _ = Locale.objects.get_or_create(language_code=code)
        plant_news_index(plant_home(code, locale), code, locale)
    return Site.objects.get(is_default_site=True).root_page.specific


@pytest.fixture
def showcase(db):
    """All pages of the demo; the Vietnamese first page is the answer."""
    create_showcase()
    return Site.objects.get(is_default_site=True).root_page.specific
