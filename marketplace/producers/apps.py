"""What a producer keeps besides goods and orders."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProducersConfig(AppConfig):
    name = "marketplace.producers"
    label = "producers"
    verbose_name = _("Chủ thể tự quản")

    def ready(self) -> None:
        """Bring cards and menu entries, and send the letters of the inbox."""
        from . import cards, letters  # noqa: F401 - importing registers the letters

        cards.register()
