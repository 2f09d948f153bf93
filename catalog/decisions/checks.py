"""What is wrong with a proposal, asked with the register's own checks."""

from catalog.lib import clock
from catalog.register.checks import check_extension, check_grant, check_revocation
from catalog.register.errors import DecisionMissing, ReplacementOlder
from catalog.register.rules import LOWEST_STAR, MAX_STAR

from .enums import GRANTING, ProposalKind
from .errors import DayMissing, EndsBeforeItBegins, NotLower, ReasonMissing, StarMissing
from .models import Proposal


def check_proposal(proposal: Proposal) -> None:
    """Refuse what could never be confirmed; asks no database but for what is loaded.

    Raises a RegisterError that names the field and the cure.
    """
    if not proposal.reason:
        raise ReasonMissing
    if not proposal.decision_no:
        raise DecisionMissing
    if proposal.decided_on is None:
        raise DayMissing("decided_on")
    if proposal.kind in GRANTING:
        _check_granting(proposal)
    elif proposal.kind == ProposalKind.EXTEND:
        if proposal.extended_until is None:
            raise DayMissing("extended_until")
        check_extension(proposal.extended_until, expires_on=proposal.certificate.expires_on)
    else:
        check_revocation(
            proposal.revoked_on,
            issued_on=proposal.certificate.issued_on,
            ground=proposal.ground,
            decision_no=proposal.decision_no,
        )


def _check_granting(proposal: Proposal) -> None:
    if proposal.star is None or not LOWEST_STAR <= proposal.star <= MAX_STAR:
        raise StarMissing
    old = proposal.certificate
    if proposal.kind == ProposalKind.DOWNGRADE and proposal.star >= old.star:
        raise NotLower(star=old.star)
    check_grant(
        level=proposal.authority_level,
        star=proposal.star,
        issued_on=proposal.decided_on,
        decision_no=proposal.decision_no,
        today=clock.today(),
    )
    if proposal.expires_on is not None and proposal.expires_on < proposal.decided_on:
        raise EndsBeforeItBegins
    if old is not None and proposal.decided_on < old.issued_on:
        raise ReplacementOlder(issued_on=old.issued_on)
