"""Sales by place, star and group: reads orders and writes nothing."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "marketplace.shop.reports"
    label = "sales_reports"
    verbose_name = _("Doanh số")

    def ready(self) -> None:
        """Bring the menu entry."""
        from . import cards

        cards.register()
