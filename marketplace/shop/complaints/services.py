"""A complaint from receipt to decision; who was first is decided by a conditional update."""

from datetime import datetime
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.timezone import now

from catalog.journal import audit, notices
from catalog.lib import codes
from catalog.lib.uploads import clean_upload
from catalog.lib.vietnamese import tidy
from catalog.register.models import Product
from marketplace.shop.listings.services.take_downs import restore, take_down

from .enums import State, Step
from .errors import AlreadyDecided, InFuture, WordsNeeded
from .models import Complaint, ComplaintStep
from .rules import deadline

CODE_LENGTH = 10  # 49 random bits: the code alone opens the ticket


def file_complaint(
    product: Product,
    *,
    ground: str,
    text: str,
    contact: str = "",
    upload: BinaryIO | None = None,
    by=None,
) -> Complaint:
    """Take down what somebody says, under a code they can follow.

    Raises WordsNeeded, or an UploadRefused for the photograph; then nothing is left.
    """
    text = text.strip()
    if not text:
        raise WordsNeeded("text")
    clean = clean_upload(upload) if upload is not None else None
    complaint = Complaint(
        code=codes.random_code(CODE_LENGTH),
        product=product,
        ground=ground,
        text=text,
        contact=tidy(contact),
        sha256=clean.sha256 if clean else "",
    )
    complaint.full_clean(validate_constraints=False)
    try:
        if clean is not None:
            complaint.photo.save(clean.name, ContentFile(clean.content), save=False)
        with transaction.atomic():
            complaint.save()
            _step(complaint, Step.RECEIVED, by=by, after={"ground": ground})
            _tell(complaint, "complaint.received")
    except BaseException:
        if complaint.photo:
            complaint.photo.storage.delete(complaint.photo.name)
        raise
    return complaint


def mark_authority(complaint: Complaint, *, request: str, requested_at: datetime, by) -> None:
    """Note that an authority asks: 24 hours from then on. Raises WordsNeeded, InFuture."""
    request = tidy(request)
    if not request:
        raise WordsNeeded("request")
    if requested_at > now():
        raise InFuture
    with transaction.atomic():
        fields = {"authority_request": request, "due_at": deadline(requested_at)}
        _change(complaint, State.OPEN, **fields)
        _step(complaint, Step.AUTHORITY, by=by, text=request, after=fields)


def take_product_down(complaint: Complaint, *, reason: str, by) -> None:
    """Off sale from this moment, with a reason that the product's page says."""
    reason = _said(reason)
    with transaction.atomic():
        # First the state: of two officers the second is told before a product is touched.
        _claim(complaint, State.OPEN)
        taken = take_down(complaint.product, reason=reason, by=by)
        _change(complaint, State.OPEN, state=State.TAKEN_DOWN, take_down=taken)
        _step(complaint, Step.TAKEN_DOWN, by=by, text=reason)
        _tell(complaint, "complaint.taken_down", reason=reason)


def restore_product(complaint: Complaint, *, reason: str, by) -> None:
    """Let the product sell again, as far as this complaint goes."""
    reason = _said(reason)
    with transaction.atomic():
        _change(complaint, State.TAKEN_DOWN, state=State.RESTORED)
        restore(complaint.take_down, by=by)
        _step(complaint, Step.RESTORED, by=by, text=reason)
        _tell(complaint, "complaint.restored", reason=reason)


def reject(complaint: Complaint, *, reason: str, by) -> None:
    """Close it without doing anything to the product."""
    reason = _said(reason)
    with transaction.atomic():
        _change(complaint, State.OPEN, state=State.REJECTED)
        _step(complaint, Step.REJECTED, by=by, text=reason)
        _tell(complaint, "complaint.rejected", reason=reason)


def answer(complaint: Complaint, *, text: str, by) -> None:
    """What the producer says to it; officers and the person who complained read it."""
    text = text.strip()
    if not text:
        raise WordsNeeded("text")
    with transaction.atomic():
        _step(complaint, Step.ANSWERED, by=by, text=text)


def _said(reason: str) -> str:
    reason = tidy(reason)
    if not reason:
        raise WordsNeeded("reason")
    return reason


def _claim(complaint: Complaint, source: State) -> None:
    """Hold the row where the database can, and refuse if it is not as it was."""
    rows = Complaint.objects.select_for_update().filter(pk=complaint.pk, state=source)
    if not rows.values_list("pk", flat=True).first():
        _refuse(complaint)


def _change(complaint: Complaint, source: State, **fields) -> None:
    if not Complaint.objects.filter(pk=complaint.pk, state=source).update(**fields):
        _refuse(complaint)
    complaint.refresh_from_db()


def _refuse(complaint: Complaint) -> None:
    complaint.refresh_from_db()
    raise AlreadyDecided(complaint.get_state_display())


def _step(
    complaint: Complaint, kind: Step, *, by, text: str = "", after: dict | None = None
) -> None:
    ComplaintStep.objects.create(complaint=complaint, kind=kind, by=by, text=text)
    after = {"state": complaint.state, **(after or {})}
    audit.record(f"complaint.{kind}", complaint, actor=by, after=after, reason=text)


def _tell(complaint: Complaint, kind: str, *, reason: str = "") -> None:
    producer = complaint.product.producer
    notices.notify(
        producer,
        kind,
        key=complaint.code,
        data={"product": complaint.product.name, "reason": reason},
        link=("selling:complaint", producer.slug, complaint.code),
    )
