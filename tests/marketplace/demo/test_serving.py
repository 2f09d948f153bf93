"""``manage.py demo`` as a newcomer runs it: loads, serves, starts again, stops whole."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from marketplace.demo import marker, rows
from marketplace.demo.serving import PortTaken, refuse_taken_port

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def port():
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def begun(folder, port):
    """The demo as a terminal runs it, on SQLite whatever the tests run on."""
    ours = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "PYTHONUNBUFFERED"}
    environment = {k: v for k, v in os.environ.items() if k not in ours}
    return subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--port", str(port)],
        cwd=ROOT,
        env=environment | {"VAR_DIR": str(folder)},
        stdout=(folder / "out.txt").open("w"),
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


@contextmanager
def demo(folder, port):
    """The demo, ended as Ctrl-C ends it."""
    process = begun(folder, port)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=30)


def wait_for(folder, text, process):
    """Seconds until the demo told ``text``."""
    began = time.monotonic()
    while text not in (told := (folder / "out.txt").read_text()):
        assert process.poll() is None, told
        assert time.monotonic() - began < 180, told
        time.sleep(0.1)
    return time.monotonic() - began


@pytest.mark.slow
def test_the_demo_loads_serves_stops_and_starts_again_at_once(tmp_path, port):
    with demo(tmp_path, port) as process:
        wait_for(tmp_path, "Ready after", process)
        wait_for(tmp_path, "old units loaded", process)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
            assert "Làng Sao" in page.read().decode()
    session_is_empty(process.pid)
    assert process.returncode == 0

    with demo(tmp_path, port) as process:
        wait_for(tmp_path, "Ready after", process)
    session_is_empty(process.pid)
    assert "Real products" not in (tmp_path / "out.txt").read_text()


@pytest.mark.slow
def test_a_demo_killed_while_it_loads_is_whole_after_the_next_start(tmp_path, port):
    for moment in ("Schema", "Pictures drawn"):
        process = begun(tmp_path, port)
        wait_for(tmp_path, moment, process)
        process.kill()
        process.wait()

    with demo(tmp_path, port) as process:
        wait_for(tmp_path, "Ready after", process)

    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
        held = {
            table: database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("register_product", "listings_listing", "partner_stockrecord")
        }
    packs = sum(len(offered) for offered in rows.packs().values())
    products = len(rows.real_products()) + len(rows.sample_products())
    assert held == {
        "register_product": products,
        "listings_listing": packs,
        "partner_stockrecord": packs,
    }


def session_is_empty(session):
    """No server and no worker is left behind."""
    for _ in range(50):
        if not list(members(session)):
            return
        time.sleep(0.1)
    pytest.fail("a process of the demo is left")


def members(session):
    """Processes of the session, ended ones aside."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, its_session = stat.read_text().rpartition(")")[2].split()[:4]
            if int(its_session) == session and state != "Z":
                yield stat.parent.name


def test_a_port_in_use_is_refused_before_any_work():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(PortTaken):
            refuse_taken_port("127.0.0.1", other.getsockname()[1])


@pytest.mark.django_db
def test_a_marker_without_its_database_is_not_believed(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    assert not marker.is_loaded()

    marker.note_loaded()

    assert not marker.is_loaded()
