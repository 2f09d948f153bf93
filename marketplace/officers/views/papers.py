"""A producer's papers at the officers' desk: their days, and the files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.lib import clock
from catalog.register.models import Paper
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers
from marketplace.areas.papers import paper_lines, standing_papers
from marketplace.private_files import download_response


@for_officers
@require_safe
def papers(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """All standing papers of a producer of this place."""
    producer = desk.scope.producers().filter(pk=pk).first()
    if producer is None:
        raise Http404(_("Không có chủ thể này."))
    lines = paper_lines(standing_papers(producer), clock.today())
    return render(request, "officers/papers.html", {"producer": producer, "lines": lines})


@for_officers
@require_safe
def paper_file(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:  # noqa: ARG001
    """The file of one paper."""
    found = Paper.objects.filter(desk.scope.of_producer("producer__"), pk=pk).exclude(file="")
    paper = found.first()
    if paper is None:
        raise Http404(_("Không có tệp này."))
    return download_response(paper.file.storage, paper.file.name, called=f"giay-to-{paper.pk}")
