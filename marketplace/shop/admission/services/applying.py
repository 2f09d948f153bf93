"""An application on its way: opened, sent in, taken back, returned, approved.

Who was first is decided by a conditional update of its state: of two officers who decide at
once, the second gets AlreadyDecided and nothing changes.
"""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.timezone import now
from oscar.core.loading import get_model

from catalog.journal import audit
from catalog.lib import clock
from catalog.lib.vietnamese import tidy
from catalog.register.models import Producer
from marketplace.shop.admission.enums import EDITABLE, OPEN, State
from marketplace.shop.admission.errors import (
    AlreadyDecided,
    AlreadySeller,
    ChecklistEmpty,
    MandatoryMissing,
    ReasonNeeded,
)
from marketplace.shop.admission.models import Application
from marketplace.shop.admission.selectors.standing import standing_of
from marketplace.shop.admission.tell import tell_producer
from marketplace.shop.listings.models import Seller


def open_application(producer: Producer, *, by=None) -> Application:
    """The producer's open application, begun now if there is none; raises AlreadySeller."""
    if Seller.objects.filter(producer=producer).exists():
        raise AlreadySeller
    standing = Application.objects.filter(producer=producer, state__in=OPEN)
    if found := standing.first():
        return found
    try:
        with transaction.atomic():
            application = Application.objects.create(producer=producer)
            audit.record("application.opened", application, actor=by)
    except IntegrityError:  # another member began in this very moment
        return standing.get()
    return application


def submit(application: Application, *, by=None) -> None:
    """Send it in; raises MandatoryMissing for what was not given, AlreadyDecided if it was sent."""
    with transaction.atomic():
        _move(application, EDITABLE, State.SUBMITTED, submitted_at=now(), reason="")
        standing = standing_of(application.producer, clock.today())
        if standing.is_empty:
            raise ChecklistEmpty
        if standing.not_given:
            raise MandatoryMissing([item.requirement.shown_title for item in standing.not_given])
        audit.record("application.submitted", application, actor=by)


def take_back(application: Application, *, by=None) -> None:
    """Back to the desk of the producer, as long as nobody has decided."""
    with transaction.atomic():
        _move(application, (State.SUBMITTED,), State.DRAFT, submitted_at=None)
        audit.record("application.taken_back", application, actor=by)


def send_back(application: Application, *, reason: str, by) -> None:
    """Return it to the producer with a reason; raises ReasonNeeded, AlreadyDecided."""
    reason = tidy(reason)
    if not reason:
        raise ReasonNeeded
    with transaction.atomic():
        _move(
            application,
            (State.SUBMITTED,),
            State.RETURNED,
            decided_at=now(),
            decided_by=by,
            reason=reason,
        )
        audit.record("application.returned", application, actor=by, reason=reason)
        tell_producer(
            application.producer, "admission.returned", key=_key(application), reason=reason
        )


def approve(application: Application, *, by, day: date | None = None) -> Seller:
    """Make the producer a seller, if each mandatory item is accepted or waived.

    Raises MandatoryMissing, ChecklistEmpty, AlreadyDecided; then nothing is written.
    """
    with transaction.atomic():
        _move(application, (State.SUBMITTED,), State.APPROVED, decided_at=now(), decided_by=by)
        standing = standing_of(application.producer, day or clock.today())
        if standing.is_empty:
            raise ChecklistEmpty
        if standing.lacking:
            raise MandatoryMissing([item.requirement.shown_title for item in standing.lacking])
        seller = _admit(application.producer)
        waived = [item.requirement.code for item in standing.waived]
        audit.record("application.approved", application, actor=by, after={"waived": waived})
        audit.record("seller.admitted", seller, actor=by, after={"admitted_at": seller.admitted_at})
        tell_producer(application.producer, "admission.approved", key=_key(application))
    return seller


def _admit(producer: Producer) -> Seller:
    """The producer as Oscar's partner and our seller."""
    partner = get_model("partner", "Partner").objects.create(
        name=producer.name[:128], code=producer.slug
    )
    return Seller.objects.create(producer=producer, partner=partner, admitted_at=now())


def _move(application: Application, sources: tuple[State, ...], to: State, **fields) -> None:
    standing = Application.objects.filter(pk=application.pk, state__in=sources)
    if not standing.update(state=to, **fields):
        application.refresh_from_db()
        raise AlreadyDecided(application.get_state_display())
    application.refresh_from_db()


def _key(application: Application) -> str:
    return f"{application.pk}:{application.decided_at:%Y%m%d%H%M%S%f}"
