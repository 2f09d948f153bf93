"""People: the user, sign-in, roles and memberships."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "marketplace.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"

    def ready(self) -> None:
        """Listen to allauth."""
        from . import receivers  # noqa: F401
