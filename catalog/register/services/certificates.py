"""Recognitions in the order things happen: grant, extend, revoke, replace.

Each refuses with a named error before it writes, writes the audit row in the same
transaction, and ends a certificate by a conditional update, so that of two people who end
the same one the second is told.
"""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction

from catalog.journal import audit
from catalog.lib import clock
from catalog.lib.vietnamese import tidy
from catalog.register import rules
from catalog.register.checks import check_extension, check_grant, check_revocation
from catalog.register.errors import (
    CertificateEnded,
    CertificateKnown,
    ReplacementOlder,
)
from catalog.register.models import Certificate, Product, RuleVersion
from catalog.register.selectors import rule_version_on
from catalog.register.signals import tell

_GRANTED = (
    "star",
    "decision_no",
    "authority",
    "authority_level",
    "issued_on",
    "expires_on",
)


@transaction.atomic
def grant_certificate(
    product: Product,
    *,
    star: int,
    decision_no: str,
    authority: str,
    authority_level: str,
    issued_on: date,
    expires_on: date | None = None,
    rule_version: RuleVersion | None = None,
    note: str = "",
    source: str = "",
    actor: AbstractBaseUser | None = None,
) -> Certificate:
    """Record a decision about a product; it ends after 36 months unless told otherwise.

    Raises DecisionMissing, IssuedInFuture, AuthorityCannotGrant, CertificateKnown, and
    ValidationError for a single field.
    """
    certificate = Certificate(
        product=product,
        star=star,
        decision_no=tidy(decision_no),
        authority=tidy(authority),
        authority_level=authority_level,
        rule_version=rule_version or rule_version_on(issued_on),
        issued_on=issued_on,
        expires_on=expires_on or rules.usual_expiry(issued_on),
        note=tidy(note),
        source=tidy(source),
    )
    _refuse_unlawful(certificate)
    certificate.full_clean()
    try:
        with transaction.atomic():
            certificate.save()
    except IntegrityError as error:
        # Somebody recorded the same decision since we looked.
        raise CertificateKnown(decision_no=certificate.decision_no) from error
    audit.record("certificate.granted", certificate, actor=actor, after=_granted(certificate))
    return certificate


@transaction.atomic
def extend_certificate(
    certificate: Certificate,
    *,
    until: date,
    actor: AbstractBaseUser | None = None,
    reason: str = "",
) -> Certificate:
    """Keep a certificate in force until its re-evaluation has a result (Art. 12 cl. 3).

    Raises CertificateEnded, ExtensionTooShort, ExtensionTooLong.
    """
    check_extension(until, expires_on=certificate.expires_on)
    before = audit.values(certificate, "extended_until")
    _change_standing(certificate, extended_until=until)
    after = audit.values(certificate, "extended_until")
    audit.record(
        "certificate.extended", certificate, actor=actor, before=before, after=after, reason=reason
    )
    return certificate


@transaction.atomic
def revoke_certificate(
    certificate: Certificate,
    *,
    ground: str,
    decision_no: str,
    revoked_on: date | None = None,
    actor: AbstractBaseUser | None = None,
    reason: str = "",
) -> Certificate:
    """Take a recognition back from a day on, today unless told otherwise (Art. 8).

    Raises GroundMissing, DecisionMissing, RevokedBeforeIssue, CertificateEnded.
    """
    fields = {
        "revoked_on": revoked_on or clock.today(),
        "revocation_ground": ground,
        "revocation_decision_no": tidy(decision_no),
    }
    check_revocation(
        fields["revoked_on"],
        issued_on=certificate.issued_on,
        ground=ground,
        decision_no=decision_no,
    )
    _check_fields(fields)
    _change_standing(certificate, **fields)
    audit.record("certificate.revoked", certificate, actor=actor, after=fields, reason=reason)
    return certificate


@transaction.atomic
def replace_certificate(
    old: Certificate,
    *,
    actor: AbstractBaseUser | None = None,
    **granted,
) -> Certificate:
    """Grant a later decision in the place of an earlier one, as ``grant_certificate`` takes it.

    Raises ReplacementOlder, CertificateEnded and what granting raises; then nothing is written.
    """
    if granted["issued_on"] < old.issued_on:
        raise ReplacementOlder(issued_on=old.issued_on)
    new = grant_certificate(old.product, actor=actor, **granted)
    _change_standing(old, replaced_on=new.issued_on, replaced_by=new)
    audit.record(
        "certificate.replaced",
        old,
        actor=actor,
        after={"replaced_on": old.replaced_on, "replaced_by": new.pk},
    )
    return new


def _refuse_unlawful(certificate: Certificate) -> None:
    check_grant(
        level=certificate.authority_level,
        star=certificate.star,
        issued_on=certificate.issued_on,
        decision_no=certificate.decision_no,
        today=clock.today(),
    )
    same = Certificate.objects.filter(
        product=certificate.product,
        decision_no=certificate.decision_no,
        issued_on=certificate.issued_on,
    )
    if same.exists():
        raise CertificateKnown(decision_no=certificate.decision_no)


def _check_fields(fields: dict) -> None:
    """Lengths and kinds of single fields, which an update does not ask about."""
    others = {field.name for field in Certificate._meta.fields} - set(fields)  # noqa: SLF001
    Certificate(**fields).clean_fields(exclude=others)


def _granted(certificate: Certificate) -> dict:
    return audit.values(certificate, *_GRANTED) | {"rule_version": certificate.rule_version_id}


def _change_standing(certificate: Certificate, **fields) -> None:
    """Set the fields if nobody has revoked or replaced the certificate meanwhile."""
    standing = Certificate.objects.filter(pk=certificate.pk, revoked_on=None, replaced_on=None)
    done = standing.update(**fields)
    certificate.refresh_from_db()
    if not done:
        state = "revoked" if certificate.revoked_on else "replaced"
        raise CertificateEnded(state=state, day=certificate.revoked_on or certificate.replaced_on)
    tell(Certificate, {certificate.product_id})
