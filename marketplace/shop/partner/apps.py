"""Oscar's partner app with our behaviour; the schema stays Oscar's."""

from oscar.apps.partner import apps


class PartnerConfig(apps.PartnerConfig):
    name = "marketplace.shop.partner"
