"""Long jobs: started by a person, done by the worker, watched on a page.

A room says once how a kind of job is done::

    @jobs.kind("intake.import")
    def import_rows(job: Handle) -> Outcome:
        for number, row in enumerate(rows[job.bookmark or 0:], start=...):
            with transaction.atomic():
                take(row)
                job.advance(percent=..., note=_("Dòng %d") % number, bookmark=number)
        return Outcome(url=reverse(...), note=_("Đã nhập 40 dòng."))

and starts one with ``jobs.start``. The worker may die at any point and another goes on: what a
step wrote and its bookmark lie in one transaction, so nothing is lost and nothing done twice.
"""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import get_language, override

from . import audit, outbox
from .models import Job

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 5
FINISHED = "job.finished"  # the outbox's topic; payload: {"job": id}


class JobCancelled(Exception):
    """Its owner asked to stop. Let it pass, after undoing what should be undone."""


class JobLost(Exception):
    """Another worker took the job over; this one must write nothing more."""


class JobRefused(Exception):
    """It can never be done, and the text says why, in words for its owner: no second try."""


class KindTaken(ValueError):
    """Two functions want the same kind."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: a page to look at, a sentence."""

    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Handle:
    """A job in the hands of the worker that does it."""

    job: Job

    @property
    def payload(self) -> dict:
        """What ``start`` was given."""
        return self.job.payload

    @property
    def bookmark(self):
        """Where an earlier try got to; None at the beginning."""
        return self.job.bookmark

    def advance(self, *, percent: int, note: str = "", bookmark: object = None) -> None:
        """Say how far it is. Call it last in the transaction of each step.

        Raises JobCancelled or JobLost, which rolls the step back.
        """
        told = {"percent": max(0, min(percent, 100)), "note": note[:300]}
        if bookmark is not None:
            told["bookmark"] = bookmark
        if not self._held().filter(cancel_asked_at=None).update(**told):
            raise JobCancelled if self._held().exists() else JobLost

    def _held(self) -> QuerySet[Job]:
        return Job.objects.filter(
            pk=self.job.pk, state=Job.State.RUNNING, attempts=self.job.attempts
        )


Doer = Callable[[Handle], Outcome | None]
_doers: dict[str, Doer] = {}


def kind(name: str) -> Callable[[Doer], Doer]:
    """Register how this kind of job is done; import its module in ``ready()``."""

    def register(function: Doer) -> Doer:
        if _doers.setdefault(name, function) is not function:
            raise KindTaken(name)
        return function

    return register


def start(
    kind: str, *, title: str, payload: dict | None = None, by: AbstractBaseUser | None = None
) -> Job:
    """Write the job down and let the worker do it after the commit."""
    with transaction.atomic():
        job = Job.objects.create(
            kind=kind,
            title=title[:200],
            payload=payload or {},
            started_by=by,
            language=get_language() or "vi",
        )
        _enqueue(job)
    return job


def cancel(job: Job) -> bool:
    """Ask it to stop: at once if nobody has begun, else after the step at hand.

    Answers False when it is over already.
    """
    now = timezone.now()
    alive = Job.objects.filter(pk=job.pk, finished_at=None)
    if alive.filter(state=Job.State.WAITING).update(
        state=Job.State.CANCELLED, cancel_asked_at=now, finished_at=now
    ):
        return True
    return bool(alive.update(cancel_asked_at=now))


def replay(job: Job) -> bool:
    """Try a failed job again, going on from its bookmark. Answers False if it has not failed."""
    with transaction.atomic():
        revived = Job.objects.filter(pk=job.pk, state=Job.State.FAILED).update(
            state=Job.State.WAITING,
            attempts=0,
            error="",
            note="",
            finished_at=None,
            cancel_asked_at=None,
        )
        if revived:
            _enqueue(job)
    return bool(revived)


def run(pk: str) -> str:
    """Do the job, or go on with it; the worker's part. Answers the state it is left in.

    An error that a later try may not meet is raised again, so that the task is tried again.
    """
    job = _claim(pk)
    if job is None:
        return "not ours"
    handle = Handle(job)
    token = audit.request_id.set(str(job.pk))  # its lines in both logs
    try:
        return _do(handle)
    finally:
        audit.request_id.reset(token)


def _do(handle: Handle) -> str:
    job = handle.job
    with override(job.language):
        try:
            if job.kind not in _doers:
                raise LookupError(f"Nobody has said how to do {job.kind}")  # noqa: TRY301
            outcome = _doers[job.kind](handle) or Outcome()
        except JobLost:
            return "lost"
        except JobCancelled:
            return _end(handle, Job.State.CANCELLED)
        except JobRefused as refusal:
            return _end(handle, Job.State.FAILED, note=str(refusal))
        except Exception:
            log.exception("Job %s (%s) failed, try %s", job.pk, job.kind, job.attempts)
            if _fail(handle, traceback.format_exc()):
                raise
            return Job.State.FAILED
        return _end(handle, Job.State.DONE, percent=100, note=outcome.note, result_url=outcome.url)


def give_up(pk: str, error: str) -> None:
    """Mark a job whose every try ended with the death of its worker."""
    job = Job.objects.filter(pk=pk, finished_at=None).first()
    if job is not None:
        _end(Handle(job), Job.State.FAILED, was=job.state, error=error)


def _claim(pk: str) -> Job | None:
    """Take the job for one more try; whoever held it before holds it no longer."""
    alive = Job.objects.filter(pk=pk, finished_at=None)
    now = timezone.now()
    alive.filter(started_at=None).update(started_at=now)
    if not alive.filter(attempts__lt=MAX_ATTEMPTS).update(
        state=Job.State.RUNNING, attempts=F("attempts") + 1
    ):
        return None
    return Job.objects.get(pk=pk)


def _end(handle: Handle, state: Job.State, *, was: str = Job.State.RUNNING, **told) -> str:
    """Close the job and let its owner be told, together."""
    job = handle.job
    if "note" in told:
        told["note"] = told["note"][:300]
    with transaction.atomic():
        ours = Job.objects.filter(pk=job.pk, state=was, attempts=job.attempts)
        if not ours.update(state=state, finished_at=timezone.now(), **told):
            return "lost"
        if state != Job.State.CANCELLED:
            key = f"{FINISHED}:{job.pk}:{timezone.now():%Y%m%d%H%M%S%f}"
            outbox.post(FINISHED, key=key, payload={"job": str(job.pk)})
    return state


def _fail(handle: Handle, error: str) -> bool:
    """Keep the error; answers whether it will be tried again."""
    job = handle.job
    if job.attempts >= MAX_ATTEMPTS:
        _end(handle, Job.State.FAILED, error=error)
        return False
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, attempts=job.attempts).update(
        state=Job.State.WAITING, error=error
    )
    return True


def _enqueue(job: Job) -> None:
    # The task stands a storey above; it is known by then.
    from .tasks import run_job

    run_job.enqueue(str(job.pk))
