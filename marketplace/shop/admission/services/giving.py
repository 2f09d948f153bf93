"""What a producer gives for a requirement, and what an officer says of it."""

from typing import BinaryIO

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.timezone import now

from catalog.journal import audit
from catalog.lib.uploads import CleanUpload, clean_upload
from catalog.lib.vietnamese import tidy
from catalog.register.models import Producer
from marketplace.shop.admission.enums import Check, State
from marketplace.shop.admission.errors import ItemChanged, NotEditable, NothingGiven, ReasonNeeded
from marketplace.shop.admission.models import Application, Evidence, Requirement
from marketplace.shop.admission.rules import masked


def give(
    producer: Producer,
    requirement: Requirement,
    *,
    text: str = "",
    upload: BinaryIO | None = None,
    by=None,
) -> Evidence:
    """Keep what was given, in place of what was given before; an officer looks at it anew.

    A file given before stays unless another comes. Raises NotEditable while an application
    waits for an officer, NothingGiven, or an UploadRefused; then neither row nor file is left.
    """
    text = tidy(text)
    text = masked(text) if requirement.is_personal else text
    if requirement.wants_text and not text:
        raise NothingGiven("text")
    held = Evidence.objects.filter(producer=producer, requirement=requirement).first()
    if requirement.wants_file and upload is None and not (held and held.file):
        raise NothingGiven("file")
    clean = clean_upload(upload) if upload is not None and requirement.wants_file else None
    evidence = held or Evidence(producer=producer, requirement=requirement)
    evidence.text = text if requirement.wants_text else ""
    stored = ""
    try:
        if clean is not None:
            evidence.file.save(clean.name, ContentFile(clean.content), save=False)
            evidence.sha256 = clean.sha256
            stored = evidence.file.name
        with transaction.atomic():
            _write(evidence, is_new=held is None)
            _refuse_while_waiting(producer)
            audit.record("evidence.given", evidence, actor=by, after=_told(evidence, clean))
    except BaseException:
        if stored:
            evidence.file.storage.delete(stored)
        raise
    return evidence


def check(evidence: Evidence, *, revision: int, accepted: bool, reason: str = "", by) -> Evidence:
    """An officer accepts or refuses what they saw; ItemChanged if it is not that any more.

    Raises ReasonNeeded for a refusal that says nothing.
    """
    reason = tidy(reason)
    if not accepted and not reason:
        raise ReasonNeeded
    state = Check.ACCEPTED if accepted else Check.REFUSED
    _decide(evidence, revision=revision, state=state, reason=reason, by=by)
    return evidence


def waive(producer: Producer, requirement: Requirement, *, reason: str, by) -> Evidence:
    """Let a producer do without an item; the officer's name and reason stay with it.

    Raises ReasonNeeded.
    """
    reason = tidy(reason)
    if not reason:
        raise ReasonNeeded
    with transaction.atomic():
        evidence, _ = Evidence.objects.get_or_create(producer=producer, requirement=requirement)
        _decide(evidence, revision=evidence.revision, state=Check.WAIVED, reason=reason, by=by)
    return evidence


def _decide(evidence: Evidence, *, revision: int, state: Check, reason: str, by) -> None:
    seen = Evidence.objects.filter(pk=evidence.pk, revision=revision)
    with transaction.atomic():
        before = {"check_state": evidence.check_state}
        fields = {"check_state": state, "reason": reason}
        done = seen.update(**fields, checked_by=by, checked_at=now(), revision=F("revision") + 1)
        if not done:
            raise ItemChanged
        audit.record(
            f"evidence.{state}", evidence, actor=by, before=before, after=fields, reason=reason
        )
    evidence.refresh_from_db()


def _write(evidence: Evidence, *, is_new: bool) -> None:
    evidence.check_state, evidence.reason = Check.WAITING, ""
    evidence.checked_by, evidence.checked_at = None, None
    evidence.given_at = now()
    if is_new:
        try:
            with transaction.atomic():
                evidence.save(force_insert=True)
        except IntegrityError as error:  # another member gave it in this very moment
            raise ItemChanged from error
        return
    fields = ("text", "file", "sha256", "check_state", "reason", "checked_by", "checked_at")
    values = {name: getattr(evidence, name) for name in (*fields, "given_at")}
    same = Evidence.objects.filter(pk=evidence.pk, revision=evidence.revision)
    if not same.update(**values, revision=F("revision") + 1):
        raise ItemChanged
    evidence.revision += 1


def _refuse_while_waiting(producer: Producer) -> None:
    """After the write, so that a sending-in of the same moment is seen by one of the two."""
    # Locked where the database can: the application cannot be sent in until this is decided.
    waiting = Application.objects.select_for_update().filter(producer=producer)
    if State.SUBMITTED in waiting.values_list("state", flat=True):
        raise NotEditable


def _told(evidence: Evidence, clean: CleanUpload | None) -> dict:
    return {
        "requirement": evidence.requirement.code,
        "text": evidence.text,
        "sha256": clean.sha256 if clean else evidence.sha256,
    }
