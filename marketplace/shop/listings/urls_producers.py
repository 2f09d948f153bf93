"""Producers' public pages."""

from django.urls import path

from .views import producers

app_name = "producers"
urlpatterns = [
    path("", producers.producer_list, name="index"),
    path("<slug:slug>/", producers.producer_page, name="detail"),
]
