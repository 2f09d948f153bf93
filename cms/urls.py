"""Routes of the showcase beside Wagtail's own; the same in every language."""

from django.urls import path

from . import views

urlpatterns = [path("giao-dien.css", views.theme, name="theme")]
