"""A gunicorn of two workers on a free port, over a database of its own; workers can be killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from .market import ROOT, Market

GUARDED = "tests.races.warm"
PATIENCE_SECONDS = 60


class NoAnswer(RuntimeError):
    """The server did not answer in time."""


@dataclass(frozen=True)
class Server:
    """A running gunicorn."""

    port: int
    process: subprocess.Popen

    def workers(self) -> list[int]:
        """Process ids of the workers, not of the master."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def kill_workers(self) -> None:
        """Kill every worker where it stands; the master starts new ones."""
        for pid in self.workers():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


@contextmanager
def serving(market: Market, application: str = GUARDED) -> Iterator[Server]:
    """Serve the market until the block ends, with as many threads as the demo has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["gunicorn", application, f"--bind=127.0.0.1:{port}", "--log-level=error"]
    process = subprocess.Popen(
        [sys.executable, "-m", *command, "--workers=2", "--threads=4", "--preload"],
        cwd=ROOT,
        env=market.environment,
        stderr=(market.folder / "server.log").open("a"),
    )
    try:
        _wait(port)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5) as link:
            link.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
            if link.recv(16):
                return
        time.sleep(0.2)
    raise NoAnswer(port)
