"""What a page costs the database, and that rows, packs and papers do not add to it."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.register.models import Paper, Product
from cms.selectors import site_identity
from marketplace.shop.listings.services.cards import gathered, refresh_cards
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProductSetFactory,
    ProvinceFactory,
)
from tests.factories.shop import on_sale

from .reading import titles

pytestmark = pytest.mark.django_db
MOST = 8


def cold(client, path) -> int:
    """Queries of a page of which no cache holds anything but the frame around it."""
    client.get(path)
    caches["pages"].clear()
    site_identity()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
    assert response.status_code == 200
    return len(asked)


@pytest.fixture
def producer():
    return ProducerFactory(slug="htx-mau")


def sell(count, **fields):
    """So many products on sale, some recognised, some not."""
    with gathered():
        for number in range(count):
            on_sale(name=f"Mẫu {number}", **fields)


@pytest.mark.parametrize(
    "path",
    [
        "/san-pham/",
        "/en/san-pham/",
        "/san-pham/?sao=4&tinh=68&gia=2&nhom=11&con_hang=1&xep=ten&q=mau",
        "/san-pham/?nhom=14",
    ],
)
def test_a_list_costs_the_same_at_one_and_at_thirty_rows(client, producer, path):
    sell(1, producer=producer)
    few = cold(client, path)

    for number in range(5):
        province = ProvinceFactory(code=f"0{number + 1}", name=f"Tỉnh {number}")
        commune = CommuneFactory(code=f"0000{number}", province=province)
        kind = ProductSetFactory(set_no=number + 1)
        sell(6, producer=ProducerFactory(commune=commune), product_set=kind)

    assert cold(client, path) == few <= MOST


def test_a_product_costs_the_same_with_many_packs_papers_and_siblings(client, producer):
    product = ProductFactory(slug="che-mau", producer=producer)
    on_sale(product=product)
    path = "/san-pham/che-mau/"
    few = cold(client, path)

    for number in range(7):
        on_sale(product=product, pack=f"gói {number}")
    for number in range(20):
        Paper.objects.create(producer=producer, kind="other", number=f"{number}")
        Paper.objects.create(
            producer=producer, product=product, kind="test_report", number=f"{number}"
        )
    CertificateFactory(product=product, revoked=True)
    CertificateFactory(product=product)
    sell(9, producer=producer)

    assert cold(client, path) == few <= MOST
    assert len(titles(client.get(path))) == 4


def test_a_product_that_is_not_sold_costs_no_more(client, producer):
    on_sale(product=ProductFactory(slug="che-mau", producer=producer))
    CertificateFactory(product=ProductFactory(slug="het-han", producer=producer), expired=True)

    assert cold(client, "/san-pham/het-han/") <= cold(client, "/san-pham/che-mau/") <= MOST


def test_producers_cost_the_same_at_one_and_at_thirty(client, producer):
    sell(1, producer=producer)
    paths = ["/chu-the/", "/en/chu-the/", "/chu-the/?tinh=68&loai=cooperative"]
    few = [cold(client, path) for path in paths]

    with gathered():
        for _ in range(29):
            sell(1, producer=ProducerFactory())

    assert [cold(client, path) for path in paths] == few
    assert max(few) <= MOST


def test_a_producer_costs_the_same_with_many_products(client, producer):
    sell(1, producer=producer)
    ProductFactory(producer=producer)
    few = cold(client, "/chu-the/htx-mau/")

    sell(20, producer=producer)
    for _ in range(10):
        CertificateFactory(product=ProductFactory(producer=producer), revoked=True)

    assert cold(client, "/chu-the/htx-mau/") == few <= MOST


def test_writing_many_cards_costs_the_same_as_writing_one(producer):
    def cost(products):
        with CaptureQueriesContext(connection) as asked:
            refresh_cards(products)
        return len(asked)

    products = []
    for number in range(21):
        product = ProductFactory(name=f"Mẫu {number}", producer=producer)
        on_sale(product=product)
        products.append(product.pk)
    Product.objects.update(name="Chè")

    assert cost(products[:1]) == cost(products[1:])
