"""The officers' area. Each room brings its own pages below an address of its own."""

from django.urls import include, path

from .views import officer_home

app_name = "desk"
urlpatterns = [
    path("", officer_home.home, name="home"),
    path("", include("marketplace.officers.urls")),
    path("phan-anh/", include("marketplace.shop.complaints.urls_desk")),
    path("sap-het-han/", include("marketplace.renewals.urls_desk")),
    path("giao-hang/", include("marketplace.shop.delivery.urls_desk")),
    path("giao-hang/diem/", include("marketplace.shop.ordering.urls_desk")),
    path("doanh-so/", include("marketplace.shop.reports.urls_desk")),
    path("nguoi-ban/", include("marketplace.shop.admission.urls_desk")),
    path("duyet/", include("marketplace.officers.urls_approvals")),
]
