"""Staged import: read, judged and shown before anything is written, and undone if need be."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    name = "catalog.intake"
    label = "intake"
    verbose_name = _("Nhập từ bảng tính")

    def ready(self) -> None:
        """Let the worker know how these jobs are done."""
        from . import tasks  # noqa: F401
