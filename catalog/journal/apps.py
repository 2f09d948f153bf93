"""What happened (append-only) and who must be told (outbox)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    name = "catalog.journal"
    label = "journal"
    verbose_name = _("Nhật ký")
