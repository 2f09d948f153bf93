"""The letter at the end of a long job, for whoever closed its page meanwhile."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.journal import jobs, outbox
from catalog.journal.models import Job
from marketplace import letters

LONG = timedelta(minutes=1)  # somebody who waited less is still looking at the page


@outbox.handler(jobs.FINISHED)
def tell_of_end(payload: dict, key: str) -> None:
    """Write to who started it, when it took long or could not be done."""
    job = Job.objects.select_related("started_by").get(pk=payload["job"])
    person = job.started_by
    if person is None or not person.email or not job.is_over:
        return
    if job.state == Job.State.DONE and job.finished_at - job.created_at < LONG:
        return
    with override(job.language):
        told = {"title": job.title, "state": job.get_state_display()}
        letters.send(
            "operations/letters/job_over",
            key=key,
            to=person.email,
            subject=_("%(state)s: %(title)s") % told,
            context={"job": job, "url": letters.absolute(reverse("jobs:detail", args=[job.pk]))},
        )
