"""From the basket to the order."""

from django.urls import path

from .views import checkout

app_name = "checkout"
urlpatterns = [
    path("", checkout.checkout, name="index"),
    path("tong-tien/", checkout.totals, name="totals"),
    path("xa-phuong/<str:province>/", checkout.communes, name="communes"),
]
