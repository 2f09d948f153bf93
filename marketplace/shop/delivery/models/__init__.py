"""Delivery: rates by day, what a seller offers, points where goods are gathered."""

from marketplace.shop.delivery.enums import Zone

from .points import ConsolidationPoint
from .rates import DeliveryRate
from .terms import SellerTerms

__all__ = ["ConsolidationPoint", "DeliveryRate", "SellerTerms", "Zone"]
