"""Letters about memberships: an invitation, another role, an end."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.journal import outbox
from marketplace import letters

from .models import MemberInvite, ProducerMember
from .services import invites, members


@outbox.handler(invites.TOPIC)
def send_invite(payload: dict, key: str) -> None:
    """The link, to the address that was invited; none once it counts no more."""
    made = MemberInvite.objects.select_related("producer", "invited_by").get(pk=payload["invite"])
    if made.ended_at is not None:
        return
    path = reverse("account_invite", args=[invites.token_of(made)])
    letters.send(
        "accounts/letters/invite",
        key=key.replace(":", "."),
        to=made.email,
        subject=_("Lời mời làm việc cho một chủ thể OCOP"),
        context={"invite": made, "url": letters.absolute(path)},
        language=settings.LANGUAGE_CODE,
    )


@outbox.handler(members.TOPIC)
def tell_member(payload: dict, key: str) -> None:
    """To the member whose role changed or ended, if an address is known."""
    member = ProducerMember.objects.select_related("producer", "user").get(pk=payload["member"])
    if not member.user.email:
        return
    letters.send(
        "accounts/letters/membership",
        key=key.replace(":", "."),
        to=member.user.email,
        subject=_("Vai trò của bạn đã thay đổi"),
        context={
            "member": member,
            "has_ended": payload["verb"] == "member.ended",
            "url": letters.absolute(reverse("selling:index")),
        },
        language=member.user.language,
    )
