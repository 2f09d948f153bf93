"""What a parcel costs and how long it takes, from dated tables."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "marketplace.shop.delivery"
    label = "delivery"
    verbose_name = "Giao hàng"
