"""What a person does to jobs: stop one, try again what was parked."""

from django.db import transaction

from catalog.journal import audit, jobs, outbox, revival
from catalog.journal.models import Job, OutboxMessage
from marketplace.accounts.models import User


def stop(job: Job, *, actor: User) -> bool:
    """Ask the job to stop; False when it is over already."""
    with transaction.atomic():
        stopped = jobs.cancel(job)
        if stopped:
            audit.record("job.cancel", job, actor=actor, after={"kind": job.kind})
    return stopped


def try_again(job: Job, *, actor: User) -> bool:
    """Let a failed job go on from where it was; False when it has not failed."""
    with transaction.atomic():
        revived = jobs.replay(job)
        if revived:
            audit.record("job.replay", job, actor=actor, after={"kind": job.kind})
    return revived


def send_again(message: OutboxMessage, *, actor: User) -> bool:
    """Send a parked message again; False when it is not parked."""
    with transaction.atomic():
        sent = outbox.retry_parked(key=message.key)
        if sent:
            audit.record("outbox.replay", message, actor=actor, after={"key": message.key})
    return bool(sent)


def run_again(task: str, *, actor: User) -> bool:
    """Run a parked task again; False when it is not parked."""
    with transaction.atomic():
        found = revival.parked().filter(pk=task).first()
        revived = found is not None and revival.replay(task)
        if revived:
            audit.record("task.replay", found, actor=actor, after={"task": found.task_path})
    return revived
