"""A producer's papers, and what to say of their days."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.register.models import Paper, Producer

SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper and its state in words; ``tone`` chooses the tag's colour beside the words."""

    paper: Paper
    state: str
    tone: str


def standing_papers(producer: Producer) -> QuerySet[Paper]:
    """Papers that no other took the place of."""
    return producer.papers.filter(replaced_by=None).select_related("product")


def paper_lines(papers: QuerySet[Paper], day: date) -> list[PaperLine]:
    """The papers, those that need somebody first; one query."""
    lines = [PaperLine(paper, *state_of(paper, day)) for paper in papers]
    return sorted(lines, key=lambda line: (line.paper.valid_to or date.max, line.paper.pk))


def state_of(paper: Paper, day: date) -> tuple[str, str]:
    """``valid``, ``ends in 12 days``, ``expired``: the words and their tone."""
    left = paper.days_left(day)
    if left is None:
        return _("không có ngày hết hạn"), "done"
    if left < 0:
        return _("đã hết hạn"), "bad"
    if left == 0:
        return _("hết hạn cuối ngày hôm nay"), "wait"
    if left <= SOON.days:
        return ngettext("còn %(n)s ngày", "còn %(n)s ngày", left) % {"n": left}, "wait"
    return _("còn hiệu lực"), "done"


def ending_papers(day: date) -> QuerySet[Paper]:
    """Standing papers of all producers whose last day is near, and not past."""
    return Paper.objects.filter(replaced_by=None, valid_to__range=(day, day + SOON))


def papers_to_renew(producer: Producer, day: date) -> int:
    """How many have ended or end soon."""
    return producer.papers.filter(replaced_by=None, valid_to__lte=day + SOON).count()
