"""What a producer keeps besides goods and orders."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProducersConfig(AppConfig):
    name = "marketplace.producers"
    label = "producers"
    verbose_name = _("Chủ thể tự quản")

    def ready(self) -> None:
        """Bring cards and menu entries, and send the letters of the inbox."""
        from catalog.journal import notices
        from catalog.journal.regular import regularly

        from . import cards, letters  # noqa: F401 - importing registers the letters
        from .services.reminders import ENDING, tell_of_ending_papers

        cards.register()
        notices.register(ENDING)
        regularly("papers that end soon", every=timedelta(hours=6), do=tell_of_ending_papers)
