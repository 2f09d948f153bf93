"""Provinces, communes and old units, each with its dates."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "catalog.places"
    label = "places"
    verbose_name = "Địa giới"
