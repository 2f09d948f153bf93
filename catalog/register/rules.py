"""THE GATE: may this product be sold and promoted on a day?

Decision 26/2026/QĐ-TTg: recognition is granted from 3 stars (Art. 4), counts 36 months,
keeps force until the result of a re-evaluation for at most 180 days after its end
(Art. 12 cl. 3), and can be revoked (Art. 8). The newest decision governs: once a later one
is in force, an earlier one is never fallen back to. No clock and no database here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

MIN_STAR = 3
MAX_STAR = 5
EXTENSION_DAYS = 180
ALCOHOL_SETS = frozenset({14, 15})


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a certificate says; days are Vietnamese calendar days."""

    star: int
    issued_on: date
    expires_on: date  # the last valid day
    extended_until: date | None = None  # the last valid day of an extension
    revoked_on: date | None = None  # the first day without force
    replaced_on: date | None = None  # the first day of the certificate that follows
    serial: int = 0  # orders two certificates of one day


@dataclass(frozen=True, slots=True)
class Window:
    """Days, both ends included, on which one recognition lets the product be sold."""

    first: date
    last: date
    recognition: Recognition


def last_valid_day(recognition: Recognition) -> date:
    """The last day of force; may lie before ``issued_on`` when revoked at once."""
    last = recognition.extended_until or recognition.expires_on
    for ended in (recognition.revoked_on, recognition.replaced_on):
        if ended is not None:
            last = min(last, ended - timedelta(days=1))
    return last


def is_in_force(recognition: Recognition, day: date) -> bool:
    """Whether the recognition has force on the day."""
    return recognition.issued_on <= day <= last_valid_day(recognition)


def governing(recognitions: Iterable[Recognition], day: date) -> Recognition | None:
    """The newest recognition issued by the day, whether or not it still has force."""
    issued = [r for r in recognitions if r.issued_on <= day]
    return max(issued, key=lambda r: (r.issued_on, r.serial), default=None)


def opens_the_gate(star: int) -> bool:
    """Whether a star is high enough to be sold and promoted."""
    return star >= MIN_STAR


def may_be_sold(recognitions: Iterable[Recognition], day: date) -> bool:
    """THE GATE."""
    newest = governing(recognitions, day)
    return newest is not None and opens_the_gate(newest.star) and is_in_force(newest, day)


def sale_windows(recognitions: Iterable[Recognition]) -> list[Window]:
    """All windows in which the gate is open, in time order and never overlapping."""
    ordered = sorted(recognitions, key=lambda r: (r.issued_on, r.serial))
    windows = []
    for position, recognition in enumerate(ordered):
        last = last_valid_day(recognition)
        for later in ordered[position + 1 :]:
            last = min(last, later.issued_on - timedelta(days=1))
        if opens_the_gate(recognition.star) and last >= recognition.issued_on:
            windows.append(Window(recognition.issued_on, last, recognition))
    return windows


def is_alcohol(set_no: int) -> bool:
    """Sets 14 and 15: sold to adults, never for cash (Decree 24/2020/NĐ-CP, Article 6)."""
    return set_no in ALCOHOL_SETS
