"""Redis as the shared cache, and what happens while it does not answer.

A page must not wait for a cache. An answer is waited for half a second; after a failure Redis is
left alone for a few seconds, so that a slow one costs one request in many, and a folder of this
machine stands in. When Redis answers again it is used again, by itself.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient

log = logging.getLogger(__name__)

TIMEOUTS = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5, "retry": None}
REST_SECONDS = 5
Answer = TypeVar("Answer")


class Breaker:
    """Remembers, for one process, that Redis does not answer."""

    def __init__(self) -> None:
        self._until, self._lock = 0.0, threading.Lock()

    def call(self, ask: Callable[[], Answer], *, otherwise: Callable[[], Answer]) -> Answer:
        """What Redis answers; while it does not, what the other way gives."""
        import redis

        if time.monotonic() < self._until:
            return otherwise()
        try:
            return ask()
        except (redis.RedisError, OSError) as error:
            with self._lock:
                if time.monotonic() >= self._until:
                    log.warning("Redis does not answer (%s); going without for a while", error)
                self._until = time.monotonic() + REST_SECONDS
            return otherwise()

    @property
    def is_open(self) -> bool:
        """Whether Redis is being left alone just now."""
        return time.monotonic() < self._until


BREAKER = Breaker()
SHELTERED = ("add", "get", "set", "touch", "delete", "get_many", "has_key", "incr")
SHELTERED += ("set_many", "delete_many", "clear")


class ShelteredClient(RedisCacheClient):
    """Django's Redis client, each of its methods with another way round."""

    def __init__(self, servers: list[str], *, fallback: str, **options) -> None:
        super().__init__(servers, **TIMEOUTS, **options)
        self._folder = FileBasedCache(fallback, {"OPTIONS": {"MAX_ENTRIES": 20_000}})


def _sheltered(name: str) -> Callable:
    of_redis = getattr(RedisCacheClient, name)

    def method(self: ShelteredClient, *args, **kwargs):
        return BREAKER.call(
            lambda: of_redis(self, *args, **kwargs),
            otherwise=lambda: getattr(self._folder, name)(*args, **kwargs),
        )

    return method


for _name in SHELTERED:
    setattr(ShelteredClient, _name, _sheltered(_name))


class ShelteredRedisCache(RedisCache):
    """The backend that settings name."""

    def __init__(self, server: str, params: dict) -> None:
        super().__init__(server, params)
        self._class = ShelteredClient
