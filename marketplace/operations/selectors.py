"""Reads for the page on parked work."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from catalog.journal import backlog
from catalog.journal.backlog import QueueState
from catalog.journal.models import Job, OutboxMessage

MANY = 100  # whoever has more parked than this has one fault, not a hundred


@dataclass(frozen=True, slots=True)
class Parked:
    """What failed five times and waits for a person."""

    jobs: QuerySet[Job]
    messages: QuerySet[OutboxMessage]
    tasks: QuerySet[DBTaskResult]
    queue: QueueState


def parked() -> Parked:
    """Everything parked, the newest first, and how long the queue is."""
    return Parked(
        jobs=backlog.failed_jobs()[:MANY],
        messages=backlog.parked_messages()[:MANY],
        tasks=backlog.parked_tasks()[:MANY],
        queue=backlog.queue_state(),
    )
