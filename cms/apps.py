"""The showcase: Wagtail page types."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = _("Trang trưng bày")

    def ready(self) -> None:
        """Listen to what pages are made of."""
        from . import receivers  # noqa: F401
