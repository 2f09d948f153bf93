"""A buyer, a basket and an order in a line each; and all that a refusal must leave alone."""

from contextlib import contextmanager
from decimal import Decimal

import pytest
from django.core import mail
from oscar.core.loading import get_class, get_model

from catalog.journal.models import OutboxMessage
from catalog.lib import clock
from marketplace.shop.delivery.models import DeliveryRate, Zone
from marketplace.shop.listings.models import ProductCard, StorefrontVersion
from marketplace.shop.ordering.models import LineTerms, OrderGroup, Parcel
from marketplace.shop.ordering.selectors.quotes import quote_basket
from marketplace.shop.ordering.services import filling
from marketplace.shop.ordering.services.placing import Address, place_order
from tests.factories.register import CommuneFactory, ProducerFactory, ProvinceFactory
from tests.factories.shop import on_sale

Basket = get_model("basket", "Basket")
BasketLine = get_model("basket", "Line")
StockRecord = get_model("partner", "StockRecord")
Order = get_model("order", "Order")
OrderLine = get_model("order", "Line")
OrderDiscount = get_model("order", "OrderDiscount")
ConditionalOffer = get_model("offer", "ConditionalOffer")
VoucherApplication = get_model("voucher", "VoucherApplication")
Selector = get_class("partner.strategy", "Selector")

# What an order writes, and what it changes.
TABLES = (
    Basket,
    BasketLine,
    StockRecord,
    OrderGroup,
    Parcel,
    LineTerms,
    Order,
    OrderLine,
    OrderDiscount,
    ConditionalOffer,
    VoucherApplication,
    ProductCard,
    StorefrontVersion,
    OutboxMessage,
)


def fees(first_fee=20_000, *, zone=None, **fields) -> None:
    """A fee for every zone, or for one: 500 g, then ``step_fee`` for each 500 g begun."""
    for one in [zone] if zone else Zone.values:
        DeliveryRate.objects.create(
            zone=one,
            first_fee=first_fee,
            days_min=1,
            days_max=3,
            effective_from=fields.get("effective_from", clock.today()),
            **{"step_fee": 5_000, **{k: v for k, v in fields.items() if k != "effective_from"}},
        )


def producer_in(province: str, name: str):
    """A producer of the province with this code."""
    place = ProvinceFactory(code=province, name=f"Tỉnh số {province}")
    commune = CommuneFactory(code=f"{province}999", name="Mẫu", province=place)
    return ProducerFactory(name=name, slug=f"nha-{province}-{name[-1].lower()}", commune=commune)


def goods_of(producer, **fields):
    """A listing of this producer's."""
    return on_sale(producer=producer, **fields)


def address(**fields) -> Address:
    """Nguyễn Văn An in Phan Thiết, Lâm Đồng."""
    commune = CommuneFactory()
    return Address(
        **{
            "name": "Nguyễn Văn An",
            "phone": "0912345678",
            "province": commune.province,
            "commune": commune,
            "street": "12 Trần Phú",
            **fields,
        }
    )


def record_of(listing):
    """The listing's price and stock, as the database has them now."""
    return StockRecord.objects.get(product=listing.oscar_product_id)


def put_in(basket, listing, quantity=1) -> None:
    """Add without asking how many are free: the basket knew a better day."""
    filling.add_to_basket(
        basket, listing=listing, stockrecord=record_of(listing), quantity=quantity, free=999
    )


def basket_with(*goods, owner=None):
    """An open basket with listings, or pairs of a listing and how many."""
    basket = Basket.objects.create(owner=owner)
    for item in goods:
        put_in(basket, *(item if isinstance(item, tuple) else (item,)))
    return basket


def total_of(basket, *, user=None, province="68") -> Decimal | None:
    """The total that the checkout page would show now."""
    seen = Basket.objects.get(pk=basket.pk)
    return quote_basket(seen, day=clock.today(), province_code=province, user=user).total


SHOWN = object()


def order(basket, *, seen_total=SHOWN, user=None, where=None, **fields):
    """Place the order at the total that the page shows, unless told otherwise."""
    where = where or address()
    if seen_total is SHOWN:
        seen_total = total_of(basket, user=user, province=where.province.code)
    return place_order(basket, address=where, seen_total=seen_total, user=user, **fields)


def everything() -> dict[str, list]:
    """Every row that an order could write or change, and the letters sent."""
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in TABLES}
    return {**rows, "letters": list(mail.outbox)}


@contextmanager
def refused(error):
    """The order is refused for this reason, and nothing has changed."""
    before = everything()
    with pytest.raises(error) as caught:
        yield caught
    assert everything() == before
