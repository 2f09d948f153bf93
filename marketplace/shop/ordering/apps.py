"""The order service: one basket becomes one group with an order per producer."""

from django.apps import AppConfig


class OrderingConfig(AppConfig):
    name = "marketplace.shop.ordering"
    label = "ordering"
    verbose_name = "Đặt hàng"
