"""The order service: one basket becomes one group with an order per producer."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class OrderingConfig(AppConfig):
    name = "marketplace.shop.ordering"
    label = "ordering"
    verbose_name = pgettext_lazy("section", "Đặt hàng")

    def ready(self) -> None:
        """Say how the outbox tells of orders, what signing out forgets, what waits to be done."""
        from catalog.journal import notices
        from catalog.journal.regular import regularly

        from . import cards, letters, receivers  # noqa: F401 - importing registers the letters
        from .services.moving import expire_unconfirmed
        from .services.paying import expire_unpaid
        from .services.telling import KINDS

        cards.register()
        notices.register(*KINDS)
        regularly("orders nobody answered", every=timedelta(minutes=5), do=expire_unconfirmed)
        regularly("transfers nobody made", every=timedelta(minutes=5), do=expire_unpaid)
        receivers.connect()
