"""Jobs of the journal."""

from dataclasses import asdict

from django_tasks import task

from . import jobs, outbox

LONG = "long"  # a queue of its own, so that no letter waits behind an import


@task()
def drain_outbox() -> dict[str, int]:
    """Send the messages that are due."""
    return asdict(outbox.drain())


@task(queue_name=LONG)
def run_job(pk: str) -> str:
    """Do a long job, or go on with it where an earlier try ended."""
    return str(jobs.run(pk))
