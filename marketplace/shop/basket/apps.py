"""Oscar's basket app with our behaviour; the schema stays Oscar's."""

from oscar.apps.basket import apps


class BasketConfig(apps.BasketConfig):
    name = "marketplace.shop.basket"
