"""Read tables: how many rows of each kind, which rows, and what to mend."""

from collections.abc import Iterator

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Count, QuerySet

from .enums import RowState, Verdict
from .models import Batch, Row


def batches_of(officer: AbstractBaseUser) -> QuerySet[Batch]:
    """The tables somebody has sent, the newest first."""
    return Batch.objects.filter(sent_by_id=officer.pk).select_related("job")


def counts(batch: Batch) -> tuple[dict[str, int], dict[str, int]]:
    """How many rows of each verdict, and how many in each state; two questions."""
    verdicts = dict.fromkeys(Verdict.values, 0)
    states = dict.fromkeys(RowState.values, 0)
    rows = batch.rows.order_by()
    verdicts |= dict(rows.values_list("verdict").annotate(Count("pk")))
    states |= dict(rows.values_list("state").annotate(Count("pk")))
    return verdicts, states


def rows_to_mend(batch: Batch) -> Iterator[Row]:
    """Rows that say something wrong, or could not be written."""
    wrong = batch.rows.filter(verdict=Verdict.BAD) | batch.rows.filter(
        state__in=(RowState.FAILED, RowState.KEPT)
    )
    return wrong.order_by("number").iterator(chunk_size=500)
