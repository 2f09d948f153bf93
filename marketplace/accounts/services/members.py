"""Members of a producer: another role, and an end on a day. One owner always stays."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog.journal import audit, notices, outbox
from catalog.journal.models import AuditEvent
from catalog.lib import clock
from marketplace.accounts import permissions
from marketplace.accounts.errors import LastOwner, NotAMember
from marketplace.accounts.models import ProducerMember, User

Role = ProducerMember.Role
TOPIC = "member.changed"
KINDS = (
    notices.Kind("member.joined", label=_("Thành viên"), title=_("%(name)s đã nhận lời mời")),
    notices.Kind("member.role", label=_("Đổi vai trò"), title=_("%(name)s có vai trò mới")),
    notices.Kind("member.ended", label=_("Thành viên rời đi"), title=_("%(name)s đã thôi việc")),
)


def change_role(member: ProducerMember, *, role: str, by: User) -> None:
    """Give a member another role. Raises NotAMember, LastOwner; then nothing has changed."""
    with transaction.atomic():
        now = _standing(member, leaves_owners=role != Role.OWNER)
        if now.role == role:
            return
        ProducerMember.objects.filter(pk=member.pk).update(role=role)
        before, after = {"role": now.role}, {"role": role}
        event = audit.record("member.role", member, actor=by, before=before, after=after)
        _tell(member, event)


def end_membership(member: ProducerMember, *, by: User) -> None:
    """Let a membership end today. Raises NotAMember, LastOwner; then nothing has changed."""
    yesterday = clock.today() - timedelta(days=1)
    with transaction.atomic():
        now = _standing(member, leaves_owners=True)
        ProducerMember.objects.filter(pk=member.pk).update(valid_to=yesterday)
        event = audit.record(
            "member.ended",
            member,
            actor=by,
            before={"valid_to": now.valid_to},
            after={"valid_to": yesterday},
        )
        _tell(member, event)


def _standing(member: ProducerMember, *, leaves_owners: bool) -> ProducerMember:
    """The membership as it is, its producer's owners held until the end of the transaction."""
    owners = ProducerMember.objects.filter(producer=member.producer_id, role=Role.OWNER)
    held = permissions.in_force(owners.select_for_update())
    ids = list(held.order_by("pk").values_list("pk", flat=True))
    now = permissions.in_force(ProducerMember.objects.filter(pk=member.pk)).first()
    if now is None:
        raise NotAMember
    if leaves_owners and ids == [member.pk]:
        raise LastOwner
    return now


def _tell(member: ProducerMember, event: AuditEvent) -> None:
    notices.notify(
        member.producer,
        event.verb,
        key=f"{member.pk}:{event.pk}",
        data={"name": str(member.user)},
        link=("selling:members", member.producer.slug),
    )
    payload = {"member": member.pk, "verb": event.verb}
    outbox.post(TOPIC, key=f"{TOPIC}:{event.pk}", payload=payload)
