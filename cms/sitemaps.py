"""The showcase's part of the site map."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site

from .models import HomePage


class ShowcaseSitemap(Sitemap):
    """Every live page of both languages."""

    limit = 5_000

    @property
    def protocol(self) -> str:
        """As the public address has it."""
        return urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site: object = None) -> str:  # noqa: ARG002
        """As the public address has it."""
        return urlsplit(settings.BASE_URL).netloc

    def items(self):
        """Pages in the order of the trees."""
        site = Site.objects.select_related("root_page").get(is_default_site=True)
        homes = HomePage.objects.filter(translation_key=site.root_page.translation_key)
        below = Page.objects.none()
        for home in homes:
            below |= Page.objects.descendant_of(home, inclusive=True)
        return below.live().public().order_by("path")

    def location(self, item: Page) -> str:
        return item.get_url()

    def lastmod(self, item: Page):
        return item.last_published_at
