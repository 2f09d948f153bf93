"""The numbers of the desk's first page."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from catalog.decisions.models import Proposal
from catalog.register.models import Certificate

SOON = timedelta(days=180)  # a re-evaluation is filed 180 to 120 days before the end


@dataclass(frozen=True, slots=True)
class Waiting:
    """Proposals that wait: those of colleagues, and one's own."""

    others: int
    mine: int


def waiting(scope: Q, *, viewer_id: int) -> Waiting:
    """How many proposals of the places wait."""
    mine = Q(proposed_by=viewer_id)
    found = (
        Proposal.objects.waiting()
        .filter(scope)
        .aggregate(others=Count("pk", filter=~mine), mine=Count("pk", filter=mine))
    )
    return Waiting(**found)


def ending(scope: Q, day: date) -> int:
    """How many recognitions in force end within ``SOON``."""
    return ending_soon(day).filter(scope).count()


def ending_soon(day: date):
    """The certificates that govern on the day and end within ``SOON``."""
    ends = Q(extended_until=None, expires_on__range=(day, day + SOON)) | Q(
        extended_until__range=(day, day + SOON)
    )
    return Certificate.objects.opening_the_gate_on(day).filter(ends)
