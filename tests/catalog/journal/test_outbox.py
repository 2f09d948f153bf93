"""Messages leave with the fact they tell of, once, and are not forgotten."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from catalog.journal import outbox
from catalog.journal.models import OutboxMessage
from catalog.journal.tasks import drain_outbox

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 11, 24, 5, tzinfo=dt.UTC)


@pytest.fixture
def at(monkeypatch):
    """Set the clock to so many seconds past noon."""

    def set_clock(seconds):
        now = NOON + dt.timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda: now)

    set_clock(0)
    return set_clock


@pytest.fixture
def failing(monkeypatch):
    """A topic that fails until ``mended`` is set; answers how often it was tried."""
    monkeypatch.setattr(outbox, "_handlers", {})

    class Failing:
        tries = 0
        mended = False

    state = Failing()

    @outbox.handler("greeting")
    def greet(payload, key):
        state.tries += 1
        if not state.mended:
            raise ConnectionError("nobody answers")

    return state


def post(key="a", **payload):
    outbox.post("greeting", key=key, payload=payload)


def message():
    return OutboxMessage.objects.get()


def test_a_message_reaches_its_handler_once(monkeypatch):
    monkeypatch.setattr(outbox, "_handlers", {})
    got = []
    outbox.handler("greeting")(lambda payload, key: got.append((payload, key)))

    post("order-1", total=dt.date(2026, 11, 24))
    assert outbox.drain() == outbox.Drained(sent=1)
    assert outbox.drain() == outbox.Drained()

    assert got == [({"total": "2026-11-24"}, "order-1")]
    assert message().done_at is not None


def test_messages_leave_in_the_order_they_were_posted(sent):
    for number in range(120):
        post(f"{number}")

    assert outbox.drain().sent == 120
    assert sent == [f"{number}" for number in range(120)]


def test_the_second_post_of_a_key_does_nothing(sent):
    post("a", n=1)
    post("a", n=2)

    outbox.drain()

    assert (sent, message().payload) == (["a"], {"n": 1})


def test_a_message_goes_with_the_fact_that_is_taken_back(sent):
    with transaction.atomic():
        post()
        transaction.set_rollback(True)

    assert not OutboxMessage.objects.exists()


def test_many_posts_of_one_transaction_ask_for_one_draining(
    sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        post("a")
        post("b")

    assert len(callbacks) == 1
    job = DBTaskResult.objects.get()
    assert job.task_path == "catalog.journal.tasks.drain_outbox"


def test_the_task_drains(sent):
    post()

    assert drain_outbox.call() == {"sent": 1, "failed": 0}


def test_a_message_waits_for_its_time(sent, at):
    outbox.post("greeting", key="a", payload={}, due_at=NOON + dt.timedelta(seconds=60))

    at(59)
    assert outbox.drain().sent == 0
    at(60)
    assert outbox.drain().sent == 1


def test_a_failure_is_tried_again_later_and_later(failing, at):
    post()

    waits = []
    for moment in (0, 60, 300, 1260):
        at(moment)
        assert outbox.drain() == outbox.Drained(failed=1)
        waits.append((message().due_at - timezone.now()).total_seconds())

    assert waits == [60, 240, 960, 3840]
    assert "nobody answers" in message().error


def test_a_failure_does_not_hold_up_the_others(failing, at):
    got = []
    outbox.handler("other")(lambda *given: got.append(given[1]))
    post("a")
    outbox.post("other", key="b", payload={})

    assert outbox.drain() == outbox.Drained(sent=1, failed=1)
    assert got == ["b"]


def test_after_five_tries_a_message_is_parked_with_its_error(failing, at):
    post()
    for day in range(9):
        at(day * 86_400)
        outbox.drain()

    parked = message()
    assert (failing.tries, parked.attempts) == (5, 5)
    assert parked.parked_at == NOON + dt.timedelta(days=4)
    assert "nobody answers" in parked.error


def test_a_parked_message_is_sent_when_a_person_says_so(failing, at):
    post()
    for day in range(5):
        at(day * 86_400)
        outbox.drain()
    failing.mended = True

    assert outbox.retry_parked(topic="other") == 0
    assert outbox.retry_parked(topic="greeting") == 1
    assert outbox.drain().sent == 1

    assert (message().done_at is not None, message().error) == (True, "")


def test_a_topic_that_nobody_knows_is_kept(at, monkeypatch):
    monkeypatch.setattr(outbox, "_handlers", {})
    post()

    assert outbox.drain().failed == 1
    assert "NoHandler: greeting" in message().error


def test_a_topic_has_one_handler(sent):
    with pytest.raises(outbox.HandlerTaken):
        outbox.handler("greeting")(print)


def test_a_message_in_somebodys_hands_is_left_alone_until_the_lease_ends(sent, at):
    post()
    held = outbox._claim(message().pk)
    assert held.attempts == 1

    assert outbox._claim(held.pk) is None
    at(29)
    assert outbox.drain().sent == 0
    at(30)
    assert outbox.drain().sent == 1

    assert sent == ["a"]


def test_who_comes_back_after_the_lease_changes_nothing(sent, at):
    post()
    slow = outbox._claim(message().pk)
    at(30)
    outbox.drain()
    done_at = message().done_at
    at(40)

    outbox._mark_failed(slow)

    assert (message().done_at, message().error) == (done_at, "")


def test_a_message_that_kills_every_process_is_parked(sent, at):
    post()
    for number in range(5):
        at(number * 30)
        assert outbox._claim(message().pk) is not None

    at(150)
    assert outbox.drain().failed == 1

    assert sent == []
    assert message().parked_at is not None
    assert "never came back" in message().error


def test_the_operator_sees_what_is_parked_and_sends_it_again(failing, at, capsys):
    post("order-1")
    outbox.post("greeting", key="later", payload={}, due_at=NOON + dt.timedelta(days=99))
    for day in range(5):
        at(day * 86_400)
        outbox.drain()

    call_command("outbox")
    shown = capsys.readouterr().out.splitlines()
    call_command("outbox", "--retry")

    assert shown == [
        "parked 2026-11-28 05:00 order-1: ConnectionError: nobody answers",
        "1 messages wait",
        "The oldest due work has waited 0 s: ok",
    ]
    assert capsys.readouterr().out == "1 messages will be sent again\n"
    assert not OutboxMessage.objects.exclude(parked_at=None).exists()
