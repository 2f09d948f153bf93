"""A worker whose signs of life come quickly, with a job of forty steps: to be killed by tests.

python -m tests.catalog.journal.hasty_worker
"""

import time
from datetime import timedelta

import django

STEPS = 40


def main() -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from catalog.journal import audit, jobs, outbox, revival
    from catalog.journal.management.commands import worker

    revival.SIGN_EVERY = timedelta(seconds=0.3)
    revival.SILENT_AFTER = timedelta(seconds=2)
    worker.SWEEP_SECONDS = 0.5
    outbox.LEASE = timedelta(seconds=2)
    outbox.MAX_ATTEMPTS = jobs.MAX_ATTEMPTS = revival.MAX_TRIES = 50  # killed more often than that

    @jobs.kind("forty-steps")
    def forty_steps(job):
        for step in range(job.bookmark or 0, STEPS):
            time.sleep(0.05)
            with transaction.atomic():
                audit.record("step", job.job, after={"step": step})
                outbox.post("step", key=f"step:{job.job.pk}:{step}", payload={"step": step})
                job.advance(percent=step, bookmark=step + 1)

    @outbox.handler("step")
    def told(payload, key):
        time.sleep(0.01)

    call_command("worker")


if __name__ == "__main__":
    main()
