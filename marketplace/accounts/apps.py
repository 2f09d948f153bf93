"""People: the user, sign-in, roles and memberships."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "marketplace.accounts"
    label = "accounts"
    verbose_name = _("Tài khoản")

    def ready(self) -> None:
        """Listen to allauth; say how letters are sent, and how memberships read in the inbox."""
        from catalog.journal import notices

        from . import letters, letters_members, receivers  # noqa: F401 - they register
        from .services.members import KINDS

        notices.register(*KINDS)
