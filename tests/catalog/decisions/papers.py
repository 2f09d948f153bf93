"""Decisions as officers write them, for the tests of this room and of those above."""

import datetime as dt

from catalog.decisions.services import propose

TODAY = dt.date(2026, 11, 24)


def decision(**changes) -> dict:
    """A province's decision of four stars."""
    given = {
        "kind": "recognise",
        "star": 4,
        "decision_no": "3981/QĐ-UBND",
        "decided_on": dt.date(2026, 8, 5),
        "authority": "UBND tỉnh Lâm Đồng",
        "authority_level": "province",
        "reason": "Hội đồng tỉnh họp ngày 1/8/2026",
    }
    return given | changes


def proposed(product, by, **changes):
    """A proposal that waits."""
    return propose(product, by=by, **decision(**changes))
