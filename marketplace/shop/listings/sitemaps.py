"""Addresses for search engines: what may be sold today, and who makes it."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse

from catalog.lib import clock
from catalog.register.models import Producer

from .models import ProductCard
from .selectors.cards import cards_on


class ShopSitemap(Sitemap):
    """Both languages, each naming the other, at the public address of the site."""

    i18n = True
    alternates = True
    x_default = True
    limit = 2_000

    @property
    def protocol(self) -> str:
        """As the public address has it."""
        return urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site: object = None) -> str:  # noqa: ARG002
        """As the public address has it."""
        return urlsplit(settings.BASE_URL).netloc


class ProductSitemap(ShopSitemap):
    """Products on sale today; never alcohol."""

    def items(self) -> QuerySet[ProductCard]:
        """One card for each."""
        return (
            cards_on(clock.today())
            .order_by("product_id")
            .values_list("slug", "product__updated_at", named=True)
        )

    def location(self, item: ProductCard) -> str:
        """The product's page."""
        return reverse("catalogue:product", args=[item.slug])

    def lastmod(self, item: ProductCard) -> datetime:
        """When its texts changed last."""
        return item.product__updated_at

    def get_latest_lastmod(self) -> datetime | None:
        """Found by the database: there may be very many."""
        return self.items().order_by().aggregate(last=Max("product__updated_at"))["last"]


class ProducerSitemap(ShopSitemap):
    """Active producers."""

    def items(self) -> QuerySet[Producer]:
        """All of them."""
        return Producer.objects.filter(is_active=True).order_by("pk")

    def location(self, item: Producer) -> str:
        """The producer's page."""
        return reverse("producers:detail", args=[item.slug])

    def lastmod(self, item: Producer) -> datetime:
        """When its texts changed last."""
        return item.updated_at

    def get_latest_lastmod(self) -> datetime | None:
        """Found by the database."""
        return self.items().order_by().aggregate(last=Max("updated_at"))["last"]


SITEMAPS = {"san-pham": ProductSitemap, "chu-the": ProducerSitemap}
