"""Oscar's order app with our behaviour; the schema stays Oscar's."""

from oscar.apps.order import apps


class OrderConfig(apps.OrderConfig):
    name = "marketplace.shop.order"
