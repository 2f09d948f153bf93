"""The account that buyers pay into; below the producer's address."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.account, name="account"),
    path("doi/", views.change, name="change_account"),
    path("dung/", views.close, name="close_account"),
]
