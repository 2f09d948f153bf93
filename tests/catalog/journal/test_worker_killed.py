"""kill -9 hits the worker again and again: no step of a long job is lost or done twice."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalog.journal import jobs
from catalog.journal.models import AuditEvent, Job, OutboxMessage

from .hasty_worker import STEPS
from .test_worker import database_url

ROOT = Path(__file__).parents[3]
KILLS = 6
PATIENCE_SECONDS = 120


@pytest.fixture
def start_worker(tmp_path):
    """Start one more worker process; those still alive are ended afterwards."""
    workers = []

    def start():
        environment = os.environ | {
            "DATABASE_URL": database_url(),
            "VAR_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "marketplace.settings.dev",
        }
        with (tmp_path / "log").open("a") as log:
            workers.append(
                subprocess.Popen(
                    [sys.executable, "-m", "tests.catalog.journal.hasty_worker"],
                    cwd=ROOT,
                    env=environment,
                    stderr=log,
                )
            )
        return workers[-1]

    yield start
    for worker in workers:
        worker.kill()
        worker.wait()


def until(true, worker=None):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < deadline, Job.objects.values("state", "percent", "attempts")
        assert worker is None or worker.poll() is None
        time.sleep(0.02)


def steps():
    return list(
        AuditEvent.objects.filter(verb="step").order_by("pk").values_list("after__step", flat=True)
    )


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_again_and_again_loses_and_doubles_nothing(start_worker):
    chance = random.Random(4)  # noqa: S311 - no secret
    job = jobs.start("forty-steps", title="Bốn mươi bước")

    for kill in range(KILLS):
        worker = start_worker()
        here = len(steps())
        until(lambda here=here: len(steps()) > here, worker)
        time.sleep(chance.random() / 5)
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        assert len(steps()) < STEPS, f"the job was over before kill {kill}"
    start_worker()
    until(lambda: Job.objects.get(pk=job.pk).is_over)
    until(lambda: not OutboxMessage.objects.filter(topic="step", done_at=None).exists())

    job.refresh_from_db()
    assert job.state == "done"
    assert job.attempts >= KILLS
    assert steps() == list(range(STEPS))
    assert OutboxMessage.objects.filter(topic="step").count() == STEPS
