"""Run the jobs that wait in the database, and see that no outbox message is forgotten."""

import logging
import threading
import time

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django.db.models import QuerySet
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, DEFAULT_TASK_QUEUE_NAME
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from catalog.journal import outbox, regular, revival
from catalog.journal.tasks import LONG, drain_outbox

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
        worker_id = get_random_string(16)
        worker = _worker(worker_id, DEFAULT_TASK_QUEUE_NAME, LONG)
        if not options["once"]:
            # Letters and other short work never wait behind a long job.
            worker = _worker(worker_id, DEFAULT_TASK_QUEUE_NAME)
            worker.configure_signals()
            _start_long_jobs(worker, _worker(worker_id, LONG))
        log.info("Worker %s started", worker_id)
        with revival.SignOfLife(worker_id):
            _work(worker, once=options["once"])
        log.info("Worker %s stopped", worker_id)


def _work(worker: Worker, *, once: bool) -> None:
    next_sweep = time.monotonic()
    while worker.running:
        close_old_connections()
        if time.monotonic() >= next_sweep:
            (settings.VAR_DIR / SIGN_OF_LIFE).touch()
            _sweep()
            regular.do_what_is_due()
            next_sweep = time.monotonic() + SWEEP_SECONDS
        if _waiting(worker).exists():
            worker.run()
        elif once:
            break
        else:
            time.sleep(POLL_SECONDS)


def _start_long_jobs(short: Worker, long: Worker) -> None:
    """Long jobs in a thread, which ends with the process.

    A job cut off by that is taken up by the next worker, as after any other death.
    """

    def work() -> None:
        while short.running:
            try:
                close_old_connections()
                if _waiting(long).exists():
                    long.run()
            except DatabaseError:
                log.exception("The database did not answer; long jobs wait for it")
            time.sleep(POLL_SECONDS)

    threading.Thread(target=work, daemon=True, name="long-jobs").start()


def _waiting(worker: Worker) -> QuerySet[DBTaskResult]:
    return DBTaskResult.objects.ready().filter(queue_name__in=worker.queue_names)


def _worker(worker_id: str, *queues: str) -> Worker:
    """A worker whose ``run`` returns when nothing waits."""
    return Worker(
        queue_names=list(queues),
        interval=0,
        batch=True,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )


def _sweep() -> None:
    """Take up what a crash left lying, and queue a draining if a message is due."""
    revival.revive()
    if outbox.waiting().exists():
        drain_outbox.enqueue()
