"""Write down what happened; rows are never changed or deleted (migration 0002 sees to it)."""

import json
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from catalog.lib.request_number import request_id

from .models import AuditEvent


def record(  # noqa: D417 - the rest is named for what it is
    verb: str,
    obj: models.Model,
    *,
    actor: AbstractBaseUser | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
) -> AuditEvent:
    """Record one change; call it inside the transaction of the change itself.

    Args:
        before: values that changed, as they were; dates and decimals are welcome.
        after: the same fields as they are now.

    """
    return AuditEvent.objects.create(
        actor=actor if actor is not None and actor.pk else None,
        verb=verb,
        object_kind=obj._meta.label_lower,  # noqa: SLF001 - Django documents it
        object_id=str(obj.pk),
        before=plain(before),
        after=plain(after),
        reason=reason,
        request_id=request_id.get()[:36],
    )


def record_many(
    verb: str,
    changes: Iterable[tuple[models.Model, dict[str, Any] | None, dict[str, Any] | None]],
    *,
    actor: AbstractBaseUser | None = None,
    reason: str = "",
) -> None:
    """Record the same change of many rows, each with its before and after, in one statement."""
    AuditEvent.objects.bulk_create(
        AuditEvent(
            actor=actor if actor is not None and actor.pk else None,
            verb=verb,
            object_kind=obj._meta.label_lower,  # noqa: SLF001 - Django documents it
            object_id=str(obj.pk),
            before=plain(before),
            after=plain(after),
            reason=reason,
            request_id=request_id.get()[:36],
        )
        for obj, before, after in changes
    )


def values(obj: models.Model, *fields: str) -> dict[str, Any]:
    """The fields of a row as ``record`` takes them."""
    return {field: getattr(obj, field) for field in fields}


def plain(data: dict[str, Any] | None) -> dict[str, Any] | None:
    """The data as JSON knows it: days as ``2026-11-24``, decimals and lazy words as text."""
    return None if data is None else json.loads(json.dumps(data, cls=DjangoJSONEncoder))
