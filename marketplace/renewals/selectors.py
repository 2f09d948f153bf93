"""The due list of an officer's places."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from catalog.register.models import Certificate, Producer
from catalog.reminders.models import ReminderSent
from catalog.reminders.rules import filing_window
from catalog.reminders.selectors import ending
from marketplace.accounts.models import OfficerPost, User
from marketplace.accounts.permissions import in_force
from marketplace.accounts.scope import Scope


@dataclass(frozen=True, slots=True)
class Due:
    """A recognition that ends, and what has been done about it."""

    certificate: Certificate
    days_left: int
    reminded: list[int]  # the steps sent, the longest before the end first
    files_from: date
    files_until: date

    @property
    def may_file(self) -> bool:
        """Whether the dossier can be handed in now."""
        last = self.certificate.last_day.toordinal()
        return (
            last - self.files_until.toordinal()
            <= self.days_left
            <= (last - self.files_from.toordinal())
        )


def due_list(scope: Scope, day: date, *, within: int) -> QuerySet[Certificate]:
    """Recognitions of these places that end within so many days, the soonest first."""
    rows = ending(day, within=within).filter(scope.of_producer("product__producer__"))
    return rows.select_related("product__producer__commune", "product__product_set")


def due_rows(certificates: Iterable[Certificate], day: date) -> list[Due]:
    """The same with what was sent; one query for any number."""
    certificates = list(certificates)
    sent: dict[tuple[int, date], list[int]] = {}
    rows = ReminderSent.objects.filter(certificate__in=certificates).order_by("-days")
    for certificate_id, last_day, days in rows.values_list("certificate_id", "last_day", "days"):
        sent.setdefault((certificate_id, last_day), []).append(days)
    return [
        Due(
            certificate,
            (certificate.last_day - day).days,
            sent.get((certificate.pk, certificate.last_day), []),
            *filing_window(certificate.last_day),
        )
        for certificate in certificates
    ]


def counts(scope: Scope, day: date, steps: Iterable[int]) -> dict[int, int]:
    """How many end within each number of days; one query."""
    longest = max(steps, default=0)
    rows = ending(day, within=longest).filter(scope.of_producer("product__producer__"))
    by_day = dict(rows.order_by().values_list("last_day").annotate(Count("pk")))
    return {
        step: sum(n for last, n in by_day.items() if (last - day).days <= step) for step in steps
    }


def officers_of(producer: Producer) -> list[User]:
    """Those who answer for the producer's place today and have an e-mail address."""
    posts = in_force(OfficerPost.objects.filter(province=producer.province_id))
    whole = posts.filter(commune=None)
    part = posts.filter(commune=producer.commune_id) if producer.commune_id else posts.none()
    users = User.objects.filter(is_active=True, email__isnull=False)
    held = [*whole.values_list("user", flat=True), *part.values_list("user", flat=True)]
    return list(users.filter(pk__in=held).order_by("pk"))
