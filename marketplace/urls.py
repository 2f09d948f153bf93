"""All routes on one page; Wagtail comes last because it answers every path."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from marketplace import health

urlpatterns = [
    path("healthz", health.healthz),
    path("cms/", include(wagtailadmin_urls)),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("", include("marketplace.shop.urls_oscar")),
]

# Vietnamese has no prefix; English lives below /en/.
urlpatterns += i18n_patterns(
    path("san-pham/", include("marketplace.shop.listings.urls")),
    path("chu-the/", include("marketplace.shop.listings.urls_producers")),
    path("gio-hang/", include("marketplace.shop.basket.urls")),
    path("thanh-toan/", include("marketplace.shop.ordering.urls_checkout")),
    path("don-hang/", include("marketplace.shop.ordering.urls")),
    path("tai-khoan/", include("marketplace.accounts.urls")),
    path("tai-khoan/", include("allauth.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
