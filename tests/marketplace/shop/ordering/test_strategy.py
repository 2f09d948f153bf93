"""Price and availability as Oscar asks for them, in the order: shop, gate, law, stock."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import now

from catalog.lib import clock
from marketplace.shop.partner import availability
from tests.factories.register import CertificateFactory, ProductFactory, ProductSetFactory

from .purchases import (
    BasketLine,
    Selector,
    StockRecord,
    basket_with,
    goods_of,
    producer_in,
    record_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def hill():
    return producer_in("08", "HTX Mẫu A")


def seen(listing):
    """What a visitor of this moment is told."""
    product = type(listing.oscar_product).objects.get(pk=listing.oscar_product_id)
    return Selector().strategy().fetch_for_product(product)


def test_a_certified_pack_in_stock_can_be_bought(hill):
    info = seen(goods_of(hill, price=33_335, stock=5))

    assert info.availability.code == availability.IN_STOCK
    assert info.availability.num_available == 5
    assert (info.price.incl_tax, info.price.tax, info.price.currency) == (33_335, 0, "VND")
    assert info.availability.is_purchase_permitted(5) == (True, "")
    assert not info.availability.is_purchase_permitted(6)[0]


def test_a_price_kept_with_decimals_is_told_in_whole_dong(hill):
    tea = goods_of(hill)
    StockRecord.objects.update(price=Decimal("99999.50"))

    assert seen(tea).price.incl_tax == Decimal(100_000)


@pytest.mark.parametrize("trait", ["expired", "revoked"])
def test_a_recognition_that_ended_ends_the_sale(hill, trait):
    product = ProductFactory(producer=hill)
    CertificateFactory(product=product, **{trait: True})

    info = seen(goods_of(hill, product=product))

    assert (info.availability.code, info.availability.num_available) == (availability.ENDED, 0)


def test_two_stars_are_not_sold(hill):
    product = ProductFactory(producer=hill)
    CertificateFactory(product=product, star=2)

    assert seen(goods_of(hill, product=product)).availability.code == availability.ENDED


def test_the_last_day_is_a_day_of_sale(hill, monkeypatch):
    product = ProductFactory(producer=hill)
    CertificateFactory(product=product, ends_today=True)
    tea = goods_of(hill, product=product)
    assert seen(tea).availability.code == availability.IN_STOCK
    tomorrow = clock.today() + timedelta(days=1)

    monkeypatch.setattr(clock, "today", lambda: tomorrow)

    assert seen(tea).availability.code == availability.ENDED


def test_alcohol_is_shown_and_not_sold(hill):
    spirit = goods_of(hill, product_set=ProductSetFactory(set_no=14))

    assert seen(spirit).availability.code == availability.ALCOHOL


def test_an_ended_recognition_is_told_before_the_law_on_alcohol(hill):
    product = ProductFactory(producer=hill, product_set=ProductSetFactory(set_no=15))
    CertificateFactory(product=product, expired=True)

    assert seen(goods_of(hill, product=product)).availability.code == availability.ENDED


def test_a_suspended_seller_a_closed_pack_and_a_missing_price_are_withdrawn(hill):
    tea = goods_of(hill)
    tea.is_active = False
    tea.save()
    assert seen(tea).availability.code == availability.WITHDRAWN

    rice = goods_of(hill)
    StockRecord.objects.filter(pk=record_of(rice).pk).update(price=None)
    assert seen(rice).availability.code == availability.WITHDRAWN

    fish = goods_of(hill)
    type(hill.seller).objects.update(suspended_at=now())
    assert seen(fish).availability.code == availability.WITHDRAWN


def test_a_pack_that_was_never_listed_is_withdrawn(hill):
    tea = goods_of(hill)
    product = tea.oscar_product
    tea.delete()

    fresh = type(product).objects.get(pk=product.pk)

    info = Selector().strategy().fetch_for_product(fresh)
    assert info.availability.code == availability.WITHDRAWN


def test_sold_out_and_oversold_both_say_none_is_left(hill):
    tea = goods_of(hill, stock=0)

    info = seen(tea)

    assert (info.availability.code, info.availability.num_available) == (
        availability.SOLD_OUT,
        0,
    )
    assert availability.ForSale(-3).num_available == 0


def test_twenty_lines_ask_the_gate_once(hill, django_assert_num_queries):
    basket = basket_with(*[goods_of(hill) for _ in range(20)])
    basket.strategy = Selector().strategy()

    with django_assert_num_queries(2):  # the lines, the gate
        lines = basket.all_lines()
        assert [line.purchase_info.availability.code for line in lines] == ["in_stock"] * 20


def test_a_line_asks_its_own_stock_record(hill):
    tea = goods_of(hill)
    basket = basket_with(tea)
    line = BasketLine.objects.get(basket=basket)

    info = Selector().strategy().fetch_for_line(line)

    assert info.stockrecord == line.stockrecord == record_of(tea)
