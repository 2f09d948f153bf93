"""The chain over the audit log: whoever changes, removes or slips in a row is named.

The worker seals rows a minute after they were written, so that a transaction still open on
PostgreSQL has come to its end. A seal is the SHA-256 of the seal before it and of its event.
Somebody who rewrites the whole chain changes its head: keep heads outside (a backup's log
prints them) and ask ``verify`` for one of them.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from .models import AuditEvent, AuditSeal

REST = timedelta(minutes=1)
BATCH = 500
BEGINNING = "0" * 64
FIELDS = (
    "id",
    "at",
    "actor_id",
    "verb",
    "object_kind",
    "object_id",
    "before",
    "after",
    "reason",
    "request_id",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the log; ``event`` is the number of the row."""

    event: int
    what: str  # changed, missing, unsealed, broken or cut


def seal_log(*, rest: timedelta = REST) -> int:
    """Seal what has rested long enough; answers how many rows. Two at once do no harm."""
    sealed = 0
    while batch := _unsealed(rest)[:BATCH]:
        previous = head()
        links = []
        for row in batch:
            digest = _digest(previous, row)
            links.append(AuditSeal(event=row["id"], previous=previous, digest=digest))
            previous = digest
        try:
            with transaction.atomic():
                AuditSeal.objects.bulk_create(links)
        except IntegrityError:  # another worker went on from the same head
            return sealed
        sealed += len(links)
    return sealed


def head() -> str:
    """The newest seal, which stands for all rows before it."""
    return AuditSeal.objects.order_by("-id").values_list("digest", flat=True).first() or BEGINNING


def verify(*, known_head: str = "", rest: timedelta = 2 * REST) -> Iterator[Fault]:
    """Every fault of the log, in the order of the chain.

    ``known_head`` is a head noted down before: it must still be in the chain. ``rest`` is how
    old an unsealed row may be.
    """
    previous, seen_head = BEGINNING, not known_head or known_head == BEGINNING
    last = 0
    seals = AuditSeal.objects.order_by("id").iterator(chunk_size=BATCH)
    while chunk := [seal for seal, _ in zip(seals, range(BATCH), strict=False)]:
        rows = AuditEvent.objects.filter(pk__in=[seal.event for seal in chunk])
        found = {row["id"]: row for row in rows.values(*FIELDS)}
        for seal in chunk:
            row = found.get(seal.event)
            if seal.previous != previous:
                yield Fault(seal.event, "broken")
            if row is None:
                yield Fault(seal.event, "missing")
            elif _digest(seal.previous, row) != seal.digest:
                yield Fault(seal.event, "changed")
            previous = seal.digest
            seen_head = seen_head or seal.digest == known_head
            last = seal.event
    for row in _unsealed(rest):
        yield Fault(row["id"], "unsealed")
    if not seen_head:
        yield Fault(last, "cut")


def _unsealed(rest: timedelta):
    rows = AuditEvent.objects.filter(at__lt=timezone.now() - rest)
    sealed = AuditSeal.objects.values("event")
    return rows.exclude(pk__in=sealed).order_by("pk").values(*FIELDS)


def _digest(previous: str, row: dict) -> str:
    at = row["at"].astimezone(UTC)
    told = {**row, "at": at.isoformat()}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()
