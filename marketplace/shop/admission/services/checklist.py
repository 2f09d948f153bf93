"""A province's checklist: lines are added and ended, never changed.

So what was asked of a seller on a day can always be told.
"""

import csv
from datetime import date, timedelta
from pathlib import Path

from django.db import IntegrityError, transaction
from django.db.models import Q

from catalog.journal import audit
from catalog.lib import clock
from catalog.lib.vietnamese import tidy
from catalog.places.models import Province
from marketplace.shop.admission.errors import AlreadyDecided, RequirementTwice
from marketplace.shop.admission.models import Requirement

SAMPLE = Path(__file__).parents[1] / "data" / "sample_checklist.csv"
_FIELDS = ("code", "title", "wanted", "kinds", "is_mandatory", "valid_from", "valid_to")


def add_requirement(
    province: Province,
    *,
    code: str,
    title: str,
    title_en: str,
    wanted: str,
    valid_from: date,
    valid_to: date | None = None,
    help_text: str = "",
    help_text_en: str = "",
    kinds: list[str] | None = None,
    is_mandatory: bool = True,
    is_personal: bool = False,
    position: int = 50,
    by=None,
) -> Requirement:
    """Ask for one thing more from a day on; sellers who sell are shown as lacking, no more.

    Raises RequirementTwice for a code that is asked for on one of those days.
    """
    requirement = Requirement(
        province=province,
        code=code,
        title=tidy(title),
        title_en=tidy(title_en),
        help_text=tidy(help_text),
        help_text_en=tidy(help_text_en),
        wanted=wanted,
        is_personal=is_personal,
        kinds=sorted(kinds or []),
        is_mandatory=is_mandatory,
        position=position,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    requirement.full_clean(validate_unique=False, validate_constraints=False)
    with transaction.atomic():
        if _overlapping(requirement):
            raise RequirementTwice
        try:
            with transaction.atomic():
                requirement.save()
        except IntegrityError as error:  # somebody added it in this very moment
            raise RequirementTwice from error
        after = audit.values(requirement, *_FIELDS)
        audit.record("requirement.added", requirement, actor=by, after=after)
    return requirement


def end_requirement(requirement: Requirement, *, last_day: date | None = None, by=None) -> None:
    """Ask for it until a day, yesterday unless told; one not begun yet ends before it begins.

    Raises AlreadyDecided when somebody has ended it before.
    """
    last = last_day or clock.today() - timedelta(days=1)
    with transaction.atomic():
        standing = Requirement.objects.filter(pk=requirement.pk, valid_to=None)
        last = max(last, requirement.valid_from)
        if not standing.update(valid_to=last):
            raise AlreadyDecided(str(requirement))
        audit.record(
            "requirement.ended",
            requirement,
            actor=by,
            before={"valid_to": None},
            after={"valid_to": last},
        )
    requirement.valid_to = last


def start_from_sample(province: Province, *, by=None) -> int:
    """Give a province without a checklist the usual six lines; answers how many were added."""
    if Requirement.objects.filter(province=province).exists():
        return 0
    today = clock.today()
    with SAMPLE.open(encoding="utf-8", newline="") as opened, transaction.atomic():
        for position, row in enumerate(csv.DictReader(opened), start=1):
            add_requirement(
                province,
                code=row["code"],
                title=row["title"],
                title_en=row["title_en"],
                help_text=row["help_text"],
                help_text_en=row["help_text_en"],
                wanted=row["wanted"],
                kinds=row["kinds"].split(),
                is_mandatory=row["is_mandatory"] == "1",
                is_personal=row["is_personal"] == "1",
                position=position * 10,
                valid_from=today,
                by=by,
            )
    return position


def _overlapping(requirement: Requirement) -> bool:
    same = Requirement.objects.filter(province=requirement.province, code=requirement.code)
    if requirement.valid_to is not None:
        same = same.filter(valid_from__lte=requirement.valid_to)
    return same.filter(Q(valid_to=None) | Q(valid_to__gte=requirement.valid_from)).exists()
