"""A recognition that ends tonight: on sale today, gone at 00:00 without anybody acting."""

import datetime as dt

import pytest
from django.core.cache import caches
from django.utils import timezone

from catalog.lib import clock
from tests.factories.register import CertificateFactory, ProductFactory
from tests.factories.shop import on_sale

from .reading import Elements, counts, data_of, html_of, titles, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ends_tonight():
    """A product whose last valid day is today, beside one that goes on."""
    product = ProductFactory(name="Chè Mẫu", slug="che-mau")
    CertificateFactory(product=product, star=5, ends_today=True, authority_level="ministry")
    on_sale(name="Mật ong Mẫu", producer=product.producer)
    return on_sale(product=product).product


def test_it_leaves_every_list_at_midnight(client, ends_tonight, stand_on, tomorrow):
    maker = f"/chu-the/{ends_tonight.producer.slug}/"
    pages = ["/san-pham/", "/en/san-pham/", "/san-pham/?q=che+mau", "/san-pham/?sao=5", maker]
    for path in pages:
        assert "Chè Mẫu" in titles(client.get(path)), path

    stand_on(tomorrow)

    for path in pages:
        assert "Chè Mẫu" not in titles(client.get(path)), path
    assert counts(client.get("/san-pham/"), "sao") == {"5": "0", "4": "1", "3": "0"}
    words = words_of(client.get(maker))
    assert "Công nhận đã hết hiệu lực sau ngày" in words
    assert "1 sản phẩm đang bán" in words_of(client.get("/chu-the/"))


def test_its_page_stays_and_says_why(client, ends_tonight, stand_on, tomorrow):
    before = client.get("/san-pham/che-mau/")
    assert Elements(before).all("input", name="listing")
    assert data_of(before, "Product")["offers"]

    last_day = clock.today()
    stand_on(tomorrow)
    after = client.get("/san-pham/che-mau/")

    assert after.status_code == 200
    assert f"Công nhận đã hết hiệu lực sau ngày {last_day:%d/%m/%Y}." in words_of(after)
    assert "Công nhận 5 sao đã hết hạn" in words_of(after)
    assert not Elements(after).all("input", name="listing")
    assert Elements(after).meta("robots") == "noindex, follow"


def test_structured_data_offers_nothing_any_more(client, ends_tonight, stand_on, tomorrow):
    stand_on(tomorrow)

    data = data_of(client.get("/san-pham/che-mau/"), "Product")

    assert "offers" not in data
    certification = data["hasCertification"]
    assert certification["certificationStatus"] == "https://schema.org/CertificationInactive"


def test_the_sitemap_drops_it(client, ends_tonight, stand_on, tomorrow):
    assert "/san-pham/che-mau/" in html_of(client.get("/sitemap-san-pham.xml"))

    stand_on(tomorrow)

    sitemap = html_of(client.get("/sitemap-san-pham.xml"))
    assert "/san-pham/che-mau/" not in sitemap
    assert "/san-pham/che-mau-" in sitemap


def test_a_page_kept_at_23_59_shows_no_expired_star_at_00_00(client, ends_tonight, monkeypatch):
    at = dt.datetime.combine(clock.today(), dt.time(23, 59, 59, 999_999), clock.VIETNAM)
    monkeypatch.setattr(timezone, "now", lambda: at)
    assert "Chè Mẫu" in titles(client.get("/san-pham/"))
    assert "Chè Mẫu" in titles(client.get("/san-pham/"))

    monkeypatch.setattr(timezone, "now", lambda: at + dt.timedelta(microseconds=1))

    assert titles(client.get("/san-pham/")) == ["Mật ong Mẫu"]
    assert "Công nhận 5 sao đã hết hạn" in words_of(client.get("/san-pham/che-mau/"))


def test_a_page_rendered_while_the_day_ends_is_not_kept(client, ends_tonight, monkeypatch):
    today = clock.today()
    days = iter([today, today])
    monkeypatch.setattr(clock, "today", lambda: next(days, today + dt.timedelta(1)))

    client.get("/san-pham/che-mau/")  # the key is made before, and again after midnight

    pages = [key for key in caches["pages"]._cache if ":page:" in key]
    assert pages == []


def test_a_better_star_comes_at_midnight_by_itself(client, stand_on, tomorrow):
    listing = on_sale(name="Chè Mẫu", slug="che-mau")
    CertificateFactory(
        product=listing.product, star=5, issued_on=tomorrow, authority_level="ministry"
    )
    assert titles(client.get("/san-pham/?sao=4")) == ["Chè Mẫu"]
    assert "Được công nhận 4 sao" in words_of(client.get("/san-pham/che-mau/"))

    stand_on(tomorrow)

    assert titles(client.get("/san-pham/?sao=4")) == []
    assert titles(client.get("/san-pham/?sao=5")) == ["Chè Mẫu"]
    assert "Được công nhận 5 sao" in words_of(client.get("/san-pham/che-mau/"))
