"""Where buyers' money goes: the sellers' bank accounts. The platform holds none of it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PayingConfig(AppConfig):
    name = "marketplace.shop.paying"
    label = "paying"
    verbose_name = _("Nhận tiền")

    def ready(self) -> None:
        """Say how members are told, and what the producers' area shows."""
        from . import cards, letters  # noqa: F401 - importing registers the letters

        cards.register()
