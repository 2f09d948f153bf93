"""One-time links: how a telephone account is opened and recovered without any SMS."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from catalog.journal import audit
from catalog.lib import clock, phones
from catalog.lib.vietnamese import tidy
from catalog.register.models import Producer
from marketplace.accounts import permissions
from marketplace.accounts.errors import (
    LinkSpent,
    NoSuchAccount,
    NotAnOfficer,
    OutsideYourPlace,
    PhoneTaken,
)
from marketplace.accounts.models import OneTimeLink, ProducerMember, User

from .sessions import end_other_sessions

LIFETIME = timedelta(hours=72)
Purpose = OneTimeLink.Purpose


def digest(token: str) -> str:
    """What is stored of a token: who reads the database cannot use its links."""
    return hashlib.sha256(token.encode()).hexdigest()


def issue_link(
    officer: User, *, phone: str, name: str, purpose: str, producer: Producer | None = None
) -> tuple[OneTimeLink, str]:
    """Make a link for somebody who stands before ``officer``; returns it and its token.

    The token exists only in the answer. Earlier unused links for the number stop working.
    Raises NotAnOfficer, OutsideYourPlace, PhoneTaken (open), NoSuchAccount (recover) and
    phones.NotAPhone.
    """
    number = phones.normal(phone)
    if not permissions.may_issue_links(officer):
        raise NotAnOfficer
    if producer and not permissions.producers_in_scope(officer).filter(pk=producer.pk).exists():
        raise OutsideYourPlace
    holder = User.objects.filter(phone=number).first()
    if purpose == Purpose.OPEN and holder:
        raise PhoneTaken(number)
    if purpose == Purpose.RECOVER:
        if holder is None:
            raise NoSuchAccount
        if not permissions.may_recover(officer, holder):
            raise OutsideYourPlace
    token = secrets.token_urlsafe(32)
    now = timezone.now()
    with transaction.atomic():
        OneTimeLink.objects.filter(phone=number, used_at=None, expires_at__gt=now).update(
            expires_at=now
        )
        link = OneTimeLink.objects.create(
            token_hash=digest(token),
            phone=number,
            name=tidy(name),
            purpose=purpose,
            producer=producer,
            issued_by=officer,
            expires_at=now + LIFETIME,
        )
        after = {"purpose": purpose, "producer": producer.pk if producer else None}
        audit.record("link.issue", link, actor=officer, after=after)
    return link, token


def find_link(token: str) -> OneTimeLink | None:
    """The link of ``token`` while it can still be used."""
    return OneTimeLink.objects.filter(
        token_hash=digest(token), used_at=None, expires_at__gt=timezone.now()
    ).first()


def use_link(token: str, *, password: str) -> User:
    """Open or recover the account behind ``token`` with ``password``, once.

    The database decides who was first: one conditional update. Recovering ends every session
    of the account. Raises LinkSpent, PhoneTaken, NoSuchAccount; then nothing has changed.
    """
    now = timezone.now()
    with transaction.atomic():
        taken = OneTimeLink.objects.filter(
            token_hash=digest(token), used_at=None, expires_at__gt=now
        ).update(used_at=now)
        if not taken:
            raise LinkSpent
        link = OneTimeLink.objects.select_related("producer").get(token_hash=digest(token))
        user = _open(link, password) if link.purpose == Purpose.OPEN else _recover(link, password)
        if link.producer:
            ProducerMember.objects.get_or_create(
                user=user, producer=link.producer, defaults={"valid_from": clock.today()}
            )
        audit.record("link.use", link, actor=user, after={"user": user.pk})
    return user


def _open(link: OneTimeLink, password: str) -> User:
    if User.objects.filter(phone=link.phone).exists():
        raise PhoneTaken(link.phone)
    return User.objects.create_user(
        phone=link.phone,
        password=password,
        first_name=link.name,
        phone_verified_at=timezone.now(),
    )


def _recover(link: OneTimeLink, password: str) -> User:
    user = User.objects.filter(phone=link.phone).first()
    if user is None or not permissions.may_recover(link.issued_by, user):
        raise NoSuchAccount
    user.set_password(password)
    user.phone_verified_at = timezone.now()
    user.save(update_fields=["password", "phone_verified_at"])
    end_other_sessions(user)
    return user
