"""Tasks whose worker died, and tasks that failed: tried again, and parked after five tries.

The package that keeps tasks in the database runs each once: a worker that is killed leaves its
task "running" for ever, and an error ends it. So each worker gives a sign of life every few
seconds; a running task of a silent worker goes back into the queue, and so does a failed one
after a pause. A task must therefore be harmless when done twice.
"""

import threading
from datetime import timedelta
from typing import Self

from django.db import DatabaseError, close_old_connections, connection
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from . import jobs
from .models import WorkerSign

MAX_TRIES = 5
SIGN_EVERY = timedelta(seconds=10)
SILENT_AFTER = timedelta(seconds=60)
PAUSES = (10, 60, 300, 900)  # seconds after the first, second, third and fourth try
DIED = "The worker died during this try."


class SignOfLife:
    """Tells the database every few seconds, from a thread of its own, that a worker lives."""

    def __init__(self, worker_id: str) -> None:
        self.worker_id = worker_id
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._go_on, daemon=True, name="sign-of-life")

    def __enter__(self) -> Self:
        self._tell()
        self._thread.start()
        return self

    def __exit__(self, *args: object) -> None:
        self._over.set()
        # The sign is left to grow old: deleting it could wait for whoever is writing just now.

    def _go_on(self) -> None:
        while not self._over.wait(SIGN_EVERY.total_seconds()):
            try:
                close_old_connections()
                self._tell()
            except DatabaseError:  # it will be back, and so shall we
                continue
        connection.close()

    def _tell(self) -> None:
        WorkerSign.objects.update_or_create(pk=self.worker_id, defaults={"seen_at": timezone.now()})


def revive() -> int:
    """Give dead and failed tasks another try; answers how many. Two at once do no harm."""
    return _revive_dead() + _revive_failed()


def parked() -> QuerySet[DBTaskResult]:
    """Tasks that failed five times and wait for a person, the newest first."""
    return DBTaskResult.objects.filter(
        status=TaskResultStatus.FAILED, worker_ids__4__isnull=False
    ).order_by("-finished_at")


def replay(pk: str) -> bool:
    """Try a parked task again from the start; False if it is not parked."""
    return bool(
        DBTaskResult.objects.filter(pk=pk, status=TaskResultStatus.FAILED).update(
            status=TaskResultStatus.READY, worker_ids=[], finished_at=None, run_after=timezone.now()
        )
    )


def _revive_dead() -> int:
    silent_since = timezone.now() - SILENT_AFTER
    running = DBTaskResult.objects.filter(
        status=TaskResultStatus.RUNNING, started_at__lt=silent_since
    )
    if not running.exists():
        return 0
    WorkerSign.objects.filter(seen_at__lt=timezone.now() - timedelta(days=1)).delete()
    living = set(WorkerSign.objects.filter(seen_at__gte=silent_since).values_list("pk", flat=True))
    dead = [task for task in running if not living.intersection(task.worker_ids[-1:])]
    return sum(_again(task, was=TaskResultStatus.RUNNING) for task in dead)


def _revive_failed() -> int:
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, worker_ids__4__isnull=True)
    now = timezone.now()
    due = [
        task
        for task in failed
        if task.finished_at + timedelta(seconds=PAUSES[len(task.worker_ids) - 1]) <= now
    ]
    return sum(_again(task, was=TaskResultStatus.FAILED) for task in due)


def _again(task: DBTaskResult, *, was: str) -> int:
    """Back into the queue, or aside after five tries; only if nobody was quicker."""
    held = DBTaskResult.objects.filter(pk=task.pk, status=was, started_at=task.started_at)
    if len(task.worker_ids) < MAX_TRIES:
        return held.update(
            status=TaskResultStatus.READY, finished_at=None, run_after=timezone.now()
        )
    if held.update(
        status=TaskResultStatus.FAILED,
        finished_at=timezone.now(),
        exception_class_path="builtins.TimeoutError",
        traceback=DIED,
    ) and task.task_path.endswith(".run_job"):
        jobs.give_up(task.args_kwargs["args"][0], DIED)
    return 0
