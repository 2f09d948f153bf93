"""Cards follow the register, the listings and the stock, whoever changes them."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from oscar.core.loading import get_model

from catalog.register.models import Producer, Product
from catalog.register.signals import register_changed
from cms.signals import identity_changed

from .models import Listing, Seller
from .services.cards import refresh_cards
from .services.packs import retitle
from .services.versions import raise_frame, raise_version


def on_register_changed(*, product_ids: set[int], **_: Any) -> None:
    """A producer, product or certificate changed."""
    retitle(product_ids)
    refresh_cards(product_ids)


def on_producer_saved(**_: Any) -> None:
    """The list of producers shows producers without goods too."""
    raise_version()


def on_listing_saved(*, instance: Listing, **_: Any) -> None:
    """A pack came, changed or went."""
    refresh_cards({instance.product_id})


def on_stock_record_saved(*, instance: Any, raw: bool = False, **_: Any) -> None:
    """A price or a stock changed."""
    if not raw:
        refresh_cards(
            Listing.objects.filter(oscar_product=instance.product_id).values_list(
                "product_id", flat=True
            )
        )


def on_seller_saved(*, instance: Seller, **_: Any) -> None:
    """A seller was admitted, suspended or let back."""
    refresh_cards(
        Product.objects.filter(producer=instance.producer_id).values_list("pk", flat=True)
    )


def on_identity_changed(**_: Any) -> None:
    """The operator changed the name, the colour or the pages in the foot."""
    raise_frame()


def connect() -> None:
    """Called once, when the apps are ready."""
    stock_record = get_model("partner", "StockRecord")
    register_changed.connect(on_register_changed, dispatch_uid="cards_register")
    identity_changed.connect(on_identity_changed, dispatch_uid="frame_identity")
    for signal in (post_save, post_delete):
        signal.connect(on_producer_saved, sender=Producer, dispatch_uid="version_producer")
        signal.connect(on_listing_saved, sender=Listing, dispatch_uid="cards_listing")
        signal.connect(on_stock_record_saved, sender=stock_record, dispatch_uid="cards_stock")
        signal.connect(on_seller_saved, sender=Seller, dispatch_uid="cards_seller")
