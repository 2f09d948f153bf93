"""What was parked after five tries, for the people who keep the site running.

These pages lie behind the door of ``/quan-tri/`` (``accounts.doors``): staff with a second step.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from catalog.journal.models import OutboxMessage
from marketplace.operations import selectors, services


@never_cache
def parked(request: HttpRequest) -> HttpResponse:
    """Everything parked, each with its error and a button."""
    return render(request, "operations/parked.html", {"parked": selectors.parked()})


@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a parked message again."""
    message = get_object_or_404(OutboxMessage, pk=pk)
    return _back(request, services.send_again(message, actor=request.user))


@require_POST
def run_again(request: HttpRequest, pk: str) -> HttpResponse:
    """Run a parked task again."""
    return _back(request, services.run_again(str(pk), actor=request.user))


def _back(request: HttpRequest, done: bool) -> HttpResponse:  # noqa: FBT001
    text = _("Đã đưa vào hàng chờ để làm lại.") if done else _("Việc này không cần làm lại.")
    messages.success(request, text)
    return redirect("parked")
