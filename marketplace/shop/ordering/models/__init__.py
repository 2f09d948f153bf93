"""Orders: groups, parcels, money and the dated rules about them."""

from .group import OrderGroup
from .parcel import LineTerms, Parcel, ParcelMove
from .payment import PaymentRecord
from .terms import CashLimit, ConfirmationTerm, TransferTerm

__all__ = [
    "CashLimit",
    "ConfirmationTerm",
    "LineTerms",
    "OrderGroup",
    "Parcel",
    "ParcelMove",
    "PaymentRecord",
    "TransferTerm",
]
