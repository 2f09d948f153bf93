"""The rows of a decision become proposals for the second officer."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser

from catalog.decisions.services import propose
from catalog.intake.models import Row
from catalog.register.models import Product

_DAYS = ("decided_on", "expires_on")


def propose_rows(rows: list[Row], *, by: AbstractBaseUser, source: str) -> None:
    """Propose what the rows say about stars.

    Raises what ``propose`` refuses.
    """
    deciding = [row for row in rows if row.plan.get("proposal")]
    products = Product.objects.in_bulk({row.made["product"]["pk"] for row in deciding})
    for row in deciding:
        said = dict(row.plan["proposal"])
        said |= {name: date.fromisoformat(said[name]) for name in _DAYS if said.get(name)}
        proposal = propose(products[row.made["product"]["pk"]], by=by, source=source, **said)
        row.made["proposal"] = {"pk": proposal.pk}
