"""Read what happened."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from .models import AuditEvent


def events_of(objects: Iterable[tuple[str, Iterable[object]]]) -> QuerySet[AuditEvent]:
    """Events of the objects named by kind (``register.product``) and ids, the newest first."""
    wanted = Q(pk__in=[])
    for kind, ids in objects:
        wanted |= Q(object_kind=kind, object_id__in=[str(pk) for pk in ids])
    return AuditEvent.objects.filter(wanted).select_related("actor")
