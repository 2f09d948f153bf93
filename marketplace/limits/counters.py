"""Counters that several processes share: a small SQLite file of their own, or Redis.

Each count is one atomic statement, so two workers never both get the last turn. The file is not
the site's database: a flood must not queue before the orders, and what a power cut loses of it
harms nobody, so it is not synced. While Redis does not answer, the file counts for this machine.
"""

import logging
import os
import sqlite3
import threading
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Protocol

from django.conf import settings

from marketplace.cache import BREAKER, TIMEOUTS

log = logging.getLogger(__name__)

TABLE = """CREATE TABLE IF NOT EXISTS hits
    (key TEXT PRIMARY KEY, until REAL NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID"""
COUNT = """INSERT INTO hits VALUES (:key, :until, 1) ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN until > :now THEN count + 1 ELSE 1 END,
    until = CASE WHEN until > :now THEN until ELSE :until END
    RETURNING count, until - :now"""
FORGET = "DELETE FROM hits WHERE until <= ?"
FORGET_EVERY = 1000  # counts of a process


class Counter(Protocol):
    """Counts one more; answers how many in this window and the seconds until it ends."""

    def count(self, key: str, seconds: int) -> tuple[int, float]: ...


class FileCounter:
    """For all processes of one machine."""

    def __init__(self, path: Path) -> None:
        self._path, self._own, self._counted = path, threading.local(), 0

    def count(self, key: str, seconds: int) -> tuple[int, float]:
        """One statement; a file that cannot be written counts nothing and stops nobody."""
        now = time.time()
        try:
            link = self._link()
            told = {"key": key, "now": now, "until": now + seconds}
            found = link.execute(COUNT, told).fetchone()
            self._counted += 1
            if self._counted % FORGET_EVERY == 0:
                link.execute(FORGET, [now])
        except sqlite3.Error:
            log.exception("Limits cannot be counted")
            return 1, seconds
        return found

    def _link(self) -> sqlite3.Connection:
        """A connection of this thread of this process: a fork must not share one."""
        if getattr(self._own, "pid", None) != os.getpid():
            link = sqlite3.connect(self._path, timeout=1, isolation_level=None)
            for pragma in ("journal_mode=WAL", "synchronous=OFF"):
                with suppress(sqlite3.OperationalError):  # another process is setting it
                    link.execute(f"PRAGMA {pragma}")
            link.execute(TABLE)
            self._own.link, self._own.pid = link, os.getpid()
        return self._own.link


class RedisCounter:
    """For all machines that share a Redis."""

    def __init__(self, url: str, fallback: Counter) -> None:
        import redis

        self._redis = redis.Redis.from_url(url, **TIMEOUTS)
        self._fallback = fallback

    def count(self, key: str, seconds: int) -> tuple[int, float]:
        """One transaction of Redis."""

        def ask() -> tuple[int, float]:
            with self._redis.pipeline(transaction=True) as pipe:
                pipe.set(f"limit:{key}", 0, ex=seconds, nx=True)
                pipe.incr(f"limit:{key}")
                pipe.ttl(f"limit:{key}")
                _, count, left = pipe.execute()
            return count, max(left, 1)

        return BREAKER.call(ask, otherwise=lambda: self._fallback.count(key, seconds))


@cache
def counter() -> Counter:
    """The counter of this site."""
    local = FileCounter(settings.LIMITS["file"])
    return RedisCounter(settings.LIMITS["redis"], local) if settings.LIMITS["redis"] else local
