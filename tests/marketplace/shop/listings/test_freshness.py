"""A change shows with the very next request, in pages that another visitor just read."""

from datetime import timedelta
from itertools import count

import pytest
from django.db.models import F
from django.test import Client
from wagtail.models import Site

from catalog.lib import clock
from catalog.register import services
from catalog.register.models import Certificate, Paper, Producer, Product
from cms.models import SiteSettings
from marketplace.shop.listings.models import Listing
from marketplace.shop.listings.selectors import freshness
from marketplace.shop.listings.services.cards import note_stock_change
from tests.factories.register import ProducerFactory, ProductFactory
from tests.factories.shop import StockRecord, on_sale

from .reading import words_of

pytestmark = pytest.mark.django_db
LIST, PAGE, MAKERS, MAKER = "/san-pham/", "/san-pham/che-mau/", "/chu-the/", "/chu-the/htx-mau/"


@pytest.fixture
def tea():
    """Four stars, 320.000 ₫, one piece left."""
    producer = ProducerFactory(name="HTX Mẫu", slug="htx-mau")
    return on_sale(name="Chè Mẫu", slug="che-mau", price=320_000, stock=1, producer=producer)


def a_better_star(tea):
    services.replace_certificate(
        tea.product.certificates.get(),
        star=5,
        decision_no="5/QĐ-MẪU",
        authority="Bộ Mẫu",
        authority_level="ministry",
        issued_on=clock.today(),
    )


def revoked(tea):
    services.revoke_certificate(
        tea.product.certificates.get(), ground="stopped", decision_no="7/QĐ-MẪU"
    )


def dearer(tea):
    record = StockRecord.objects.get()
    record.price = 345_000
    record.save()


def sold_out(tea):
    records = StockRecord.objects.all()
    records.update(num_allocated=1)
    note_stock_change(records.values_list("pk", flat=True))


def renamed(tea):
    tea.product.name = "Chè Shan"
    tea.product.save()


def producer_renamed(tea):
    producer = tea.product.producer
    producer.name = "HTX Mới"
    producer.save()


def another_pack(tea):
    on_sale(product=tea.product, pack="gói 50 g", price=90_000)


def another_product(tea):
    on_sale(name="Trà Mẫu", producer=tea.product.producer)


def operator_renamed(tea):
    SiteSettings.objects.create(
        site=Site.objects.get(is_default_site=True), owner_name="Trung tâm Mẫu"
    )


@pytest.mark.parametrize(
    ("change", "path", "shown"),
    [
        (a_better_star, "/san-pham/?sao=5", "Chè Mẫu"),
        (a_better_star, PAGE, "Được công nhận 5 sao"),
        (a_better_star, MAKER, "5 sao"),
        (revoked, LIST, "Không có sản phẩm nào như vậy"),
        (revoked, PAGE, "Công nhận 4 sao đã bị thu hồi"),
        (revoked, MAKER, "Công nhận đã bị thu hồi từ ngày"),
        (revoked, MAKERS, "Chưa có hàng bán"),
        (dearer, LIST, "345.000"),
        (dearer, PAGE, "345.000"),
        (dearer, MAKER, "345.000"),
        (sold_out, LIST, "Tạm hết hàng"),
        (sold_out, PAGE, "Hết hàng"),
        (sold_out, MAKER, "Tạm hết hàng"),
        (renamed, LIST, "Chè Shan"),
        (renamed, PAGE, "Chè Shan"),
        (renamed, MAKER, "Chè Shan"),
        (producer_renamed, LIST, "HTX Mới"),
        (producer_renamed, PAGE, "HTX Mới"),
        (producer_renamed, MAKERS, "HTX Mới"),
        (producer_renamed, MAKER, "HTX Mới"),
        (another_pack, LIST, "90.000"),
        (another_pack, PAGE, "gói 50 g"),
        (another_product, LIST, "Trà Mẫu"),
        (another_product, PAGE, "Trà Mẫu"),
        (another_product, MAKER, "Trà Mẫu"),
        (another_product, MAKERS, "2 sản phẩm đang bán"),
    ],
)
def test_a_change_shows_with_the_next_request(tea, change, path, shown):
    first, second = Client(), Client()
    for _ in range(2):
        assert shown not in words_of(first.get(path))

    change(tea)

    assert shown in words_of(second.get(path))
    assert shown in words_of(first.get(path))


def test_the_foot_of_every_page_follows_the_operator(tea, django_capture_on_commit_callbacks):
    guest = Client()
    for path in (LIST, PAGE, MAKERS, MAKER):
        assert "Trung tâm Mẫu" not in guest.get(path).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        operator_renamed(tea)

    for path in (LIST, PAGE, MAKERS, MAKER):
        assert "Trung tâm Mẫu" in guest.get(path).content.decode()


@pytest.mark.parametrize(
    "rows",
    [
        lambda: (StockRecord.objects, {"price": 345_000}),
        lambda: (StockRecord.objects, {"num_in_stock": F("num_in_stock") + 7}),
        lambda: (Product.objects, {"summary": "Hái tay"}),
        lambda: (Product.objects, {"story_en": "Old trees"}),
        lambda: (Producer.objects, {"street": "Thôn 9"}),
        lambda: (Certificate.objects, {"extended_until": clock.today() + timedelta(700)}),
        lambda: (Listing.objects, {"pack": "túi 200 g"}),
        lambda: (Paper.objects, {"number": "KN-9"}),
    ],
)
def test_the_product_page_sees_what_was_changed_with_sql(tea, rows):
    Paper.objects.create(producer=tea.product.producer, kind="business", number="KN-1")
    before = freshness.fingerprint_of_product("che-mau")
    manager, change = rows()

    manager.update(**change)

    assert freshness.fingerprint_of_product("che-mau") != before


def test_another_producers_change_leaves_pages_of_others_alone(tea):
    stranger = on_sale(name="Mật ong Mẫu")
    product = freshness.fingerprint_of_product("che-mau")
    producer = freshness.fingerprint_of_producer("htx-mau")
    number = count(90_000, 1_000)

    for record in StockRecord.objects.filter(product=stranger.oscar_product):
        record.price = next(number)
        record.save()
    stranger.product.producer.save()

    assert freshness.fingerprint_of_product("che-mau") == product
    assert freshness.fingerprint_of_producer("htx-mau") == producer


def test_words_that_move_from_one_field_to_the_next_are_a_change():
    product = ProductFactory(name="Chè|Shan", name_en="Tea", slug="che-mau")
    before = freshness.fingerprint_of_product("che-mau")

    Product.objects.filter(pk=product.pk).update(name="Chè", name_en="Shan|Tea")

    assert freshness.fingerprint_of_product("che-mau") != before


def test_a_fingerprint_costs_one_query(tea, django_assert_num_queries):
    for fingerprint in (
        freshness.fingerprint_of_lists,
        lambda: freshness.fingerprint_of_product("che-mau"),
        lambda: freshness.fingerprint_of_producer("htx-mau"),
    ):
        with django_assert_num_queries(1):
            fingerprint()
