"""Which reminder is due. No clock, no database.

Decision 26/2026/QĐ-TTg, Article 12: the dossier of a re-evaluation is handed in not earlier
than 180 and not later than 120 days before the end.
"""

from collections.abc import Iterable
from datetime import date, timedelta

FILE_FROM_DAYS, FILE_UNTIL_DAYS = 180, 120


def due_step(days_left: int, steps: Iterable[int]) -> int | None:
    """The latest reminder whose day has come: after missed days one is sent, not all of them."""
    come = [step for step in steps if step >= days_left]
    return min(come, default=None) if days_left >= 0 else None


def filing_window(last_day: date) -> tuple[date, date]:
    """The days between which the dossier of the re-evaluation is handed in."""
    return last_day - timedelta(FILE_FROM_DAYS), last_day - timedelta(FILE_UNTIL_DAYS)
