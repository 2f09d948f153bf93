"""Values held in a process, dropped in all of them when somebody changes what they are made of.

The version lives in the shared cache, the value in the process's own: reading costs one look
into the shared cache and no query.
"""

import uuid
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import caches
from django.db import transaction

T = TypeVar("T")
DAY = 24 * 3600


def held(key: str, make: Callable[[], T], *, variant: str = "") -> T:
    """The value of ``key`` as last made since ``renew(key)``, made now if need be."""
    return caches["pages"].get_or_set(f"cms:{key}:{_version(key)}:{variant}", make, DAY)


def renew(key: str) -> None:
    """Drop the value everywhere once the change is committed."""
    transaction.on_commit(lambda: caches["default"].set(_name(key), uuid.uuid4().hex, None))


def _version(key: str) -> str:
    # Taken before the value is made: a value is never older than its version.
    shared = caches["default"]
    version = shared.get(_name(key))
    if version is None:
        shared.add(_name(key), uuid.uuid4().hex, None)
        version = shared.get(_name(key))
    return version


def _name(key: str) -> str:
    return f"cms:version:{key}"
