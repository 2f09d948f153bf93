"""The showcase: Wagtail page types."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = "Trang trưng bày"

    def ready(self) -> None:
        """Listen to what pages are made of."""
        from . import receivers  # noqa: F401
