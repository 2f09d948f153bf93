"""Admission to the shop: a checklist, applications, suspensions."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class AdmissionConfig(AppConfig):
    name = "marketplace.shop.admission"
    label = "admission"
    verbose_name = pgettext_lazy("section", "Đăng ký bán")

    def ready(self) -> None:
        """Bring cards and letters; let the worker stop sellers whose notice has run out."""
        from catalog.journal.regular import regularly

        from . import cards, tell
        from .services.suspending import apply_due

        cards.register()
        tell.register()
        regularly("sellers suspended", every=timedelta(minutes=1), do=apply_due)
