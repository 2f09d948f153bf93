"""The second person's word: confirm, confirm many, refuse.

Confirming takes the proposal by a conditional update, so that of two people the second is told,
and carries it out with the register's own services in the same transaction.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from catalog.decisions.enums import GRANTING, ProposalKind, ProposalState
from catalog.decisions.errors import (
    AlreadyDecided,
    ReasonMissing,
    RecognitionMoved,
    SecondPersonNeeded,
)
from catalog.decisions.models import Proposal
from catalog.decisions.selectors import standing_certificate
from catalog.journal import audit
from catalog.lib import clock
from catalog.lib.vietnamese import tidy
from catalog.register import services as register
from catalog.register.errors import RegisterError
from catalog.register.models import Certificate
from catalog.register.signals import gathered

from .proposing import refuse_misfit


@dataclass(slots=True)
class Outcome:
    """What came of confirming many: each confirmed, or waiting with its own reason."""

    confirmed: list[Proposal] = field(default_factory=list)
    waiting: list[tuple[Proposal, str]] = field(default_factory=list)


@transaction.atomic
def confirm(proposal: Proposal, *, by: AbstractBaseUser) -> Certificate:
    """Let the proposal take effect.

    Raises SecondPersonNeeded, AlreadyDecided, RecognitionMoved and what the register refuses;
    then nothing is written and the proposal waits.
    """
    if proposal.proposed_by_id == by.pk:
        raise SecondPersonNeeded
    _take(proposal, ProposalState.CONFIRMED, by=by)
    certificate = _carry_out(proposal, by)
    Proposal.objects.filter(pk=proposal.pk).update(result=certificate)
    proposal.refresh_from_db()
    audit.record(
        "proposal.confirmed",
        proposal,
        actor=by,
        before=proposal.before,
        after={"certificate": certificate.pk, "star": certificate.star},
        reason=proposal.reason,
    )
    return certificate


@transaction.atomic
def confirm_many(proposals: Iterable[Proposal], *, by: AbstractBaseUser) -> Outcome:
    """Confirm each by itself: one that cannot be waits with its reason and stops no other."""
    outcome = Outcome()
    with gathered(Proposal):
        for proposal in proposals:
            try:
                confirm(proposal, by=by)
            except (RegisterError, ValidationError) as error:
                reason = words_of(error)
                # The row is as it was: what `confirm` did is undone.
                Proposal.objects.waiting().filter(pk=proposal.pk).update(obstacle=reason)
                outcome.waiting.append((proposal, reason))
            else:
                outcome.confirmed.append(proposal)
    return outcome


@transaction.atomic
def refuse(proposal: Proposal, *, by: AbstractBaseUser, reason: str) -> Proposal:
    """Say no, and why; the register stays as it is.

    Raises ReasonMissing, AlreadyDecided.
    """
    if not tidy(reason):
        raise ReasonMissing
    _take(proposal, ProposalState.REFUSED, by=by, answer=tidy(reason))
    audit.record("proposal.refused", proposal, actor=by, reason=proposal.answer)
    return proposal


def words_of(error: RegisterError | ValidationError) -> str:
    """The error in one line for people."""
    return error.message if isinstance(error, RegisterError) else " ".join(error.messages)


def _take(proposal: Proposal, state: ProposalState, *, by: AbstractBaseUser, **fields) -> None:
    """Set the state if nobody has decided meanwhile."""
    waiting = Proposal.objects.waiting().filter(pk=proposal.pk)
    done = waiting.update(
        state=state, decided_by=by, decided_at=timezone.now(), obstacle="", **fields
    )
    proposal.refresh_from_db()
    if not done:
        raise AlreadyDecided(state=proposal.get_state_display())


def _carry_out(proposal: Proposal, by: AbstractBaseUser) -> Certificate:
    """Change the register as the proposal says."""
    standing = standing_certificate(proposal.product, clock.today())
    if proposal.certificate_id is not None and standing != proposal.certificate:
        raise RecognitionMoved
    refuse_misfit(proposal.kind, standing)
    told = {"actor": by, "reason": proposal.reason}
    if proposal.kind in GRANTING:
        granted = {
            "star": proposal.star,
            "decision_no": proposal.decision_no,
            "authority": proposal.authority,
            "authority_level": proposal.authority_level,
            "issued_on": proposal.decided_on,
            "expires_on": proposal.expires_on,
            "source": proposal.source,
        }
        if standing is None:
            return register.grant_certificate(proposal.product, actor=by, **granted)
        return register.replace_certificate(standing, actor=by, **granted)
    if proposal.kind == ProposalKind.EXTEND:
        return register.extend_certificate(standing, until=proposal.extended_until, **told)
    return register.revoke_certificate(
        standing,
        ground=proposal.ground,
        decision_no=proposal.decision_no,
        revoked_on=proposal.revoked_on,
        **told,
    )
