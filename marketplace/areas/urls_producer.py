"""The producers' area. Each room's pages stand below the producer's own address."""

from django.urls import include, path

from .views import producer_home

app_name = "selling"
urlpatterns = [
    path("", producer_home.choose, name="index"),
    path("<slug:producer>/", producer_home.home, name="home"),
    path("<slug:producer>/don/", include("marketplace.shop.ordering.urls_selling")),
    path("<slug:producer>/nhan-tien/", include("marketplace.shop.paying.urls_selling")),
    path("<slug:producer>/giao-hang/", include("marketplace.shop.delivery.urls_selling")),
    path("<slug:producer>/hang/", include("marketplace.shop.listings.urls_selling")),
    path("<slug:producer>/", include("marketplace.producers.urls")),
    path("<slug:producer>/phan-anh/", include("marketplace.shop.complaints.urls_selling")),
    path("<slug:producer>/dang-ky-ban/", include("marketplace.shop.admission.urls_selling")),
]
