"""A reminder to the officers of the place: one outbox message for each of them, sent once."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.journal import outbox
from catalog.reminders.models import ReminderSent
from catalog.reminders.services import TOPIC
from marketplace import letters
from marketplace.accounts.models import User

from .selectors import officers_of

TO_ONE = "certificate.ends.officer"


@outbox.handler(TOPIC)
def share_out(payload: dict, key: str) -> None:
    """One message for each officer, so that a letter that fails repeats nobody else's."""
    reminder = _reminder(payload)
    for officer in officers_of(reminder.certificate.product.producer):
        outbox.post(TO_ONE, key=f"{key}:{officer.pk}", payload=payload | {"user": officer.pk})


@outbox.handler(TO_ONE)
def write_to_officer(payload: dict, key: str) -> None:
    """The letter, if the officer is still there."""
    officer = User.objects.filter(pk=payload["user"], is_active=True).first()
    if officer is None or not officer.email:
        return
    reminder = _reminder(payload)
    with override(officer.language):
        told = {"name": reminder.certificate.product.name, "left": payload["left"]}
        letters.send(
            "renewals/letters/ends",
            key=key.replace(":", "."),
            to=officer.email,
            subject=_("%(name)s: công nhận còn %(left)s ngày") % told,
            context={
                "reminder": reminder,
                "certificate": reminder.certificate,
                "product": reminder.certificate.product,
                "left": payload["left"],
                "url": letters.absolute(reverse("desk:ending")),
            },
            language=officer.language,
        )


def _reminder(payload: dict) -> ReminderSent:
    rows = ReminderSent.objects.select_related("certificate__product__producer__commune")
    return rows.get(pk=payload["reminder"])
