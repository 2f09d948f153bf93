"""Tell the rooms above that something about products has changed.

``register_changed`` carries ``product_ids``; it is sent inside the transaction of the change.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.dispatch import Signal

register_changed = Signal()

_gathered: ContextVar[set[int] | None] = ContextVar("gathered", default=None)


def tell(sender: type, product_ids: Iterable[int]) -> None:
    """Send the signal, or keep it for the end of ``gathered``."""
    ids = set(product_ids)
    if not ids:
        return
    waiting = _gathered.get()
    if waiting is None:
        register_changed.send(sender=sender, product_ids=ids)
    else:
        waiting |= ids


@contextmanager
def gathered(sender: type) -> Iterator[None]:
    """Send one signal for all that changes within, for loads of many rows."""
    if _gathered.get() is not None:
        yield
        return
    waiting: set[int] = set()
    token = _gathered.set(waiting)
    try:
        yield
    finally:
        _gathered.reset(token)
    tell(sender, waiting)
