"""The showcase: Wagtail page types."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = "Trang trưng bày"
