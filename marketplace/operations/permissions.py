"""Who may see which job."""

from django.db.models import QuerySet

from catalog.journal.models import Job
from marketplace.accounts.models import User


def jobs_for(user: User) -> QuerySet[Job]:
    """The jobs ``user`` may look at: their own; staff, who mend what broke, all."""
    if not user.is_active:
        return Job.objects.none()
    return Job.objects.all() if user.is_staff else Job.objects.filter(started_by=user)
