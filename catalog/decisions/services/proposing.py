"""Write a proposal down, and take it back."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.decisions.checks import check_proposal
from catalog.decisions.enums import ON_STANDING, ProposalKind, ProposalState
from catalog.decisions.errors import (
    AlreadyDecided,
    NothingStands,
    NotYours,
    ProposalWaits,
    StandsAlready,
)
from catalog.decisions.models import Proposal
from catalog.decisions.selectors import standing_certificate, worth_of
from catalog.journal import audit
from catalog.lib import clock
from catalog.lib.vietnamese import tidy
from catalog.register.models import Certificate, Product

TOLD = (
    "kind",
    "decision_no",
    "decided_on",
    "authority",
    "star",
    "expires_on",
    "extended_until",
    "revoked_on",
    "ground",
)


@transaction.atomic
def propose(
    product: Product,
    *,
    kind: str,
    by: AbstractBaseUser,
    reason: str,
    decision_no: str,
    decided_on: date | None,
    authority: str,
    authority_level: str,
    star: int | None = None,
    expires_on: date | None = None,
    extended_until: date | None = None,
    revoked_on: date | None = None,
    ground: str = "",
    source: str = "",
) -> Proposal:
    """Propose what the decision says about the product.

    Raises a RegisterError with the field it is about, ValidationError for a single field, and
    ProposalWaits when another proposal about the product is open.
    """
    standing = standing_certificate(product, clock.today())
    proposal = Proposal(
        kind=kind,
        product=product,
        certificate=standing if kind in ON_STANDING else None,
        decision_no=tidy(decision_no),
        decided_on=decided_on,
        authority=tidy(authority),
        authority_level=authority_level,
        star=star,
        expires_on=expires_on,
        extended_until=extended_until,
        revoked_on=(revoked_on or decided_on) if kind == ProposalKind.REVOKE else None,
        ground=ground,
        reason=tidy(reason),
        source=tidy(source),
        before=worth_of(standing, clock.today()),
        proposed_by=by,
    )
    refuse_misfit(proposal.kind, standing)
    check_proposal(proposal)
    proposal.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            proposal.save()
    except IntegrityError as error:
        raise ProposalWaits from error
    audit.record(
        "proposal.made",
        proposal,
        actor=by,
        before=proposal.before,
        after=audit.values(proposal, *TOLD) | {"product": product.pk},
        reason=proposal.reason,
    )
    return proposal


@transaction.atomic
def withdraw(proposal: Proposal, *, by: AbstractBaseUser) -> Proposal:
    """Take one's own proposal back.

    Raises NotYours, AlreadyDecided.
    """
    if proposal.proposed_by_id != by.pk:
        raise NotYours
    waiting = Proposal.objects.waiting().filter(pk=proposal.pk)
    done = waiting.update(
        state=ProposalState.WITHDRAWN, decided_by=by, decided_at=timezone.now(), obstacle=""
    )
    proposal.refresh_from_db()
    if not done:
        raise AlreadyDecided(state=proposal.get_state_display())
    audit.record("proposal.withdrawn", proposal, actor=by)
    return proposal


def refuse_misfit(kind: str, standing: Certificate | None) -> None:
    """A recognition goes where none stands; everything else where one does."""
    if kind in ON_STANDING and standing is None:
        raise NothingStands
    if kind == ProposalKind.RECOGNISE and standing is not None:
        raise StandsAlready(decision_no=standing.decision_no)
