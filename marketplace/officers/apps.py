"""The register's pages at the officers' desk: producers, products, decisions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfficersConfig(AppConfig):
    name = "marketplace.officers"
    label = "officers"
    verbose_name = _("Bàn làm việc của cán bộ")

    def ready(self) -> None:
        """Bring the desk its cards and menu."""
        from . import cards, cards_approvals

        cards.register()
        cards_approvals.register()
