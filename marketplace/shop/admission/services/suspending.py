"""Stopping a seller: announced with days of notice, or at once when an authority asks.

The shop asks ``Seller.suspended_at`` alone. The worker sets it when the notice has run out,
by a conditional update, so that two workers stop a seller once.
"""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import now

from catalog.journal import audit
from catalog.lib.vietnamese import tidy
from marketplace.shop.admission.errors import (
    AlreadySuspended,
    NoticeTooShort,
    NotSuspended,
    ReasonNeeded,
)
from marketplace.shop.admission.models import Suspension
from marketplace.shop.admission.rules import LEAST_NOTICE_DAYS, is_enough_notice
from marketplace.shop.admission.tell import tell_producer
from marketplace.shop.listings.models import Seller

_TOLD = ("reason", "authority_request", "notice_days", "effective_at")


def suspend(
    seller: Seller,
    *,
    reason: str,
    notice_days: int = LEAST_NOTICE_DAYS,
    authority_request: str = "",
    by,
) -> Suspension:
    """Announce that a seller is stopped, with the days until then; 0 days stop at once.

    Raises ReasonNeeded, NoticeTooShort under five days without an authority's request, and
    AlreadySuspended.
    """
    reason, authority_request = tidy(reason), tidy(authority_request)
    if not reason:
        raise ReasonNeeded
    if not is_enough_notice(notice_days, authority_asks=bool(authority_request)):
        raise NoticeTooShort(least=LEAST_NOTICE_DAYS)
    moment = now()
    suspension = Suspension(
        seller=seller,
        reason=reason,
        authority_request=authority_request,
        notice_days=notice_days,
        announced_at=moment,
        announced_by=by,
        effective_at=moment + timedelta(days=notice_days),
    )
    suspension.full_clean(validate_unique=False, validate_constraints=False)
    with transaction.atomic():
        try:
            with transaction.atomic():
                suspension.save()
        except IntegrityError as error:
            raise AlreadySuspended from error
        audit.record(
            "suspension.announced",
            suspension,
            actor=by,
            after=audit.values(suspension, *_TOLD),
            reason=reason,
        )
        tell_producer(seller.producer, "admission.stops", key=suspension.pk, about=suspension)
        if not notice_days:
            _apply(suspension)
    return suspension


def apply_due() -> int:
    """Stop those whose notice has run out; answers how many. The worker does it each minute."""
    due = Suspension.objects.filter(applied_at=None, lifted_at=None, effective_at__lte=now())
    return sum(_apply(suspension) for suspension in due.select_related("seller"))


def lift(suspension: Suspension, *, reason: str, by) -> None:
    """Let the seller sell again; raises ReasonNeeded, NotSuspended."""
    reason = tidy(reason)
    if not reason:
        raise ReasonNeeded
    with transaction.atomic():
        standing = Suspension.objects.filter(pk=suspension.pk, lifted_at=None)
        if not standing.update(lifted_at=now(), lifted_by=by, lift_reason=reason):
            raise NotSuspended
        _set_suspended(suspension.seller, None)
        audit.record("suspension.lifted", suspension, actor=by, reason=reason)
        seller = suspension.seller
        tell_producer(seller.producer, "admission.resumes", key=suspension.pk, about=suspension)
    suspension.refresh_from_db()


def _apply(suspension: Suspension) -> bool:
    with transaction.atomic():
        waiting = Suspension.objects.filter(pk=suspension.pk, applied_at=None, lifted_at=None)
        moment = now()
        if not waiting.update(applied_at=moment):
            return False
        _set_suspended(suspension.seller, moment)
        audit.record("seller.suspended", suspension.seller, after={"suspended_at": moment})
    suspension.applied_at = moment
    return True


def _set_suspended(seller: Seller, moment) -> None:
    # Saved, not updated: the cards of lists follow the signal.
    seller.suspended_at = moment
    seller.save(update_fields=["suspended_at"])
