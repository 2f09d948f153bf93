"""Texts, pictures and claims: what a producer drafts and an officer approves."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApprovalsConfig(AppConfig):
    name = "catalog.approvals"
    label = "approvals"
    verbose_name = _("Duyệt nội dung")

    def ready(self) -> None:
        """Say how results read in the inbox, and cut pictures from the outbox."""
        from catalog.journal import notices, outbox

        from .services import pictures
        from .services.deciding import KINDS

        notices.register(*KINDS)
        outbox.handler(pictures.TOPIC)(pictures.cut_picture)
