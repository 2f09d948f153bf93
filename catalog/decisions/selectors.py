"""Read proposals: what waits, what would change, what happened to a product."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, QuerySet

from catalog.journal.audit import plain
from catalog.lib import clock
from catalog.register import rules
from catalog.register.enums import RecognitionState
from catalog.register.models import Certificate, Product
from catalog.register.selectors import governing_certificate, recognition_state

from .enums import GRANTING, ProposalKind
from .models import Proposal


@dataclass(frozen=True, slots=True)
class Worth:
    """What a recognition says, for one side of before and after."""

    star: int | None = None
    decision_no: str = ""
    last_day: date | None = None
    state: str = RecognitionState.UNVERIFIED

    @property
    def state_label(self) -> str:
        """In words."""
        return RecognitionState(self.state).label


def standing_certificate(product: Product, day: date) -> Certificate | None:
    """The newest certificate, unless it was revoked or replaced; an expired one still stands.

    An expired recognition is replaced by its re-evaluation, and may be extended late.
    """
    newest = governing_certificate(product, day)
    if newest is None or newest.revoked_on or newest.replaced_on:
        return None
    return newest


def worth_of(certificate: Certificate | None, day: date) -> dict:
    """What ``Proposal.before`` keeps, as JSON has it."""
    if certificate is None:
        return {}
    return plain(
        {
            "star": certificate.star,
            "decision_no": certificate.decision_no,
            "last_day": rules.last_valid_day(certificate.recognition),
            "state": str(recognition_state(certificate, day)),
        }
    )


def before_and_after(proposal: Proposal) -> tuple[Worth, Worth]:
    """What was when it was proposed, and what is once it is confirmed; no query."""
    kept = proposal.before
    before = Worth(
        star=kept.get("star"),
        decision_no=kept.get("decision_no", ""),
        last_day=date.fromisoformat(kept["last_day"]) if kept.get("last_day") else None,
        state=kept.get("state", RecognitionState.UNVERIFIED),
    )
    return before, _after(proposal, before)


def _after(proposal: Proposal, before: Worth) -> Worth:
    today = clock.today()
    if proposal.kind in GRANTING:
        recognition = rules.Recognition(
            star=proposal.star,
            issued_on=proposal.decided_on,
            expires_on=proposal.expires_on or rules.usual_expiry(proposal.decided_on),
        )
        number = proposal.decision_no
    else:
        old = proposal.certificate
        extends = proposal.kind == ProposalKind.EXTEND
        recognition = rules.Recognition(
            star=old.star,
            issued_on=old.issued_on,
            expires_on=old.expires_on,
            extended_until=proposal.extended_until if extends else old.extended_until,
            revoked_on=None if extends else proposal.revoked_on,
        )
        number = before.decision_no
    return Worth(
        star=recognition.star,
        decision_no=number,
        last_day=rules.last_valid_day(recognition),
        state=rules.state(recognition, today),
    )


def proposals(scope: Q) -> QuerySet[Proposal]:
    """Proposals with what a line of them shows; ``scope`` filters by ``product__producer__``."""
    return Proposal.objects.filter(scope).select_related(
        "product__producer", "certificate", "proposed_by", "decided_by"
    )


@dataclass(frozen=True, slots=True)
class WaitingDecision:
    """One decision with its products that wait."""

    decision_no: str
    count: int
    oldest: object
    mine: int  # proposed by the one who looks


def waiting_decisions(scope: Q, *, viewer_id: int) -> list[WaitingDecision]:
    """Decisions with products that wait for a second person, the oldest first."""
    rows = (
        Proposal.objects.waiting()
        .filter(scope)
        .order_by()
        .values("decision_no")
        .annotate(
            count=Count("pk"),
            oldest=Min("proposed_at"),
            mine=Count("pk", filter=Q(proposed_by=viewer_id)),
        )
        .order_by("oldest")
    )
    return [WaitingDecision(**row) for row in rows]


def history_of(product: Product) -> QuerySet[Proposal]:
    """All proposals about the product, the newest first."""
    return proposals(Q(product=product))
