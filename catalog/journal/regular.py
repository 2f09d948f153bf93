"""What is done again and again: each room says what and how often, the worker does it.

A deed must be harmless when done twice or by two workers at once, and cheap when there is
nothing to do.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Deed:
    """Something to do every so often; ``due`` in the clock of ``time.monotonic``."""

    name: str
    every: timedelta
    do: Callable[[], object]
    due: float = 0.0


_deeds: dict[str, Deed] = {}


def regularly(name: str, *, every: timedelta, do: Callable[[], object]) -> None:
    """Let the worker call ``do`` when it starts and then every so often."""
    _deeds[name] = Deed(name, every, do)


def do_what_is_due() -> list[str]:
    """Call each deed whose time has come; one that fails does not keep the others waiting."""
    done = []
    for deed in _deeds.values():
        if time.monotonic() < deed.due:
            continue
        deed.due = time.monotonic() + deed.every.total_seconds()
        try:
            deed.do()
        except Exception:
            log.exception("Regular deed %s failed; it is tried again", deed.name)
        else:
            done.append(deed.name)
    return done
