"""The worker runs what waits, sweeps up what was forgotten, and stops when told."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from catalog.journal import outbox
from catalog.journal.management.commands.worker import SIGN_OF_LIFE
from catalog.journal.models import OutboxMessage
from catalog.journal.tasks import drain_outbox

ROOT = Path(__file__).parents[3]


@pytest.mark.django_db(transaction=True)
def test_a_job_that_waits_is_run(sent):
    outbox.post("greeting", key="a", payload={})

    call_command("worker", "--once")

    assert sent == ["a"]


@pytest.mark.django_db(transaction=True)
def test_a_message_whose_job_was_lost_is_swept_up_at_the_start(sent):
    OutboxMessage.objects.create(topic="greeting", key="a", due_at=timezone.now())

    call_command("worker", "--once")

    assert sent == ["a"]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_queued_when_nothing_waits(sent):
    from django_tasks_db.models import DBTaskResult

    call_command("worker", "--once")

    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_leaves_a_sign_of_life():
    began = time.time()

    call_command("worker", "--once")

    assert (settings.VAR_DIR / SIGN_OF_LIFE).stat().st_mtime >= began - 1


def database_url():
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    user, secret = (quote(settings[key], safe="") for key in ("USER", "PASSWORD"))
    socket = settings["HOST"] if settings["HOST"].startswith("/") else ""
    host = "" if socket else settings["HOST"]
    address = f"{user}:{secret}@{host}:{settings['PORT']}"
    return f"postgresql://{address}/{settings['NAME']}" + (f"?host={socket}" if socket else "")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_worker_works_and_stops_cleanly_when_told(tmp_path):
    OutboxMessage.objects.create(topic="nobody", key="a", due_at=timezone.now())
    job = drain_outbox.enqueue()
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "VAR_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "marketplace.settings.dev",
    }
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "worker"], cwd=ROOT, env=environment, stderr=subprocess.PIPE
    )
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and worker.poll() is None:
            job.refresh()
            if job.is_finished:
                break
            time.sleep(0.2)
        worker.send_signal(signal.SIGTERM)
        _, log = worker.communicate(timeout=20)
    finally:
        worker.kill()

    assert job.is_finished
    assert worker.returncode == 0, log.decode()
    assert "NoHandler" in OutboxMessage.objects.get().error
