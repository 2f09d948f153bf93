"""How work behind the pages stands: what waits, for how long, and what needs a person."""

from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from . import revival
from .models import Job, OutboxMessage

DUE = Q(parked_at=None)
LATE = 600  # seconds a message or a task may wait before the queue is called late


@dataclass(frozen=True, slots=True)
class QueueState:
    """How long the oldest due message or task has waited, and what needs a person."""

    oldest_seconds: int
    waiting: int
    parked: int

    @property
    def state(self) -> str:
        """``late`` when the worker does not keep up, or does not run."""
        return "late" if self.oldest_seconds > LATE else "ok"


def queue_state() -> QueueState:
    """Messages and tasks together, as ``/readyz`` and ``manage.py outbox`` tell them."""
    now = timezone.now()
    messages = OutboxMessage.objects.filter(done_at=None).aggregate(
        since=Min("due_at", filter=DUE & Q(due_at__lte=now)),
        waiting=Count("pk", filter=DUE & Q(due_at__lte=now)),
        parked=Count("pk", filter=~DUE),
    )
    tasks = DBTaskResult.objects.filter(status=TaskResultStatus.READY).aggregate(
        since=Min("enqueued_at"), waiting=Count("pk")
    )
    since = [found["since"] for found in (messages, tasks) if found["since"]]
    return QueueState(
        oldest_seconds=int((now - min(since)).total_seconds()) if since else 0,
        waiting=messages["waiting"] + tasks["waiting"],
        parked=messages["parked"] + failed_jobs().count() + parked_tasks().count(),
    )


def failed_jobs() -> QuerySet[Job]:
    """Long jobs that were given up, the newest first."""
    return Job.objects.filter(state=Job.State.FAILED).order_by("-finished_at")


def parked_messages() -> QuerySet[OutboxMessage]:
    """Messages that failed five times, the newest first."""
    return OutboxMessage.objects.filter(parked_at__isnull=False, done_at=None).order_by(
        "-parked_at"
    )


def parked_tasks() -> QuerySet[DBTaskResult]:
    """Tasks that failed five times; a long job that was given up stands among the jobs."""
    return revival.parked().exclude(task_path__endswith=".run_job")
