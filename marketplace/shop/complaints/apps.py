"""Complaints about a listing."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ComplaintsConfig(AppConfig):
    name = "marketplace.shop.complaints"
    label = "complaints"
    verbose_name = pgettext_lazy("section", "Phản ánh")

    def ready(self) -> None:
        """Bring cards and the words of the inbox."""
        from . import cards, tell

        cards.register()
        tell.register()
