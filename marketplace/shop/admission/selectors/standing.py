"""Who fulfils what: a producer's items against the checklist of a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from catalog.places.models import Province
from catalog.register.models import Producer
from marketplace.shop.admission import rules
from marketplace.shop.admission.enums import FULFILLED, Check
from marketplace.shop.admission.models import Evidence, Requirement


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist with what the producer gave for it."""

    producer: Producer
    requirement: Requirement
    evidence: Evidence | None

    @property
    def is_fulfilled(self) -> bool:
        """Whether an officer accepted or waived it."""
        return self.evidence is not None and self.evidence.check_state in FULFILLED

    @property
    def is_given(self) -> bool:
        """Whether there is something to look at, or it was waived."""
        return self.evidence is not None and (
            self.evidence.is_given or self.evidence.check_state == Check.WAIVED
        )

    @property
    def is_waived(self) -> bool:
        """Whether an officer let the producer do without."""
        return self.evidence is not None and self.evidence.check_state == Check.WAIVED

    @property
    def waits(self) -> bool:
        """Whether an officer is to look at it."""
        return self.is_given and self.evidence.check_state == Check.WAITING

    @property
    def must_be_mended(self) -> bool:
        """Whether an officer refused it."""
        return self.evidence is not None and self.evidence.check_state == Check.REFUSED


@dataclass(frozen=True, slots=True)
class Standing:
    """All lines asked of one producer on a day."""

    items: list[Item]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is asked."""
        return not self.items

    @property
    def lacking(self) -> list[Item]:
        """Mandatory lines neither accepted nor waived."""
        keys = rules.lacking(
            (i.requirement.pk for i in self.items if i.requirement.is_mandatory),
            (i.requirement.pk for i in self.items if i.is_fulfilled),
        )
        return [item for item in self.items if item.requirement.pk in keys]

    @property
    def not_given(self) -> list[Item]:
        """Mandatory lines for which nothing lies there, or only what was refused."""
        return [
            item
            for item in self.items
            if item.requirement.is_mandatory and (not item.is_given or item.must_be_mended)
        ]

    @property
    def waived(self) -> list[Item]:
        """Lines that the producer was let do without."""
        return [item for item in self.items if item.is_waived]

    @property
    def waiting(self) -> list[Item]:
        """Lines an officer is to look at."""
        return [item for item in self.items if item.waits]


def standing_of(producer: Producer, day: date) -> Standing:
    """One producer's standing; two queries."""
    return standings([producer], day)[producer.pk]


def standings(producers: Iterable[Producer], day: date) -> dict[int, Standing]:
    """Standings by producer; two queries for any number of them."""
    producers = list(producers)
    asked: dict[str, list[Requirement]] = defaultdict(list)
    codes = {producer.province_id for producer in producers}
    for requirement in in_force(day).filter(province__in=codes):
        asked[requirement.province_id].append(requirement)
    given = {
        (evidence.producer_id, evidence.requirement_id): evidence
        for evidence in Evidence.objects.filter(producer__in=producers).select_related("checked_by")
    }
    return {
        producer.pk: Standing(
            [
                Item(producer, requirement, given.get((producer.pk, requirement.pk)))
                for requirement in asked[producer.province_id]
                if rules.is_asked(requirement, kind=producer.kind, day=day)
            ]
        )
        for producer in producers
    }


def in_force(day: date) -> QuerySet[Requirement]:
    """Lines asked for on the day, by province and place."""
    ended = Q(valid_to__isnull=False, valid_to__lt=day)
    return Requirement.objects.filter(valid_from__lte=day).exclude(ended)


def checklist_of(province: Province | str) -> QuerySet[Requirement]:
    """All lines a province ever had, those in force first."""
    code = getattr(province, "pk", province)
    return Requirement.objects.filter(province=code).order_by("valid_to", "position", "pk")
