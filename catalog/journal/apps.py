"""What happened (append-only) and who must be told (outbox)."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "catalog.journal"
    label = "journal"
    verbose_name = "Nhật ký"
