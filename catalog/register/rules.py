"""THE GATE: whether a product may be sold and promoted on a day.

Decision 26/2026/QĐ-TTg: recognition is granted from 3 stars (Art. 4), counts 36 months,
keeps force until the result of a re-evaluation for at most 180 days after its end
(Art. 12 cl. 3), and can be revoked (Art. 8). The newest decision governs: once a later one
is in force, an earlier one is never fallen back to. No clock and no database here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

MIN_STAR = 3
LOWEST_STAR = 1
MAX_STAR = 5
VALID_MONTHS = 36
EXTENSION_DAYS = 180
LAST_DISTRICT_DAY = date(2025, 6, 30)
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


def state(recognition: Recognition | None, day: date) -> str:
    """In one word, what a reader must know of a recognition on the day.

    ``unverified`` without any, then ``revoked``, ``replaced``, ``expired``, ``below`` (in
    force, but under the stars that may be sold), ``extended`` and ``valid``.
    """
    if recognition is None or day < recognition.issued_on:
        return "unverified"
    if recognition.revoked_on is not None and recognition.revoked_on <= day:
        return "revoked"
    if recognition.replaced_on is not None and recognition.replaced_on <= day:
        return "replaced"
    if not is_in_force(recognition, day):
        return "expired"
    if not opens_the_gate(recognition.star):
        return "below"
    return "extended" if day > recognition.expires_on else "valid"


def usual_expiry(issued_on: date) -> date:
    """36 months after the decision, on the same day of the month or its last."""
    years, month = divmod(issued_on.month - 1 + VALID_MONTHS, 12)
    year = issued_on.year + years
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(issued_on.day, last))


def longest_extension(expires_on: date) -> date:
    """The last day to which an extension may reach (Art. 12 cl. 3)."""
    return expires_on + timedelta(days=EXTENSION_DAYS)


def may_grant(level: str, star: int, issued_on: date) -> bool:
    """Whether an authority of the level could recognise the star on that day.

    Five stars are the ministry's, lower ones the province's (Art. 4, 7); districts gave three
    under Decision 148/QĐ-TTg until they were abolished on 1/7/2025.
    """
    if level == "ministry":
        return star == MAX_STAR
    if level == "district":
        return star <= MIN_STAR and issued_on <= LAST_DISTRICT_DAY
    return star < MAX_STAR


def is_alcohol(set_no: int) -> bool:
    """Sets 14 and 15: sold to adults, never for cash (Decree 24/2020/NĐ-CP, Article 6)."""
    return set_no in ALCOHOL_SETS
