"""The inbox: what happened, what is new, and the way to each thing."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.journal import notices
from catalog.register.models import Producer
from marketplace.areas.producer import for_members

PER_PAGE = 30


@for_members
@require_safe
def inbox(request: HttpRequest, producer: Producer) -> HttpResponse:
    """The newest first, one kind of them if asked."""
    every = notices.inbox_of(producer)
    kinds = notices.labels_of(every)
    chosen = request.GET.get("loai", "")
    chosen = chosen if chosen in dict(kinds) else ""
    rows = every.filter(kind=chosen) if chosen else every
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "lines": [notices.read(notice) for notice in page.object_list],
        "page_obj": page,
        "kinds": kinds,
        "chosen": chosen,
        "unread": notices.unread_count(producer),
    }
    return render(request, "areas/inbox.html", context)


@for_members
@require_POST
def follow(request: HttpRequest, producer: Producer, number: int) -> HttpResponse:
    """Mark one line as read and go to what it is about."""
    notice = notices.inbox_of(producer).filter(pk=number).first()
    if notice is None:
        raise Http404(_("Không có tin này."))
    notices.mark_read(notices.inbox_of(producer).filter(pk=number), by=request.user)
    url = notices.read(notice).url
    return redirect(url) if url else redirect("selling:inbox", producer=producer.slug)


@for_members
@require_POST
def mark_all_read(request: HttpRequest, producer: Producer) -> HttpResponse:
    """Nothing is new any more."""
    notices.mark_read(notices.inbox_of(producer), by=request.user)
    return redirect("selling:inbox", producer=producer.slug)
