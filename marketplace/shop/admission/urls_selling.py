"""Asking to sell; below the producer's address."""

from django.urls import path

from .views import counter

urlpatterns = [
    path("", counter.admission, name="admission"),
    path("buoc/", counter.step, name="admission_step"),
    path("<int:requirement>/", counter.item, name="admission_item"),
    path("<int:requirement>/tep/", counter.file, name="admission_file"),
]
