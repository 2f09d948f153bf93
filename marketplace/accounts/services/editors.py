"""Editors of the showcase: their post, and Wagtail's group that follows it."""

from datetime import date, timedelta

from django.contrib.auth.models import Group
from django.db import transaction

from catalog.journal import audit
from catalog.lib import clock
from catalog.places.models import Commune, Province
from marketplace.accounts import permissions
from marketplace.accounts.models import EditorPost, User

GROUP = "Editors"  # Wagtail's own, made by its first migration


def grant_editor(
    user: User,
    *,
    province: Province | None = None,
    commune: Commune | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
    actor: User | None = None,
) -> EditorPost:
    """Make ``user`` an editor from ``valid_from`` (today) on; no staff right comes with it."""
    with transaction.atomic():
        post = EditorPost.objects.create(
            user=user,
            province=province,
            commune=commune,
            valid_from=valid_from or clock.today(),
            valid_to=valid_to,
        )
        user.groups.add(Group.objects.get(name=GROUP))
        audit.record("editor.grant", post, actor=actor, after={"user": user.pk})
    return post


def revoke_editor(user: User, *, actor: User | None = None, reason: str = "") -> int:
    """End every post of ``user`` as an editor as of today; returns how many were open."""
    yesterday = clock.today() - timedelta(days=1)
    with transaction.atomic():
        posts = list(permissions.in_force(EditorPost.objects.filter(user=user)))
        for post in posts:
            before = {"valid_to": post.valid_to and post.valid_to.isoformat()}
            post.valid_to = yesterday
            post.save(update_fields=["valid_to"])
            audit.record(
                "editor.revoke",
                post,
                actor=actor,
                before=before,
                after={"valid_to": yesterday.isoformat()},
                reason=reason,
            )
        user.groups.remove(*Group.objects.filter(name=GROUP))
    return len(posts)
