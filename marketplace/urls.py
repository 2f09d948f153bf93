"""All routes on one page; Wagtail comes last because it answers every path."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import views as sitemap_views
from wagtail.documents import urls as wagtaildocs_urls

from cms.sitemaps import ShowcaseSitemap
from marketplace import parts, stylesheet
from marketplace.media import media
from marketplace.shop.listings.sitemaps import SITEMAPS as SHOP_SITEMAPS
from marketplace.shop.listings.views.robots import robots

handler500 = "marketplace.refusals.server_error"
handler429 = "marketplace.refusals.too_many_requests"

SITEMAPS = {**SHOP_SITEMAPS, "trang": ShowcaseSitemap}

urlpatterns = [
    path("giao-dien.<str:version>.css", stylesheet.serve, name="stylesheet"),
    path("robots.txt", robots, name="robots"),
    path(
        "sitemap.xml",
        sitemap_views.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"},
        name="sitemap_index",
    ),
    path("sitemap-<section>.xml", sitemap_views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("", include("marketplace.accounts.urls_doors")),
    path("cms/", include(wagtailadmin_urls)),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("media/<path:path>", media, name="media"),
    path("", include("cms.urls")),
    path("", include("marketplace.shop.urls_oscar")),
]

# Vietnamese has no prefix; English lives below /en/.
urlpatterns += i18n_patterns(
    path("_parts/", parts.parts, name="parts"),
    path("san-pham/", include("marketplace.shop.listings.urls")),
    path("chu-the/", include("marketplace.shop.listings.urls_producers")),
    path("gio-hang/", include("marketplace.shop.ordering.urls_basket")),
    path("thanh-toan/", include("marketplace.shop.ordering.urls_checkout")),
    path("don-hang/", include("marketplace.shop.ordering.urls")),
    path("phan-anh/", include("marketplace.shop.complaints.urls")),
    path("ban-hang/", include("marketplace.areas.urls_producer")),
    path("can-bo/", include("marketplace.areas.urls_officer")),
    path("tai-khoan/viec/", include("marketplace.operations.urls")),
    path("quan-tri/viec-ton/", include("marketplace.operations.urls_staff")),
    path("tai-khoan/", include("marketplace.accounts.urls")),
    path("tai-khoan/", include("allauth.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
