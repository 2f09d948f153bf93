"""Tell the world outside, at least once and normally once.

A message is written in the transaction of the fact it tells of, so neither is there without
the other. Draining claims each message by a conditional update that also sets a lease: until
the lease ends nobody else takes it, and if the process dies it is taken again afterwards.
Handlers run outside of any transaction and get the key, so that they can tell a repetition.
"""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from .audit import plain
from .models import OutboxMessage

log = logging.getLogger(__name__)

Handler = Callable[[dict, str], None]

LEASE = timedelta(seconds=30)  # longer than any handler takes
MAX_ATTEMPTS = 5
FIRST_DELAY = timedelta(minutes=1)
DELAY_GROWTH = 4  # 1, 4, 16 and 64 minutes
BATCH = 50

_handlers: dict[str, Handler] = {}


class NoHandler(LookupError):
    """Nobody has said how to tell of this topic."""


class HandlerTaken(ValueError):
    """Two functions want the same topic."""


@dataclass(slots=True)
class Drained:
    """What one draining did."""

    sent: int = 0
    failed: int = 0


def handler(topic: str) -> Callable[[Handler], Handler]:
    """Register ``function(payload, key)`` for a topic; import its module in ``ready()``."""

    def register(function: Handler) -> Handler:
        if _handlers.setdefault(topic, function) is not function:
            raise HandlerTaken(topic)
        return function

    return register


def post(topic: str, *, key: str, payload: dict, due_at: datetime | None = None) -> None:
    """Queue a message inside the transaction of its fact; a second post of a key does nothing."""
    message = OutboxMessage(
        topic=topic, key=key, payload=plain(payload), due_at=due_at or timezone.now()
    )
    OutboxMessage.objects.bulk_create([message], ignore_conflicts=True)
    pending = {function for _, function, *_ in transaction.get_connection().run_on_commit}
    if _wake not in pending:
        transaction.on_commit(_wake, robust=True)


def drain() -> Drained:
    """Send what is due, oldest first, until nothing is; safe to run many times at once."""
    drained = Drained()
    last = 0
    while ids := list(waiting().filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        for pk in ids:
            message = _claim(pk)
            if message is not None:
                _send(message, drained)
        last = ids[-1]
    return drained


def waiting() -> QuerySet[OutboxMessage]:
    """Messages due now that nobody holds."""
    return OutboxMessage.objects.filter(
        done_at=None, parked_at=None, due_at__lte=timezone.now()
    ).order_by("pk")


def retry_parked(*, topic: str = "", key: str = "") -> int:
    """Try parked messages (of a topic, or the one of a key) again; answers how many."""
    parked = OutboxMessage.objects.filter(parked_at__isnull=False, done_at=None)
    if topic:
        parked = parked.filter(topic=topic)
    if key:
        parked = parked.filter(key=key)
    count = parked.update(parked_at=None, attempts=0, due_at=timezone.now())
    if count:
        _wake()
    return count


def _wake() -> None:
    # The task stands a storey above; it is known by then.
    from .tasks import drain_outbox

    drain_outbox.enqueue()


def _claim(pk: int) -> OutboxMessage | None:
    """Take the message for the length of a lease, unless somebody else was quicker."""
    now = timezone.now()
    taken = (
        waiting().filter(pk=pk).order_by().update(due_at=now + LEASE, attempts=F("attempts") + 1)
    )
    return OutboxMessage.objects.get(pk=pk) if taken else None


def _send(message: OutboxMessage, drained: Drained) -> None:
    try:
        if message.attempts > MAX_ATTEMPTS:
            # Every try ended with the death of its process: do not let it kill one more.
            raise TimeoutError("The last try never came back.")  # noqa: TRY301
        if message.topic not in _handlers:
            raise NoHandler(message.topic)  # noqa: TRY301
        _handlers[message.topic](message.payload, message.key)
    except Exception:
        log.exception("Outbox message %s failed, try %s", message.key, message.attempts)
        _mark_failed(message)
        drained.failed += 1
    else:
        _held(message).update(done_at=timezone.now(), error="")
        drained.sent += 1


def _mark_failed(message: OutboxMessage) -> None:
    """Put it back for later, or aside for a person to look at."""
    now = timezone.now()
    if message.attempts >= MAX_ATTEMPTS:
        _held(message).update(parked_at=now, error=traceback.format_exc())
        return
    delay = FIRST_DELAY * DELAY_GROWTH ** (message.attempts - 1)
    _held(message).update(due_at=now + delay, error=traceback.format_exc())


def _held(message: OutboxMessage) -> QuerySet[OutboxMessage]:
    """The message as long as our claim is the last one."""
    return OutboxMessage.objects.filter(pk=message.pk, attempts=message.attempts)
