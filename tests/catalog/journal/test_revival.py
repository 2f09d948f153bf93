"""A task whose worker died is done again; one that always fails is parked after five tries."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from catalog.journal import jobs, revival
from catalog.journal.backlog import queue_state
from catalog.journal.models import Job, OutboxMessage, WorkerSign
from catalog.journal.tasks import drain_outbox

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(minutes=5)


def running(*workers, since=LONG_AGO):
    """A task in the hands of the last of ``workers``."""
    pk = drain_outbox.enqueue().id
    DBTaskResult.objects.filter(pk=pk).update(
        status="RUNNING", worker_ids=list(workers), started_at=timezone.now() - since
    )
    return DBTaskResult.objects.get(pk=pk)


def failed(tries, since=LONG_AGO):
    task = running(*"abcde"[:tries])
    DBTaskResult.objects.filter(pk=task.pk).update(
        status="FAILED", finished_at=timezone.now() - since, traceback="x\nOSError: no disk"
    )
    return task


def state(task):
    task.refresh_from_db()
    return task.status


def test_the_task_of_a_silent_worker_goes_back_into_the_queue():
    task = running("dead")

    assert revival.revive() == 1
    assert state(task) == "READY"
    assert list(DBTaskResult.objects.ready()) == [task]


def test_the_task_of_a_living_worker_is_left_alone():
    WorkerSign.objects.create(worker_id="alive", seen_at=timezone.now())
    task = running("alive")

    assert revival.revive() == 0
    assert state(task) == "RUNNING"


def test_a_worker_silent_for_a_minute_counts_as_dead():
    WorkerSign.objects.create(worker_id="stuck", seen_at=timezone.now() - timedelta(seconds=61))
    task = running("stuck")

    assert revival.revive() == 1
    assert state(task) == "READY"


def test_a_task_just_begun_is_left_alone():
    assert revival.revive() == 0
    task = running("new", since=timedelta(seconds=5))

    assert revival.revive() == 0
    assert state(task) == "RUNNING"


def test_a_failed_task_is_tried_again_after_its_pause():
    early = failed(2, since=timedelta(seconds=30))
    due = failed(2, since=timedelta(seconds=61))

    assert revival.revive() == 1
    assert (state(early), state(due)) == ("FAILED", "READY")


def test_after_five_tries_it_is_parked_shown_and_replayed(capsys):
    task = failed(5)

    assert revival.revive() == 0
    assert list(revival.parked()) == [task]
    assert queue_state().parked == 1
    call_command("outbox")
    assert "drain_outbox" in capsys.readouterr().out

    call_command("outbox", "--retry")

    assert state(task) == "READY"
    assert task.worker_ids == []
    assert not revival.parked().exists()


def test_five_deaths_park_the_task():
    task = running(*"abcde")

    assert revival.revive() == 0
    assert state(task) == "FAILED"
    assert task.traceback == revival.DIED


def test_five_deaths_park_the_long_job_too(monkeypatch):
    job = jobs.start("count", title="Đếm")
    Job.objects.update(state="running", attempts=5, started_at=timezone.now())
    DBTaskResult.objects.update(
        status="RUNNING", worker_ids=list("abcde"), started_at=timezone.now() - LONG_AGO
    )

    revival.revive()

    job.refresh_from_db()
    assert (job.state, job.error) == ("failed", revival.DIED)
    assert OutboxMessage.objects.filter(topic=jobs.FINISHED).exists()


def test_the_queues_age_is_that_of_the_oldest_work():
    assert queue_state().oldest_seconds == 0
    pk = drain_outbox.enqueue().id
    DBTaskResult.objects.filter(pk=pk).update(enqueued_at=timezone.now() - timedelta(seconds=700))

    queue = queue_state()
    assert queue.oldest_seconds >= 700
    assert (queue.state, queue.waiting) == ("late", 1)


@pytest.mark.django_db(transaction=True)
def test_a_worker_signs_while_it_works():
    with revival.SignOfLife("w1"):
        sign = WorkerSign.objects.get()

    assert sign.worker_id == "w1"
    assert timezone.now() - sign.seen_at < timedelta(seconds=10)


def test_signs_of_workers_long_gone_are_forgotten():
    WorkerSign.objects.create(worker_id="old", seen_at=timezone.now() - timedelta(days=2))
    running("dead")

    revival.revive()

    assert not WorkerSign.objects.exists()
