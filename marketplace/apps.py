"""The project itself: base templates, template tags, the commands that set up a site."""

from django.apps import AppConfig


class MarketplaceConfig(AppConfig):
    name = "marketplace"
    label = "marketplace"
    verbose_name = "Sàn"
