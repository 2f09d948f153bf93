"""From a sample product's state to the certificates that show it, counted from the load day.

Days are relative so that the demo does not rot: what ends soon ends soon whenever it is
loaded. Recognition counts 36 months (Decision 26/2026/QĐ-TTg, Article 12).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS = 36
EXTENSION_DAYS = 180
STARS_BEFORE_UPGRADE = 3


class State(StrEnum):
    """What a visitor shall find when opening the product's page."""

    VALID = "valid"
    ENDS_SOON = "ends_soon"
    EXTENDED = "extended"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"  # upgraded: an earlier certificate, and the one that follows it
    TWO_STAR = "two_star"
    UNVERIFIED = "unverified"


SELLABLE = frozenset({State.VALID, State.ENDS_SOON, State.EXTENDED, State.REPLACED})


@dataclass(frozen=True, slots=True)
class Grant:
    """The days and the star of one certificate."""

    star: int
    issued_on: date
    expires_on: date
    extended_until: date | None = None
    revoked_on: date | None = None
    replaced_on: date | None = None


def grants(
    state: State, *, star: int, issued_days_ago: int, ended_days_ago: int | None, today: date
) -> list[Grant]:
    """The certificates of one product, oldest first; none for one that nobody has rated."""
    if state is State.UNVERIFIED:
        return []
    issued = today - timedelta(days=issued_days_ago)
    expires = months_later(issued, MONTHS)
    ended = today - timedelta(days=ended_days_ago) if ended_days_ago is not None else None
    if state is State.EXTENDED:
        until = expires + timedelta(days=EXTENSION_DAYS)
        return [Grant(star, issued, expires, extended_until=until)]
    if state is State.REVOKED:
        return [Grant(star, issued, expires, revoked_on=ended)]
    if state is State.REPLACED:
        return [
            Grant(STARS_BEFORE_UPGRADE, issued, expires, replaced_on=ended),
            Grant(star, ended, months_later(ended, MONTHS)),
        ]
    return [Grant(star, issued, expires)]


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError(day)
