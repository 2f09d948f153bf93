"""Two who write the cards of one product at once: the second sees what the first did.

The first has not yet committed when the second begins. On PostgreSQL they would read past
each other; a control shows what then becomes of the card.
"""

import threading

import pytest
from django.db import connection, transaction
from django.db.models import F

from catalog.lib import clock
from catalog.register.models import Certificate, Product
from marketplace.shop.listings.models import ProductCard, Seller
from marketplace.shop.listings.services import cards
from marketplace.shop.listings.services.cards import note_stock_change, refresh_cards
from tests.factories.register import ProductFactory
from tests.factories.shop import StockRecord, on_sale

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
READING = 0.5  # seconds that the first waits with its commit, while the second reads


def one_before_the_other(first, second):
    """Let ``second`` begin after ``first`` has written and before it has committed."""
    written, failures = threading.Event(), []

    def work(act, *, leads):
        try:
            if not leads:
                written.wait(timeout=10)
            with transaction.atomic():
                act()
                if leads:
                    written.set()
                    threading.Event().wait(READING)
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=work, args=(act,), kwargs={"leads": leads})
        for act, leads in ((first, True), (second, False))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert failures == []


@pytest.fixture
def product():
    """A product in two packs, one piece of each."""
    product = ProductFactory(name="Chè Mẫu")
    on_sale(product=product, pack="gói 100 g", price=100_000, stock=1)
    on_sale(product=product, pack="hộp 200 g", price=200_000, stock=1)
    return product


def pack(name):
    return StockRecord.objects.filter(product__listing__pack=name)


def priced(name, price):
    """Somebody who gives the pack a price, as a form does."""

    def act():
        record = pack(name).get()
        record.price = price
        record.save()

    return act


def ordered(name):
    """Somebody who takes the last piece of the pack, as an order does."""

    def act():
        assert pack(name).filter(num_in_stock__gt=F("num_allocated")).update(num_allocated=1)
        note_stock_change(pack(name).values_list("pk", flat=True))

    return act


def better_star():
    """An officer who corrects the star."""
    certificate = Certificate.objects.get()
    certificate.star = 5
    certificate.save()


@pytest.fixture(autouse=True)
def _allocations(product):
    StockRecord.objects.update(num_allocated=0)


def test_two_prices_at_once_both_count(product):
    one_before_the_other(priced("gói 100 g", 60_000), priced("hộp 200 g", 150_000))

    assert ProductCard.objects.get().price == 60_000


def test_a_price_does_not_bring_an_older_star_back(product):
    one_before_the_other(better_star, priced("gói 100 g", 60_000))

    card = ProductCard.objects.get()
    assert (card.star, card.price) == (5, 60_000)


def test_two_who_bring_a_product_back_write_one_card(product):
    Seller.objects.update(suspended_at=clock.now())
    refresh_cards([product.pk])
    assert not ProductCard.objects.exists()

    def let_back():
        Seller.objects.update(suspended_at=None)
        refresh_cards([product.pk])

    one_before_the_other(let_back, priced("gói 100 g", 60_000))

    assert ProductCard.objects.get().price == 60_000


def test_two_who_refresh_a_new_product_write_one_card(product):
    ProductCard.objects.all().delete()

    one_before_the_other(lambda: refresh_cards([product.pk]), lambda: refresh_cards([product.pk]))

    assert ProductCard.objects.count() == 1


def test_two_orders_of_the_last_pieces_sell_the_product_out(product):
    one_before_the_other(ordered("gói 100 g"), ordered("hộp 200 g"))

    assert not ProductCard.objects.get().in_stock


def test_a_new_name_does_not_put_sold_goods_back_in_stock(product):
    with transaction.atomic():
        ordered("hộp 200 g")()

    def renamed():
        row = Product.objects.get()
        row.name = "Chè Shan"
        row.save()

    one_before_the_other(ordered("gói 100 g"), renamed)

    card = ProductCard.objects.get()
    assert (card.name, card.in_stock) == ("Chè Shan", False)


def test_without_the_queue_the_second_would_bring_the_older_star_back(product, monkeypatch):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets nobody write beside another")
    monkeypatch.setattr(cards, "_queue_for", lambda _products: None)

    one_before_the_other(better_star, priced("gói 100 g", 60_000))

    assert ProductCard.objects.get().star == 4
