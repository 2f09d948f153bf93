"""Two workers at once: each message is sent once, and without the claim it is not."""

import threading
import time
from collections import Counter

import pytest
from django.db import connection

from catalog.journal import outbox
from catalog.journal.models import OutboxMessage

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

MESSAGES = 50


def drain_twice_at_once(monkeypatch):
    """Send fifty messages by two threads; answers how often each key was sent."""
    monkeypatch.setattr(outbox, "_handlers", {})
    sent, by_thread = Counter(), Counter()
    start, failures = threading.Barrier(2), []

    @outbox.handler("greeting")
    def greet(payload, key):
        sent[key] += 1
        by_thread[threading.current_thread().name] += 1
        time.sleep(0.002)

    for number in range(MESSAGES):
        outbox.post("greeting", key=f"{number}", payload={})

    def work():
        try:
            start.wait(timeout=10)
            outbox.drain()
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, name=f"worker {n}") for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert failures == []
    return sent, by_thread


def test_two_workers_send_each_message_once(monkeypatch):
    sent, by_thread = drain_twice_at_once(monkeypatch)

    assert sent == {f"{number}": 1 for number in range(MESSAGES)}
    assert len(by_thread) == 2
    assert OutboxMessage.objects.filter(done_at=None).count() == 0


def test_without_the_claim_messages_would_be_sent_twice(monkeypatch):
    monkeypatch.setattr(outbox, "_claim", lambda pk: OutboxMessage.objects.get(pk=pk))

    sent, _ = drain_twice_at_once(monkeypatch)

    assert max(sent.values()) == 2
