"""When producers and officers are reminded that a recognition ends, and that they were."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReminderDay(models.Model):
    """So many days before the end somebody is reminded, from a day, perhaps to a day."""

    days = models.PositiveSmallIntegerField(_("số ngày trước khi hết hiệu lực"))
    valid_from = models.DateField(_("từ ngày"))
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("mốc nhắc")
        verbose_name_plural = pgettext_lazy("plural", "mốc nhắc")
        ordering = ["-days"]
        constraints = [
            models.UniqueConstraint(fields=["days", "valid_from"], name="reminder_day_once"),
            models.CheckConstraint(condition=Q(days__gt=0), name="reminder_day_is_before_the_end"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="reminder_day_ends_not_before_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return str(self.days)


class ReminderSent(models.Model):
    """One reminder: written once for a certificate, its end and a step, with its messages.

    An extension moves the end, and the steps before the new end come anew.
    """

    certificate = models.ForeignKey(
        "register.Certificate", on_delete=models.PROTECT, related_name="reminders"
    )
    last_day = models.DateField(_("hiệu lực đến hết ngày"))
    days = models.PositiveSmallIntegerField(_("mốc"))
    sent_at = models.DateTimeField(_("nhắc lúc"), auto_now_add=True)

    class Meta:
        verbose_name = _("lần nhắc")
        verbose_name_plural = pgettext_lazy("plural", "lần nhắc")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "last_day", "days"], name="reminder_sent_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.days}"
