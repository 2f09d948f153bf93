"""The due list at the officers' desk."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.ending, name="ending"),
    path("tai-ve.<str:kind>", views.take_away, name="ending_file"),
]
