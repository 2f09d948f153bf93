"""The register: producers, products, certificates, and the gate."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "catalog.register"
    label = "register"
    verbose_name = "Sổ đăng ký OCOP"

    def ready(self) -> None:
        """Tell of changes."""
        from . import receivers  # noqa: F401
