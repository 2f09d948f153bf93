"""Oscar's catalogue app with our behaviour; the schema stays Oscar's."""

from oscar.apps.catalogue import apps


class CatalogueConfig(apps.CatalogueConfig):
    name = "marketplace.shop.catalogue"
