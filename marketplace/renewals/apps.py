"""Recognitions that end soon, at the officers' desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RenewalsConfig(AppConfig):
    name = "marketplace.renewals"
    label = "renewals"
    verbose_name = _("Sắp hết hiệu lực")

    def ready(self) -> None:
        """Bring the card, the menu entry and the letters to officers."""
        from . import cards, letters  # noqa: F401 - importing registers the letters

        cards.register()
