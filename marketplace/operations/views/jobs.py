"""A long job, as its owner watches it. The page may be closed; the job goes on."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from catalog.journal.models import Job
from marketplace.operations import services
from marketplace.operations.permissions import jobs_for

PER_PAGE = 30


@never_cache
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """One's own jobs, the newest first."""
    own = Job.objects.filter(started_by=request.user).order_by("-created_at")
    page = Paginator(own, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "operations/jobs.html", {"page_obj": page})


@never_cache
@login_required
def detail(request: HttpRequest, pk: str) -> HttpResponse:
    """State, how far, how long, and what came of it."""
    job = get_object_or_404(jobs_for(request.user), pk=pk)
    return render(request, "operations/job.html", {"job": job})


@require_POST
@login_required
def cancel(request: HttpRequest, pk: str) -> HttpResponse:
    """Ask it to stop."""
    job = get_object_or_404(jobs_for(request.user), pk=pk)
    if not services.stop(job, actor=request.user):
        messages.info(request, _("Việc này đã kết thúc, không còn gì để dừng."))
    return redirect("jobs:detail", pk=job.pk)


@require_POST
@login_required
def again(request: HttpRequest, pk: str) -> HttpResponse:
    """Let a failed one go on."""
    job = get_object_or_404(jobs_for(request.user), pk=pk)
    if not services.try_again(job, actor=request.user):
        messages.info(request, _("Việc này không cần làm lại."))
    return redirect("jobs:detail", pk=job.pk)
