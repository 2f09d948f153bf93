"""Deadlines of complaints. No clock, no database.

Decree 248/2026/NĐ-CP: what an authority asks to be removed is off the site within 24 hours, and
what was said about a listing is kept for a year at least (nothing here is ever deleted).
"""

from datetime import datetime, timedelta

AUTHORITY_TERM = timedelta(hours=24)
HURRY = timedelta(hours=6)


def deadline(requested_at: datetime) -> datetime:
    """Until when the platform has to act on an authority's request."""
    return requested_at + AUTHORITY_TERM


def is_overdue(due_at: datetime | None, moment: datetime) -> bool:
    """Whether the deadline has passed."""
    return due_at is not None and due_at <= moment


def is_pressing(due_at: datetime | None, moment: datetime) -> bool:
    """Whether little of the deadline is left, or nothing."""
    return due_at is not None and due_at - moment <= HURRY
