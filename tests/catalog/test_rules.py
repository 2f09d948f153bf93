"""The gate, by date."""

import datetime as dt

from catalog.register import rules

DAY = dt.date(2026, 11, 24)


def recognition(**changes):
    given = {"star": 4, "issued_on": dt.date(2025, 1, 1), "expires_on": DAY}
    return rules.Recognition(**(given | changes))


def test_gate_is_open_on_the_last_valid_day_and_closed_on_the_next():
    held = [recognition()]

    assert rules.may_be_sold(held, DAY)
    assert not rules.may_be_sold(held, DAY + dt.timedelta(days=1))
