"""The register: producers, products, certificates, and the gate."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    name = "catalog.register"
    label = "register"
    verbose_name = _("Sổ đăng ký OCOP")

    def ready(self) -> None:
        """Tell of changes."""
        from . import receivers  # noqa: F401
