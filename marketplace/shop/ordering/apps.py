"""The order service: one basket becomes one group with an order per producer."""

from django.apps import AppConfig


class OrderingConfig(AppConfig):
    name = "marketplace.shop.ordering"
    label = "ordering"
    verbose_name = "Đặt hàng"

    def ready(self) -> None:
        """Say how the outbox tells of an order, and what signing out takes along."""
        from . import letters, receivers  # noqa: F401 - importing registers the letter

        receivers.connect()
