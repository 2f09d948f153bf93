"""Reads for the account's own page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from . import permissions
from .models import BuyerMember, EditorPost, OfficerPost, OrganizerPost, ProducerMember, User


@dataclass(frozen=True)
class Role:
    """One line of the list of what somebody does here."""

    title: str
    place: str


def roles_of(user: User) -> list[Role]:
    """What ``user`` does here today, in one query per kind of post."""

    def held(model, *related: str) -> list:
        return list(permissions.in_force(model.objects.filter(user=user)).select_related(*related))

    roles = [
        Role(_("Thành viên chủ thể (%(role)s)") % {"role": m.get_role_display()}, m.producer.name)
        for m in held(ProducerMember, "producer")
    ]
    roles += [
        Role(post.title or _("Cán bộ"), _place(post))
        for post in held(OfficerPost, "province", "commune")
    ]
    roles += [Role(_("Người tổ chức"), post.body) for post in held(OrganizerPost)]
    roles += [
        Role(_("Người mua của đơn vị"), m.organisation.name)
        for m in held(BuyerMember, "organisation")
    ]
    roles += [
        Role(_("Biên tập viên"), _place(post)) for post in held(EditorPost, "province", "commune")
    ]
    if user.is_staff:
        roles.append(Role(_("Người vận hành"), ""))
    return roles


def _place(post: OfficerPost | EditorPost) -> str:
    parts = [str(unit) for unit in (post.commune, post.province) if unit]
    return ", ".join(parts)
