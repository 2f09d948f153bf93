"""Certified products as goods: sellers, listings, and the flat cards that lists read."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ListingsConfig(AppConfig):
    name = "marketplace.shop.listings"
    label = "listings"
    verbose_name = _("Hàng bán")

    def ready(self) -> None:
        """Let the cards follow what changes."""
        from . import cards, receivers

        cards.register()
        receivers.connect()
