"""From a sample product's state to the certificates that show it, counted from the load day.

Days are relative so that the demo does not rot: what ends soon ends soon whenever it is
loaded. The register's own services write them, so the history tells each step.
"""

from datetime import date, timedelta
from enum import StrEnum

from catalog.lib import clock
from catalog.register import rules
from catalog.register.enums import RevocationGround
from catalog.register.models import Certificate, Product
from catalog.register.services import (
    extend_certificate,
    grant_certificate,
    replace_certificate,
    revoke_certificate,
)

from .rows import SampleProduct

SOURCE = "Dữ liệu mẫu"
REVOCATION_DECISION = "7/QĐ-MẪU-TH"
EARLIER_DECISION = "9/QĐ-MẪU"


class State(StrEnum):
    """What a visitor shall find when opening the product's page."""

    VALID = "valid"
    ENDS_SOON = "ends_soon"
    EXTENDED = "extended"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"  # upgraded: an earlier certificate, and the one that follows it
    TWO_STAR = "two_star"
    UNVERIFIED = "unverified"


SELLABLE = frozenset({State.VALID, State.ENDS_SOON, State.EXTENDED, State.REPLACED})


def recognise(product: Product, row: SampleProduct) -> None:
    """Write the certificates of a product that has none; an unverified one gets none."""
    state = State(row.state)
    if state is State.UNVERIFIED:
        return
    if state is State.REPLACED:
        earlier = _grant(product, row, star=rules.MIN_STAR, decision_no=EARLIER_DECISION)
        replace_certificate(
            earlier, **_decision(row), star=row.star, issued_on=_ago(row.ended_days_ago)
        )
        return
    certificate = _grant(product, row, star=row.star, decision_no=row.decision_no)
    if state is State.EXTENDED:
        extend_certificate(certificate, until=rules.longest_extension(certificate.expires_on))
    if state is State.REVOKED:
        revoke_certificate(
            certificate,
            ground=RevocationGround.CRITERIA_LOST,
            decision_no=REVOCATION_DECISION,
            revoked_on=_ago(row.ended_days_ago),
        )


def _grant(product: Product, row: SampleProduct, *, star: int, decision_no: str) -> Certificate:
    return grant_certificate(
        product,
        **_decision(row) | {"decision_no": decision_no},
        star=star,
        issued_on=_ago(row.issued_days_ago),
    )


def _decision(row: SampleProduct) -> dict[str, str]:
    return {
        "decision_no": row.decision_no,
        "authority": row.authority,
        "authority_level": row.authority_level,
        "source": SOURCE,
    }


def _ago(days: int) -> date:
    return clock.today() - timedelta(days=days)
