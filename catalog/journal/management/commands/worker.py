"""Run the jobs that wait in the database, and see that no outbox message is forgotten."""

import logging
import time

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, DEFAULT_TASK_QUEUE_NAME
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from catalog.journal import outbox, regular, revival
from catalog.journal.tasks import drain_outbox

log = logging.getLogger(__name__)

POLL_SECONDS = 0.5
SWEEP_SECONDS = 20  # with the lease, under a minute from a crash to the next try
SIGN_OF_LIFE = "worker-alive"  # below VAR_DIR; docker-compose.yml looks at its age


class Command(BaseCommand):
    """One is enough; several share the work. SIGTERM lets the job at hand finish."""

    help = "Run waiting jobs until stopped."

    def add_arguments(self, parser) -> None:
        """Tests and cron want an end."""
        parser.add_argument("--once", action="store_true", help="Do what waits, then stop.")

    def handle(self, *args, **options) -> None:
        """Poll for jobs; every so often sweep the outbox and do what is regular."""
        # It announces each of our short rounds as a start and an end.
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        worker = _new_worker()
        if not options["once"]:
            worker.configure_signals()
        log.info("Worker %s started", worker.worker_id)
        with revival.SignOfLife(worker.worker_id):
            _work(worker, once=options["once"])
        log.info("Worker %s stopped", worker.worker_id)


def _work(worker: Worker, *, once: bool) -> None:
    next_sweep = time.monotonic()
    while worker.running:
        close_old_connections()
        if time.monotonic() >= next_sweep:
            (settings.VAR_DIR / SIGN_OF_LIFE).touch()
            _sweep()
            regular.do_what_is_due()
            next_sweep = time.monotonic() + SWEEP_SECONDS
        if DBTaskResult.objects.ready().exists():
            worker.run()
        elif once:
            break
        else:
            time.sleep(POLL_SECONDS)


def _new_worker() -> Worker:
    """A worker whose ``run`` returns when nothing waits."""
    return Worker(
        queue_names=[DEFAULT_TASK_QUEUE_NAME],
        interval=0,
        batch=True,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(16),
        excluded_queue_names=[],
    )


def _sweep() -> None:
    """Take up what a crash left lying, and queue a draining if a message is due."""
    revival.revive()
    if outbox.waiting().exists():
        drain_outbox.enqueue()
