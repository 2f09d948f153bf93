"""A worker that takes few rows at a time and is soon missed: to be killed by tests.

python -m tests.catalog.intake.hasty_worker
"""

import time
from datetime import timedelta

import django

HANDFUL = 5
PAUSE_SECONDS = 0.02  # in each transaction, so that kills hit the middle of one


def main() -> None:
    django.setup()
    from django.core.management import call_command

    from catalog.intake.services import applying, reading
    from catalog.journal import jobs, outbox, revival
    from catalog.journal.management.commands import worker

    revival.SIGN_EVERY = timedelta(seconds=0.3)
    revival.SILENT_AFTER = timedelta(seconds=2)
    worker.SWEEP_SECONDS = 0.5
    outbox.LEASE = timedelta(seconds=2)
    outbox.MAX_ATTEMPTS = jobs.MAX_ATTEMPTS = revival.MAX_TRIES = 50
    reading.HANDFUL = applying.HANDFUL = HANDFUL
    advance = jobs.Handle.advance

    def slowly(self, **told):
        advance(self, **told)
        time.sleep(PAUSE_SECONDS)

    jobs.Handle.advance = slowly
    call_command("worker")


if __name__ == "__main__":
    main()
