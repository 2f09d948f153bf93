"""Tell somebody in their inbox: one line for each event, once, in the reader's own language.

A room registers its kinds when it is ready, with the words; ``notify`` writes a line inside the
transaction of the fact. A kind that goes by mail as well is also put into the outbox, whose
handler knows who reads this inbox.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise

from . import outbox
from .audit import plain
from .models import Notice

TOPIC = "notice"
Words = str | Promise


class KindTaken(ValueError):
    """Two rooms want the same kind."""


class UnknownKind(LookupError):
    """Nobody has said how a notice of this kind reads."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What an event is called in the filter, and how its line reads.

    ``title`` and ``text`` are lazy words with ``%(name)s`` for values of the notice's data.
    """

    name: str
    label: Words
    title: Words
    text: Words = ""
    by_mail: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as it reads in the language of this moment."""

    notice: Notice
    label: str
    title: str
    text: str
    url: str


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Say how notices of these kinds read; called in a room's ``ready``."""
    for kind in kinds:
        if _kinds.setdefault(kind.name, kind) != kind:
            raise KindTaken(kind.name)


def notify(
    addressee: models.Model,
    kind: str,
    *,
    key: object,
    data: dict[str, Any] | None = None,
    link: Iterable[object] = (),
) -> None:
    """Put a line into the inbox of ``addressee``; the same kind and key again does nothing.

    ``link`` is a URL's name and arguments, such as ``("selling:parcel", "htx-mau", "100021")``.
    Raises UnknownKind.
    """
    if kind not in _kinds:
        raise UnknownKind(kind)
    whose = _whose(addressee)
    full_key = f"{kind}:{whose['addressee_id']}:{key}"
    line = Notice(kind=kind, key=full_key, data=plain(data or {}), link=plain_list(link), **whose)
    Notice.objects.bulk_create([line], ignore_conflicts=True)
    if _kinds[kind].by_mail:
        outbox.post(TOPIC, key=f"{TOPIC}:{full_key}", payload={"key": full_key})


def inbox_of(addressee: models.Model) -> QuerySet[Notice]:
    """All lines of an inbox, the newest first."""
    return Notice.objects.filter(**_whose(addressee))


def unread_count(addressee: models.Model) -> int:
    """How many lines nobody has read."""
    return inbox_of(addressee).filter(read_at=None).count()


def mark_read(notices: QuerySet[Notice], *, by: AbstractBaseUser) -> int:
    """Mark lines as read; the first reader stays noted. Answers how many were unread."""
    return notices.filter(read_at=None).order_by().update(read_at=timezone.now(), read_by=by)


def labels_of(notices: QuerySet[Notice]) -> list[tuple[str, str]]:
    """The kinds found among these lines, with their labels."""
    found = set(notices.order_by().values_list("kind", flat=True).distinct())
    return [(kind.name, str(kind.label)) for kind in _kinds.values() if kind.name in found]


def read(notice: Notice) -> Line:
    """The line in words; a kind that no room knows any more still shows its data's title."""
    kind = _kinds.get(notice.kind) or Kind(notice.kind, notice.kind, notice.kind)
    return Line(
        notice=notice,
        label=str(kind.label),
        title=_filled(kind.title, notice.data),
        text=_filled(kind.text, notice.data),
        url=_address(notice.link),
    )


def plain_list(link: Iterable[object]) -> list[str]:
    """The name of a URL and its arguments as JSON keeps them."""
    return [str(part) for part in link]


def _filled(words: Words, data: dict[str, Any]) -> str:
    try:
        return str(words) % data if words else ""
    except KeyError:  # the words have grown since: better bare than lost
        return str(words)


def _address(link: list[str]) -> str:
    if not link:
        return ""
    try:
        return reverse(link[0], args=link[1:])
    except NoReverseMatch:  # the page has moved since
        return ""


def _whose(addressee: models.Model) -> dict[str, str]:
    return {
        "addressee_kind": addressee._meta.label_lower,  # noqa: SLF001 - Django documents it
        "addressee_id": str(addressee.pk),
    }
