"""Invitations to act for a producer: a link that counts once, for one person, for a week.

The link's token is a signature over the invitation's number, so the database holds nothing
that could be used by whoever reads it, and a letter can be written again by the worker.
"""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from catalog.journal import audit, notices, outbox
from catalog.lib import clock, phones
from catalog.lib.vietnamese import tidy
from catalog.register.models import Producer
from marketplace.accounts import permissions
from marketplace.accounts.errors import (
    AlreadyMember,
    InviteForAnother,
    LinkSpent,
    TooManyInvites,
)
from marketplace.accounts.models import MemberInvite, ProducerMember, User

TOPIC = "member.invited"
LIFETIME = timedelta(days=7)
MOST_OPEN = 10
_signer = Signer(salt="accounts.invite")


def invite(producer: Producer, *, contact: str, role: str, by: User) -> tuple[MemberInvite, str]:
    """Invite by e-mail (the worker sends the link) or phone (the owner hands it over).

    Returns the invitation and its token. An earlier one for the same person stops counting.
    Raises phones.NotAPhone, AlreadyMember, TooManyInvites; then nothing has changed.
    """
    email, phone = _keys(contact)
    now = timezone.now()
    with transaction.atomic():
        waiting = open_invites(producer)
        waiting.filter(email=email, phone=phone).update(ended_at=now)
        if waiting.count() >= MOST_OPEN:
            raise TooManyInvites
        holder = _holder(email, phone)
        if holder is not None and permissions.role_at(holder, producer) is not None:
            raise AlreadyMember
        made = MemberInvite.objects.create(
            producer=producer,
            email=email,
            phone=phone,
            role=role,
            invited_by=by,
            expires_at=now + LIFETIME,
        )
        audit.record(TOPIC, made, actor=by, after={"producer": producer.pk, "role": role})
        if email:
            outbox.post(TOPIC, key=f"{TOPIC}:{made.pk}", payload={"invite": made.pk})
    return made, token_of(made)


def open_invites(producer: Producer) -> QuerySet[MemberInvite]:
    """Invitations that can still be used."""
    return producer.invites.filter(ended_at=None, expires_at__gt=timezone.now())


def take_back(made: MemberInvite, *, by: User) -> bool:
    """Let an invitation count no more; answers whether it did."""
    with transaction.atomic():
        ended = MemberInvite.objects.filter(pk=made.pk, ended_at=None).update(
            ended_at=timezone.now()
        )
        if ended:
            audit.record("member.uninvited", made, actor=by)
    return bool(ended)


def token_of(made: MemberInvite) -> str:
    """What stands in the link."""
    return _signer.sign(str(made.pk))


def find_invite(token: str) -> MemberInvite | None:
    """The invitation of ``token`` while it can still be used."""
    try:
        number = int(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
    open_one = MemberInvite.objects.filter(pk=number, ended_at=None, expires_at__gt=timezone.now())
    return open_one.select_related("producer", "invited_by").first()


def holder_of(made: MemberInvite) -> User | None:
    """Whose account has the address or number that was invited."""
    return _holder(made.email, made.phone)


def accept(made: MemberInvite, user: User) -> ProducerMember:
    """Let the invited person act for the producer, once.

    Raises InviteForAnother, LinkSpent; then nothing has changed.
    """
    if holder_of(made) != user:
        raise InviteForAnother
    with transaction.atomic():
        _spend(made, user)
        return _join(made, user)


def open_account(made: MemberInvite, *, name: str, password: str) -> User:
    """Make the invited person's account and let them act for the producer, once.

    An address is proven by the letter; a number is not: an officer proves it later.
    Raises LinkSpent, or InviteForAnother when there is an account by now.
    """
    with transaction.atomic():
        if holder_of(made) is not None:
            raise InviteForAnother
        user = User.objects.create_user(
            made.email or None, password, phone=made.phone or None, first_name=tidy(name)
        )
        if made.email:
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        _spend(made, user)
        _join(made, user)
    return user


def _spend(made: MemberInvite, user: User) -> None:
    now = timezone.now()
    unused = MemberInvite.objects.filter(pk=made.pk, ended_at=None, expires_at__gt=now)
    if not unused.update(ended_at=now, used_by=user):
        raise LinkSpent


def _join(made: MemberInvite, user: User) -> ProducerMember:
    """A new membership, or the old one anew from today."""
    member, _ = ProducerMember.objects.update_or_create(
        user=user,
        producer=made.producer,
        defaults={"role": made.role, "valid_from": clock.today(), "valid_to": None},
    )
    audit.record("member.joined", member, actor=user, after={"role": made.role})
    notices.notify(
        made.producer,
        "member.joined",
        key=f"{made.pk}",
        data={"name": str(user)},
        link=("selling:members", made.producer.slug),
    )
    return member


def _keys(contact: str) -> tuple[str, str]:
    text = tidy(contact)
    return (text.lower(), "") if "@" in text else ("", phones.normal(text))


def _holder(email: str, phone: str) -> User | None:
    found = User.objects.filter(email=email) if email else User.objects.filter(phone=phone)
    return found.first()
