"""Oscar's own settings; everything else about the shop is code below marketplace/shop."""

from decimal import ROUND_HALF_UP, Decimal

from oscar.defaults import *

OSCAR_SHOP_NAME = "Làng Sao"
OSCAR_SHOP_TAGLINE = ""
OSCAR_HOMEPAGE = "/"
OSCAR_DEFAULT_CURRENCY = "VND"
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_ALLOW_GUEST_CHECKOUT_WITH_ACCOUNT = True
OSCAR_ALLOW_ANON_REVIEWS = False
OSCAR_MODERATE_REVIEWS = True
OSCAR_SEND_REGISTRATION_EMAIL = False
OSCAR_EAGER_ALERTS = False
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "line1", "country")
OSCAR_SLUG_FUNCTION = "catalog.lib.vietnamese.slug"
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = None

# A parcel's way through life. The order service and the producer's area move it on.
OSCAR_INITIAL_ORDER_STATUS = "placed"
OSCAR_INITIAL_LINE_STATUS = "placed"
OSCAR_ORDER_STATUS_PIPELINE = {
    "placed": ("confirmed", "refused", "cancelled", "expired"),
    "confirmed": ("packed", "refused", "cancelled", "expired"),
    "packed": ("handed_over", "cancelled"),
    "handed_over": ("delivered", "returned"),
    "delivered": (),
    "refused": (),
    "cancelled": (),
    "expired": (),
    "returned": (),
}
OSCAR_LINE_STATUS_PIPELINE = OSCAR_ORDER_STATUS_PIPELINE


def whole_dong(amount: Decimal, currency: str | None = None) -> Decimal:  # noqa: ARG001
    """An offer's amount in whole dong: there is no smaller coin. Oscar passes the currency."""
    return amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)


OSCAR_OFFER_ROUNDING_FUNCTION = "marketplace.settings.oscar.whole_dong"

# Haystack must be importable for Oscar, and does nothing here: search is ours.
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"
