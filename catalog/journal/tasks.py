"""Jobs of the journal."""

from dataclasses import asdict

from django_tasks import task

from . import outbox


@task()
def drain_outbox() -> dict[str, int]:
    """Send the messages that are due."""
    return asdict(outbox.drain())
