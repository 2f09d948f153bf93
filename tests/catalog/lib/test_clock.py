"""Days begin at midnight in Viet Nam, wherever the server stands."""

import datetime as dt

import pytest
from django.utils import timezone

from catalog.lib import clock


@pytest.mark.parametrize("server_zone", ["Asia/Ho_Chi_Minh", "UTC", "America/New_York"])
@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-11-24T16:59:59.999999+00:00", dt.date(2026, 11, 24)),
        ("2026-11-24T17:00:00+00:00", dt.date(2026, 11, 25)),
        ("2026-12-31T23:59:59+07:00", dt.date(2026, 12, 31)),
        ("2026-12-31T17:00:00+00:00", dt.date(2027, 1, 1)),
    ],
)
def test_the_day_turns_at_vietnamese_midnight(monkeypatch, server_zone, instant, day):
    monkeypatch.setattr(timezone, "now", lambda: dt.datetime.fromisoformat(instant))

    with timezone.override(server_zone):
        assert clock.today() == day
