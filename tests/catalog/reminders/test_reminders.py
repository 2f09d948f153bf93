"""Reminders before a recognition ends: each once, whatever the worker does."""

import threading
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection

from catalog.journal import outbox
from catalog.journal.models import Notice, OutboxMessage
from catalog.lib import clock
from catalog.register.services import extend_certificate, revoke_certificate
from catalog.reminders.models import ReminderDay, ReminderSent
from catalog.reminders.rules import due_step, filing_window
from catalog.reminders.selectors import steps_on
from catalog.reminders.services import send_due
from tests.cast import Cast
from tests.factories.register import CertificateFactory, ProductFactory

pytestmark = pytest.mark.django_db
STEPS = (210, 180, 150, 120, 30)


def ending_in(days: int, **fields):
    return CertificateFactory(expires_on=clock.today() + timedelta(days=days), **fields)


def sent() -> list[int]:
    return list(ReminderSent.objects.order_by("pk").values_list("days", flat=True))


@pytest.mark.parametrize(
    ("left", "step"),
    [
        *((211, None), (210, 210), (181, 210), (180, 180), (150, 150), (121, 150)),
        *((120, 120), (31, 120), (30, 30), (0, 30), (-1, None)),
    ],
)
def test_the_latest_step_whose_day_has_come_is_due(left, step):
    assert due_step(left, STEPS) == step


def test_the_dossier_is_handed_in_between_180_and_120_days():
    assert filing_window(date(2026, 12, 31)) == (date(2026, 7, 4), date(2026, 9, 2))


def test_the_usual_days_stand_in_a_dated_table():
    assert steps_on(date(2026, 11, 24)) == sorted(STEPS)
    assert steps_on(date(2026, 5, 21)) == []


def test_a_recognition_is_reminded_of_five_times_on_its_way_to_the_end():
    ends = ending_in(230).expires_on

    for left in range(230, -2, -1):
        send_due(ends - timedelta(days=left))

    assert sent() == [210, 180, 150, 120, 30]
    assert Notice.objects.filter(kind="certificate.ends").count() == 5


def test_done_twice_it_is_sent_once():
    ending_in(30)

    assert [send_due(), send_due()] == [1, 0]
    assert OutboxMessage.objects.filter(topic="certificate.ends").count() == 1
    assert Notice.objects.count() == 1


def test_days_without_a_worker_are_followed_by_one_reminder():
    ending_in(100)

    send_due()

    assert sent() == [120]


def test_the_rule_follows_its_table():
    ReminderDay.objects.all().update(valid_to=clock.today() - timedelta(days=1))
    ReminderDay.objects.create(days=60, valid_from=clock.today())
    ending_in(60)
    ending_in(61)

    send_due()

    assert sent() == [60]


def test_an_extension_is_reminded_of_anew():
    certificate = ending_in(20)
    send_due()
    extend_certificate(certificate, until=clock.today() + timedelta(days=110))

    send_due()

    assert sent() == [30, 120]


@pytest.mark.parametrize("why", ["revoked", "stopped", "below", "ended"])
def test_what_is_not_sold_is_not_reminded_of(why):
    certificate = ending_in(30, star=2 if why == "below" else 4)
    if why == "revoked":
        revoke_certificate(certificate, ground="stopped", decision_no="1/QĐ")
    elif why == "stopped":
        certificate.product.is_active = False
        certificate.product.save()
    elif why == "ended":
        type(certificate).objects.update(expires_on=clock.today() - timedelta(days=1))

    assert send_due() == 0


def test_the_row_and_its_messages_come_together_or_not_at_all(monkeypatch):
    from catalog.reminders import services

    ending_in(30)

    def fails(*_args, **_fields):
        raise RuntimeError

    monkeypatch.setattr(services.outbox, "post", fails)
    with pytest.raises(RuntimeError):
        send_due()

    assert not ReminderSent.objects.exists()
    assert not Notice.objects.exists()


def test_members_and_the_officers_of_the_place_get_one_letter_each():
    people = Cast()
    people.binh, people.chi, people.dung, people.giang  # Chi sells elsewhere
    ending_in(30, product=ProductFactory(producer=people.producer_a, name="Chè Mẫu"))
    send_due()

    for _ in range(3):
        outbox.drain()

    assert sorted(to for letter in mail.outbox for to in letter.to) == [
        "binh@example.vn",
        "dung@example.vn",
        "giang@example.vn",
    ]
    to_giang = next(letter for letter in mail.outbox if letter.to == ["giang@example.vn"])
    assert "Chè Mẫu" in to_giang.subject
    assert "còn 30 ngày" in to_giang.body
    (html,) = to_giang.alternatives
    assert "/can-bo/sap-het-han/" in html[0]


@pytest.mark.parametrize("count", [1, 30])
def test_looking_costs_the_same_for_one_and_for_thirty(count, django_assert_num_queries):
    for _ in range(count):
        ending_in(30)
    send_due()

    with django_assert_num_queries(1 + len(STEPS)):
        send_due()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_workers_at_once_send_it_once():
    for days in STEPS:
        ReminderDay.objects.get_or_create(days=days, valid_from=date(2026, 5, 22))
    for _ in range(5):
        ending_in(30)
    start, counts = threading.Barrier(4), []

    def work() -> None:
        try:
            start.wait(timeout=10)
            counts.append(send_due())
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert sent() == [30] * 5
    assert OutboxMessage.objects.filter(topic="certificate.ends").count() == 5
    assert sum(counts) == 5
