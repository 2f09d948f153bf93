"""People: the user, sign-in, roles and memberships."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "marketplace.accounts"
    label = "accounts"
    verbose_name = _("Tài khoản")

    def ready(self) -> None:
        """Listen to allauth; say how the outbox sends letters that had to wait."""
        from . import letters, receivers  # noqa: F401
