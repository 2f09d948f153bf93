"""Sales at the officers' desk."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.report, name="sales"),
    path("tai-ve.<str:kind>", views.take_away, name="sales_file"),
]
