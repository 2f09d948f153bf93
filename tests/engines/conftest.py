"""A market with every engine that a large site has, each of which a test may stop or slow down."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.races.market import ROOT, Market, market
from tests.races.server import Server, serving

from .bucket import Bucket


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Redis:
    """Debian's redis-server on a port of its own; stopped by a signal, it is slow beyond hope."""

    def __init__(self, folder: Path) -> None:
        self.port, self._folder = free_port(), folder
        self._process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self._process = subprocess.Popen(
            command, cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + 20
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.05)
        raise RuntimeError("redis-server does not start")

    def stop(self) -> None:
        if self._process:
            self._process.send_signal(signal.SIGCONT)
            self._process.kill()
            self._process.wait()
            self._process = None

    def hang(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def keys(self) -> list[str]:
        import redis

        return [key.decode() for key in redis.Redis.from_url(self.url).keys("*")]


class Post:
    """An SMTP server that never says a word, or is not there at all."""

    def __init__(self) -> None:
        self.port, self._listener = free_port(), None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def hang(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", self.port))

    def go_on(self) -> None:
        self._listener.close()


@dataclass(frozen=True)
class Site:
    """Everything at once."""

    stall: Market
    server: Server
    redis: Redis
    bucket: Bucket
    post: Post

    def python(self, code: str) -> str:
        """Run a few lines inside the site; what they printed."""
        done = subprocess.run(
            [sys.executable, "-c", f"import django; django.setup()\n{code}"],
            cwd=ROOT,
            env=self.stall.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="package")
def site(tmp_path_factory) -> Iterator[Site]:
    """PostgreSQL, Redis, a bucket and a mail server's address, and two workers of gunicorn."""
    if not os.environ.get("TEST_POSTGRESQL_URL"):
        pytest.skip("no PostgreSQL: TEST_POSTGRESQL_URL is not set")
    if not shutil.which("redis-server"):
        pytest.skip("redis-server is missing. On Debian: apt install redis-server")
    folder = tmp_path_factory.mktemp("engines")
    redis, bucket, post = Redis(folder), Bucket(free_port()), Post()
    redis.start()
    bucket.start()
    try:
        with market("postgresql", folder, goods=1, stock=5) as plain:
            engines = {
                "REDIS_URL": redis.url,
                "S3_URL": bucket.url,
                "EMAIL_URL": post.url,
                "RATE_LIMITS": "look_up=20/10m",
            }
            stall = replace(plain, environment={**plain.environment, **engines})
            with serving(stall) as server:
                yield Site(stall, server, redis, bucket, post)
    finally:
        redis.stop()
        bucket.stop()
