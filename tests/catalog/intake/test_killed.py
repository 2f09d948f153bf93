"""kill -9 hits the worker while it reads and while it writes: no row is lost or doubled."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from catalog.intake.models import Batch, Row
from catalog.intake.services import ask_to_apply
from catalog.journal.models import AuditEvent, Job
from catalog.register.models import Product
from tests.cast import Cast
from tests.catalog.journal.test_worker import database_url
from tests.factories.register import ProducerFactory, ProductSetFactory

from .tables import PRODUCTS, sent

ROOT = Path(__file__).parents[3]
ROWS, KILLS = 300, 3
PATIENCE_SECONDS = 120


@pytest.fixture
def start_worker(tmp_path):
    """Start one more worker process; those still alive are ended afterwards."""
    workers = []

    def start():
        environment = os.environ | {
            "DATABASE_URL": database_url(),
            "VAR_DIR": str(settings.VAR_DIR),  # the files that were sent lie there
            "DJANGO_SETTINGS_MODULE": "marketplace.settings.dev",
        }
        with (tmp_path / "log").open("a") as log:
            command = [sys.executable, "-m", "tests.catalog.intake.hasty_worker"]
            workers.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log))
        return workers[-1]

    yield start
    for worker in workers:
        worker.kill()
        worker.wait()


def until(true):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < deadline, list(Job.objects.values("kind", "state", "error"))
        time.sleep(0.02)


def killed_midway(start_worker, done, chance):
    """Let workers begin and kill each in the middle, then let one end the job."""
    for kill in range(KILLS):
        worker = start_worker()
        here = done()
        until(lambda here=here: done() > here)
        time.sleep(chance.random() / 10)
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        assert done() < ROWS, f"the job was over before kill {kill}"
    return start_worker()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_killed_while_reading_and_while_writing_nothing_is_lost_or_doubled(start_worker):
    chance = random.Random(4)  # noqa: S311 - no secret
    giang = Cast().giang
    ProducerFactory(name="HTX Mẫu Một")
    ProductSetFactory()
    rows = [[f"Chè {n}", "HTX Mẫu Một", "11", ""] for n in range(ROWS)]
    batch = sent("products", PRODUCTS, *rows, by=giang)

    worker = killed_midway(start_worker, Row.objects.count, chance)
    until(lambda: Batch.objects.get(pk=batch.pk).stage == "ready")
    worker.kill()
    worker.wait()
    assert list(Row.objects.values_list("number", flat=True)) == list(range(2, ROWS + 2))

    ask_to_apply(Batch.objects.get(pk=batch.pk), by=giang)
    killed_midway(start_worker, Product.objects.count, chance)
    until(lambda: Batch.objects.get(pk=batch.pk).stage == "applied")

    names = list(Product.objects.order_by("pk").values_list("name", flat=True))
    assert names == [row[0] for row in rows]
    assert AuditEvent.objects.filter(verb="product.entered").count() == ROWS
    assert set(Row.objects.values_list("state", flat=True)) == {"applied"}
