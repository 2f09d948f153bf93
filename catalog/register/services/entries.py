"""Producers and products as officers enter them: whatever is not a star."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from catalog.journal import audit
from catalog.register.models import Producer, Product

_UNTOLD = frozenset({"id", "slug", "folded", "created_at", "updated_at"})


@transaction.atomic
def keep_entry(entry: Producer | Product, *, by: AbstractBaseUser, reason: str = "") -> bool:
    """Save a new or changed row with its line in the log; answers whether anything changed.

    Raises ValidationError with the fields that are wrong; then nothing is written.
    """
    entry.full_clean(exclude=["slug"])
    noun = entry._meta.model_name  # noqa: SLF001 - Django documents it
    if entry.pk is None:
        entry.save()
        after = {name: value for name, value in told(entry).items() if value not in ("", None)}
        audit.record(f"{noun}.entered", entry, actor=by, after=after, reason=reason)
        return True
    old, new = told(type(entry).objects.get(pk=entry.pk)), told(entry)
    changed = [name for name in new if new[name] != old[name]]
    if not changed:
        return False
    entry.save()
    audit.record(
        f"{noun}.changed",
        entry,
        actor=by,
        before={name: old[name] for name in changed},
        after={name: new[name] for name in changed},
        reason=reason,
    )
    return True


def told(entry: Producer | Product) -> dict[str, Any]:
    """The columns that the log tells of."""
    return {
        field.attname: getattr(entry, field.attname)
        for field in entry._meta.concrete_fields  # noqa: SLF001
        if field.attname not in _UNTOLD
    }
