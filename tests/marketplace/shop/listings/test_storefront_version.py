"""The storefront's version: which change makes which pages and counts old."""

import pytest
from oscar.core.loading import get_model

from catalog.register.models import Certificate
from marketplace.shop.listings.models import ProductCard
from marketplace.shop.listings.selectors.cards import storefront
from marketplace.shop.listings.services.cards import gathered
from tests.factories.register import ProducerFactory
from tests.factories.shop import on_sale, seller_of

StockRecord = get_model("partner", "StockRecord")
pytestmark = pytest.mark.django_db


def test_the_version_rises_with_a_change_that_shows_and_only_then():
    listing = on_sale(stock=10)
    before = storefront().number

    record = StockRecord.objects.get()
    record.num_in_stock = 9
    record.save()
    listing.save()
    assert storefront().number == before

    record.price = 99_000
    record.save()
    assert storefront().number == before + 1
    assert ProductCard.objects.get().version == before + 1


def test_the_counts_grow_old_only_with_what_is_counted():
    listing = on_sale(price=150_000, stock=10)
    record = StockRecord.objects.get()
    before = storefront()

    record.price = 140_000  # in the same band
    record.save()
    listing.product.name = "Chè Mẫu đổi tên"
    listing.product.save()
    assert storefront().number == before.number + 2
    assert storefront().counted == before.counted

    record.price = 999_000
    record.save()
    assert storefront().counted == before.counted + 1

    record.num_allocated = record.num_in_stock
    record.save()
    assert storefront().counted == before.counted + 2

    Certificate.objects.get().delete()
    assert storefront().counted == before.counted + 3


def test_a_load_of_many_rows_raises_the_version_once():
    producer = ProducerFactory()
    seller_of(producer)
    before = storefront().number

    with gathered():
        for number in range(5):
            on_sale(name=f"Chè Mẫu {number}", producer=producer)
        assert not ProductCard.objects.exists()

    assert ProductCard.objects.count() == 5
    assert storefront().number == before + 1
