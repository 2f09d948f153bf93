"""One producer's case, and the lists of cases that an officer works through."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from catalog.register.models import Producer
from marketplace.accounts.scope import Scope
from marketplace.shop.admission.enums import Check, State
from marketplace.shop.admission.models import Application, Evidence, Requirement, Suspension
from marketplace.shop.listings.models import Seller

from .standing import Item, Standing, standing_of, standings


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known of a producer's admission on a day."""

    producer: Producer
    application: Application | None  # the newest
    standing: Standing
    seller: Seller | None
    suspension: Suspension | None  # the one that stands

    @property
    def may_be_edited(self) -> bool:
        """Whether the producer may give something now."""
        return self.application is None or self.application.state != State.SUBMITTED

    @property
    def may_be_submitted(self) -> bool:
        """Whether everything mandatory lies there."""
        open_one = self.seller is None and self.application is not None and self.may_be_edited
        return open_one and not self.standing.is_empty and not self.standing.not_given

    @property
    def may_be_decided(self) -> bool:
        """Whether it waits for an officer."""
        return self.application is not None and self.application.state == State.SUBMITTED

    @property
    def may_be_checked(self) -> bool:
        """Whether an officer looks at its items: sent in, or a seller's."""
        return self.seller is not None or self.may_be_decided

    @property
    def may_be_approved(self) -> bool:
        """Whether nothing mandatory is lacking."""
        return self.may_be_decided and not self.standing.lacking and not self.standing.is_empty


def case_of(producer: Producer, day: date) -> Case:
    """One producer's case; five queries."""
    return Case(
        producer=producer,
        application=producer.applications.select_related("decided_by").first(),
        standing=standing_of(producer, day),
        seller=Seller.objects.filter(producer=producer).first(),
        suspension=standing_suspensions().filter(seller__producer=producer).first(),
    )


def item_of(case: Case, requirement_id: int) -> Item | None:
    """The line of the case with this key."""
    found = (item for item in case.standing.items if item.requirement.pk == requirement_id)
    return next(found, None)


def waiting_applications(scope: Scope) -> QuerySet[Application]:
    """Applications an officer is to decide, the longest-waiting first."""
    return (
        Application.objects.filter(scope.of_province("producer__"), state=State.SUBMITTED)
        .select_related("producer__province", "producer__commune")
        .order_by("submitted_at")
    )


@dataclass(frozen=True, slots=True)
class Lacking:
    """A seller with what is lacking and what waits to be looked at."""

    seller: Seller
    standing: Standing


def lacking_sellers(scope: Scope, day: date) -> list[Lacking]:
    """Sellers who lack something or gave something to look at; three queries, by name."""
    sellers = list(
        Seller.objects.filter(scope.of_province("producer__"))
        .select_related("producer__commune", "producer__province")
        .order_by("producer__folded")
    )
    found = standings([seller.producer for seller in sellers], day)
    rows = [Lacking(seller, found[seller.producer_id]) for seller in sellers]
    wanting = [row for row in rows if row.standing.lacking or row.standing.waiting]
    return sorted(wanting, key=lambda row: not row.standing.waiting)


def standing_suspensions(scope: Scope | None = None) -> QuerySet[Suspension]:
    """Suspensions announced or in force."""
    rows = Suspension.objects.filter(lifted_at=None).select_related(
        "seller__producer__commune", "announced_by"
    )
    return rows if scope is None else rows.filter(scope.of_province("seller__producer__"))


def items_to_check(scope: Scope) -> int:
    """How many items of sellers wait to be looked at."""
    waiting = Evidence.objects.filter(
        scope.of_province("producer__"),
        check_state=Check.WAITING,
        given_at__isnull=False,
        producer__seller__isnull=False,
    )
    return waiting.count()


def find_requirement(scope: Scope, requirement_id: int) -> Requirement | None:
    """A line of one of the officer's provinces."""
    return Requirement.objects.filter(scope.of_province(), pk=requirement_id).first()
