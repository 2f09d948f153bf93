"""Decisions: whatever changes a star is proposed by one officer and confirmed by another."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DecisionsConfig(AppConfig):
    name = "catalog.decisions"
    label = "decisions"
    verbose_name = _("Quyết định")
