"""The seller's own delivery; below the producer's address."""

from django.urls import path

from .views import selling

urlpatterns = [
    path("", selling.delivery, name="delivery"),
    path("bang-phi/", selling.table, name="delivery_table"),
    path("cach-giao/", selling.terms, name="delivery_terms"),
    path("bo/", selling.take_back, name="delivery_take_back"),
]
