"""Oscar's product, opened by the page of the certified product it packs."""

from django.urls import NoReverseMatch, reverse
from oscar.apps.catalogue.abstract_models import AbstractProduct


class Product(AbstractProduct):
    """One pack for sale; the register's product is at ``listing.product``."""

    def get_absolute_url(self) -> str:
        """The certified product's page; packs have none of their own."""
        try:
            return reverse("catalogue:product", args=[self.listing.product.slug])
        except (AttributeError, NoReverseMatch):
            return reverse("catalogue:index")


from oscar.apps.catalogue.models import *
