"""The village and the browser, opened once for all journeys; visitors come and go.

``package`` and not ``session``: while Playwright runs, Django takes this thread for an
asynchronous one and refuses the database to every test that would follow.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from .states import States
from .visitor import Visitor, open_door

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
PATIENCE_SECONDS = 180


def _need_chromium() -> None:
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is missing. On Debian: apt install chromium")


@pytest.fixture(scope="package")
def village(tmp_path_factory) -> Iterator[str]:
    """The address of the village's server."""
    _need_chromium()
    folder = tmp_path_factory.mktemp("village")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "marketplace.settings.dev",
        "BASE_URL": base,
        "DATABASE_URL": "",
        "DEBUG": "",
        "RATE_LIMITS": "off",  # all visitors come from one address
    }
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.village", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(server, folder)
        yield base
    finally:
        server.terminate()
        server.wait(20)


def _wait(server: subprocess.Popen, folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (folder / "ready").exists():
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The village does not answer:\n{(folder / 'log').read_text()}")
        time.sleep(0.2)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Debian's browser, without a window."""
    _need_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def states(chromium, village) -> States:
    """What browsers hold after some walk: a full basket, an order, a signed-in person."""
    return States(chromium, village)


@pytest.fixture
def visit(chromium, village) -> Iterator[Callable[..., Visitor]]:
    """Open a browser for one more visitor; whatever it complained about fails the test."""
    visitors = []

    def opened(**wishes) -> Visitor:
        visitors.append(open_door(chromium, village, **wishes))
        return visitors[-1]

    yield opened
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    for visitor in visitors:
        visitor.leave()
    assert complaints == []
