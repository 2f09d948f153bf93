"""Today in Viet Nam: recognitions, rates and rules open and close at its midnight."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The present instant, in Vietnamese time."""
    return timezone.now().astimezone(VIETNAM)


def today() -> date:
    """The calendar day in Viet Nam at this instant."""
    return now().date()
