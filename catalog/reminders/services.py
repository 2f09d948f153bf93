"""Reminding, once for each step: the row that says so and the messages are one transaction."""

from datetime import date

from django.db import IntegrityError, transaction

from catalog.journal import notices, outbox
from catalog.lib import clock
from catalog.register.models import Certificate

from .models import ReminderSent
from .selectors import steps_on, unreminded

TOPIC = "certificate.ends"  # for officers; the room that knows them sends the letters
KIND = "certificate.ends"  # for the producer's inbox, which goes by mail as well
BATCH = 200


def send_due(day: date | None = None) -> int:
    """Write what is due today; answers how many. Done twice or by two workers: once each.

    The step is the latest one whose day has come, so a week without a worker is followed by
    one reminder and not by several.
    """
    today = day or clock.today()
    steps = steps_on(today)
    before = dict(zip(steps, [-1, *steps], strict=False))
    sent = 0
    for step in steps:
        while done := _send_batch(today, step, before[step]):
            sent += done
    return sent


def _send_batch(day: date, step: int, after: int) -> int:
    rows = unreminded(day, step=step, after=after).select_related("product__producer")
    return sum(_remind(certificate, step, day) for certificate in rows[:BATCH])


def _remind(certificate: Certificate, step: int, day: date) -> bool:
    try:
        with transaction.atomic():
            reminder = ReminderSent.objects.create(
                certificate=certificate, last_day=certificate.last_day, days=step
            )
            _tell(reminder, days_left=(certificate.last_day - day).days)
    except IntegrityError:  # another worker was quicker
        return False
    return True


def _tell(reminder: ReminderSent, *, days_left: int) -> None:
    product = reminder.certificate.product
    data = {
        "product": product.name,
        "star": reminder.certificate.star,
        "day": f"{reminder.last_day:%d/%m/%Y}",
        "left": days_left,
    }
    link = ("catalogue:product", product.slug)
    notices.notify(product.producer, KIND, key=reminder.pk, data=data, link=link)
    outbox.post(
        TOPIC, key=f"{TOPIC}:{reminder.pk}", payload={"reminder": reminder.pk, "left": days_left}
    )
