"""A gunicorn of two workers on a free port: its rate under wrk, its CPU time, its memory."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("VAR_DIR", ROOT / "var")).resolve()
SETTINGS = "marketplace.settings.dev"
FLOOR, SITE, COUNTED = (
    "tests.bench.floor",
    "marketplace.wsgi",
    "tests.bench.counted",
)
QUERIES_HEADER = "X-Queries"  # of an answer by tests.bench.counted
PATIENCE_SECONDS = 60
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Load:
    """What one run of wrk showed."""

    per_second: float
    cpu_ms: float  # of the server, per request
    errors: int


@dataclass(frozen=True, slots=True)
class Server:
    """A running gunicorn."""

    port: int
    process: subprocess.Popen

    def url(self, path: str) -> str:
        """The whole address of a page."""
        return f"http://127.0.0.1:{self.port}{path}"

    def workers(self) -> list[int]:
        """Process ids of the workers, not of the master."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def cpu_seconds(self) -> float:
        """CPU time of the workers so far; SQLite's is in it."""
        total = 0
        for pid in self.workers():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory_mb(self) -> float:
        """Memory of master and workers, MB; what they share is counted once."""
        return sum(_memory_kb(pid) for pid in (self.process.pid, *self.workers())) / 1024

    def load(self, path: str, *, seconds: int, connections: int = 8) -> Load:
        """Ask for one page as often as the server can answer."""
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
def gunicorn(application: str, *, var: Path, workers: int = 2) -> Iterator[Server]:
    """A server that answers; ended when the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            *("-m", "gunicorn", f"{application}:application"),
            *(f"--bind=127.0.0.1:{port}", f"--workers={workers}", "--log-level=error"),
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "VAR_DIR": str(var),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "DATABASE_URL": "",
            "DEBUG": "",
            "RATE_LIMITS": "off",  # all of the load comes from one address
        },
    )
    server = Server(port, process)
    try:
        _wait(server)
        yield server
    finally:
        process.terminate()
        process.wait(20)


def require_wrk() -> None:
    """End with advice where the load generator is missing."""
    if not shutil.which("wrk"):
        raise SystemExit("wrk is missing. On Debian: apt install wrk")


def _wait(server: Server) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise SystemExit("gunicorn ended; the lines above say why.")
        try:
            urllib.request.urlopen(server.url("/healthz"), timeout=10).read()  # noqa: S310
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise SystemExit(f"The server did not answer within {PATIENCE_SECONDS} s.")


def _memory_kb(pid: int) -> int:
    """The proportional set where the system tells it, else the resident set."""
    for name, line in (("smaps_rollup", "Pss"), ("status", "VmRSS")):
        path = Path(f"/proc/{pid}/{name}")
        if path.exists() and (
            found := re.search(rf"^{line}:\s+(\d+)", path.read_text(), re.MULTILINE)
        ):
            return int(found[1])
    return 0
