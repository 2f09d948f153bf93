"""Reminders before a recognition ends."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RemindersConfig(AppConfig):
    name = "catalog.reminders"
    label = "reminders"
    verbose_name = _("Nhắc hạn")

    def ready(self) -> None:
        """Say how a reminder reads, and let the worker send what is due."""
        from catalog.journal import notices
        from catalog.journal.regular import regularly

        from .services import KIND, send_due

        notices.register(
            notices.Kind(
                KIND,
                _("Sắp hết hiệu lực"),
                _("Công nhận %(star)s sao của %(product)s còn %(left)s ngày, đến hết %(day)s"),
                _(
                    "Hồ sơ phân hạng lại nộp trong khoảng 180 đến 120 ngày trước ngày hết"
                    " hiệu lực. Hết hiệu lực thì sản phẩm tự dừng bán."
                ),
                by_mail=True,
            )
        )
        regularly("reminders of ends", every=timedelta(minutes=30), do=send_due)
