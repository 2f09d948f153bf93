"""How the worker does the long jobs of this room."""

from django.contrib.auth import get_user_model
from django.urls import NoReverseMatch, reverse

from catalog.journal import jobs

from .models import Batch
from .services import applying, reading, undoing
from .services.sending import APPLY, READ, UNDO


@jobs.kind(READ)
def read(job: jobs.Handle) -> jobs.Outcome:
    """Read and judge a table."""
    batch = Batch.objects.get(pk=job.payload["batch"])
    return _with_page(batch, reading.read(job, batch))


@jobs.kind(APPLY)
def apply(job: jobs.Handle) -> jobs.Outcome:
    """Write its rows."""
    batch = Batch.objects.get(pk=job.payload["batch"])
    return _with_page(batch, applying.apply(job, batch, _who(job)))


@jobs.kind(UNDO)
def undo(job: jobs.Handle) -> jobs.Outcome:
    """Put back what its rows changed."""
    batch = Batch.objects.get(pk=job.payload["batch"])
    return _with_page(batch, undoing.undo(job, batch, _who(job)))


def _who(job: jobs.Handle):
    return get_user_model().objects.get(pk=job.payload["by"])


def _with_page(batch: Batch, outcome: jobs.Outcome) -> jobs.Outcome:
    """The outcome with the page of the table, which a room above shows."""
    try:
        url = reverse("desk:table", args=[batch.pk])
    except NoReverseMatch:
        url = ""
    return jobs.Outcome(url=url, note=outcome.note)
