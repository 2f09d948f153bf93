"""A gunicorn of two workers on a free port: its rate under wrk, its CPU time, its memory."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Load:
    """What one run of wrk showed."""

    per_second: float
    cpu_ms: float  # of the server, per request
    errors: int


@dataclass(frozen=True)
class Server:
    """A running gunicorn."""

    port: int
    process: subprocess.Popen

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def workers(self) -> list[int]:
        """Process ids of the workers, not of the master."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def cpu_seconds(self) -> float:
        """CPU time of the workers so far."""
        total = 0
        for pid in self.workers():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory_mb(self) -> float:
        """Proportional memory of master and workers, MB."""
        total = 0
        for pid in [self.process.pid, *self.workers()]:
            found = re.search(
                r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE
            )
            total += int(found[1]) if found else 0
        return total / 1024

    def load(self, path: str, *, seconds: int = 5, connections: int = 8) -> Load:
        """Ask for one page as often as the server can answer."""
        urllib.request.urlopen(self.url(path), timeout=20).read()  # noqa: S310
        before = self.cpu_seconds()
        shown = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", self.url(path)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        spent = self.cpu_seconds() - before
        requests = int(re.search(r"(\d+) requests in", shown)[1])
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", shown)[1])
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)", shown)
        return Load(rate, 1000 * spent / max(requests, 1), int(bad[1]) if bad else 0)


@contextmanager
def gunicorn(application: str, **environment: str):
    """Two workers, warmed up; ended when the block ends."""
    if not shutil.which("wrk"):
        raise SystemExit("wrk is missing: install Debian's package wrk")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            application,
            f"--bind=127.0.0.1:{port}",
            "--workers=2",
            "--log-level=warning",
        ],
        cwd=ROOT,
        env={**os.environ, **environment},
    )
    try:
        _wait(port)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    for _ in range(120):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as link:
                link.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
                if link.recv(16):
                    return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("the server did not answer within a minute")
