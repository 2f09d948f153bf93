"""Tell producers of papers that end soon: at 60 days and again at 14, once each."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog.journal import notices
from catalog.journal.models import Notice
from catalog.lib import clock
from marketplace.areas.papers import ending_papers

STEPS = (14, 60)
ENDING = notices.Kind(
    "paper.ending",
    label=_("Giấy tờ sắp hết hạn"),
    title=_("%(paper)s hết hạn ngày %(day)s"),
    text=_("Gia hạn rồi gửi bản mới vào mục Giấy tờ."),
    by_mail=True,
)


def tell_of_ending_papers() -> int:
    """Write the lines that are due and not written yet; answers how many. Twice does no harm."""
    day, told = clock.today(), 0
    known = set(Notice.objects.filter(kind=ENDING.name).values_list("key", flat=True))
    for paper in ending_papers(day).select_related("producer"):
        step = next(step for step in STEPS if paper.days_left(day) <= step)
        key = f"{paper.pk}:{paper.valid_to}:{step}"
        if f"{ENDING.name}:{paper.producer_id}:{key}" in known:
            continue
        with transaction.atomic():
            notices.notify(
                paper.producer,
                ENDING.name,
                key=key,
                data={"paper": str(paper), "day": f"{paper.valid_to:%d/%m/%Y}"},
                link=("selling:papers", paper.producer.slug),
            )
        told += 1
    return told
