"""Who may move a parcel, and how long a seller sees whom it goes to."""

from datetime import datetime, timedelta

from .enums import CLOSED, ParcelState
from .models import Parcel

# The buyer's name, number and address are for delivering; a month covers complaints.
KEEP_AFTER_CLOSING = timedelta(days=30)
SELLERS_STEPS = (
    ParcelState.CONFIRMED,
    ParcelState.REFUSED,
    ParcelState.PACKED,
    ParcelState.HANDED_OVER,
    ParcelState.DELIVERED,
    ParcelState.RETURNED,
)


def may_seller_set(state: ParcelState) -> bool:
    """Whether a producer's member may ask for this state at all."""
    return state in SELLERS_STEPS


def may_see_buyer(parcel: Parcel, *, closed_at: datetime | None, moment: datetime) -> bool:
    """Whether the seller sees who the buyer is: once confirmed, and a month after the end."""
    if parcel.state in CLOSED:
        was_sent = parcel.state in {ParcelState.DELIVERED, ParcelState.RETURNED}
        return was_sent and closed_at is not None and moment < closed_at + KEEP_AFTER_CLOSING
    return parcel.state != ParcelState.PLACED
