"""Dated rules of the shop: how long to answer and to pay, how many cash orders at once."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ConfirmationTerm(models.Model):
    """How long a producer has to answer an order before it runs out, from a day on."""

    hours = models.PositiveSmallIntegerField(_("số giờ"))
    effective_from = models.DateField(_("từ ngày"), unique=True)

    class Meta:
        verbose_name = _("hạn xác nhận đơn")
        verbose_name_plural = pgettext_lazy("plural", "hạn xác nhận đơn")
        ordering = ["-effective_from"]
        constraints = [
            models.CheckConstraint(condition=Q(hours__gt=0), name="confirmation_term_is_some_time")
        ]

    def __str__(self) -> str:
        told = {"hours": self.hours, "day": f"{self.effective_from:%d/%m/%Y}"}
        return str(_("%(hours)s giờ từ %(day)s") % told)


class TransferTerm(models.Model):
    """How long a buyer has to transfer the money before the parcel runs out, from a day on."""

    hours = models.PositiveSmallIntegerField(_("số giờ"))
    effective_from = models.DateField(_("từ ngày"), unique=True)

    class Meta:
        verbose_name = _("hạn chuyển khoản")
        verbose_name_plural = pgettext_lazy("plural", "hạn chuyển khoản")
        ordering = ["-effective_from"]
        constraints = [
            models.CheckConstraint(condition=Q(hours__gt=0), name="transfer_term_is_some_time")
        ]

    def __str__(self) -> str:
        told = {"hours": self.hours, "day": f"{self.effective_from:%d/%m/%Y}"}
        return str(_("%(hours)s giờ từ %(day)s") % told)


class CashLimit(models.Model):
    """How many cash orders of one telephone number or to one address may be open, from a day on.

    Without a row for the day there is no limit.
    """

    per_phone = models.PositiveSmallIntegerField(_("mỗi số điện thoại"))
    per_address = models.PositiveSmallIntegerField(_("mỗi địa chỉ"))
    effective_from = models.DateField(_("từ ngày"), unique=True)

    class Meta:
        verbose_name = _("giới hạn đơn trả tiền mặt")
        verbose_name_plural = pgettext_lazy("plural", "giới hạn đơn trả tiền mặt")
        ordering = ["-effective_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(per_phone__gt=0, per_address__gt=0), name="cash_limit_lets_some_through"
            )
        ]

    def __str__(self) -> str:
        told = {"n": self.per_phone, "m": self.per_address}
        return str(_("%(n)s đơn mỗi số điện thoại, %(m)s mỗi địa chỉ") % told)
