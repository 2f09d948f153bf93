"""What happened (append-only) and who must be told (outbox)."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    name = "catalog.journal"
    label = "journal"
    verbose_name = _("Nhật ký")

    def ready(self) -> None:
        """Let the worker seal the audit log."""
        from .regular import regularly
        from .seals import seal_log

        regularly("audit log sealed", every=timedelta(minutes=1), do=seal_log)
