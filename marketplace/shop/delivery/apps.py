"""What a parcel costs and how long it takes, from dated tables."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    name = "marketplace.shop.delivery"
    label = "delivery"
    verbose_name = _("Giao hàng")

    def ready(self) -> None:
        """Say where delivery is kept behind the counter and at the desk."""
        from . import cards

        cards.register()
