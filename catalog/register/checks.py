"""Refusals that forms and services share."""

from datetime import date

from catalog.lib.vietnamese import tidy

from . import rules
from .enums import RevocationGround
from .errors import (
    AuthorityCannotGrant,
    DecisionMissing,
    ExtensionTooLong,
    ExtensionTooShort,
    GroundMissing,
    IssuedInFuture,
    RevokedBeforeIssue,
)


def check_grant(*, level: str, star: int, issued_on: date, decision_no: str, today: date) -> None:
    """Decision 26/2026/QĐ-TTg, Art. 4 and 7: a signed decision of who may grant the star."""
    if not tidy(decision_no):
        raise DecisionMissing
    if issued_on > today:
        raise IssuedInFuture(issued_on=issued_on)
    if not rules.may_grant(level, star, issued_on):
        raise AuthorityCannotGrant(level=level, star=star, issued_on=issued_on)


def check_extension(until: date, *, expires_on: date) -> None:
    """Decision 26/2026/QĐ-TTg, Art. 12 cl. 3: behind the end, and at most 180 days behind."""
    if until <= expires_on:
        raise ExtensionTooShort(expires_on=expires_on)
    limit = rules.longest_extension(expires_on)
    if until > limit:
        raise ExtensionTooLong(days=(until - expires_on).days, limit=limit)


def check_revocation(revoked_on: date, *, issued_on: date, ground: str, decision_no: str) -> None:
    """Decision 26/2026/QĐ-TTg, Art. 8: for one of six grounds, by a decision."""
    if ground not in RevocationGround.values:
        raise GroundMissing
    if not tidy(decision_no):
        raise DecisionMissing("revocation_decision_no")
    if revoked_on < issued_on:
        raise RevokedBeforeIssue(issued_on=issued_on)
