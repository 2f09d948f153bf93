"""What keeps the site running: long jobs and their pages, parked work, backups."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    name = "marketplace.operations"
    label = "operations"
    verbose_name = _("Vận hành")

    def ready(self) -> None:
        """Say how the outbox tells of jobs that ended."""
        from . import letters  # noqa: F401 - importing registers them
