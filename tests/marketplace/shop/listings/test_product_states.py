"""Products that may not be sold keep a page that says so, and appear nowhere else."""

from datetime import timedelta

import pytest

from catalog.lib import clock
from marketplace.shop.listings.models import Listing
from tests.factories.register import CertificateFactory, ProductFactory
from tests.factories.shop import on_sale, seller_of

from .reading import Elements, data_of, html_of, titles, words_of

pytestmark = pytest.mark.django_db
SLUG = "che-mau"
PAGE = f"/san-pham/{SLUG}/"


def a_product(**certificate) -> Listing:
    """A listing of a product with that certificate; without one, not recognised at all."""
    product = ProductFactory(name="Chè Mẫu", slug=SLUG)
    if certificate:
        CertificateFactory(product=product, **certificate)
    return on_sale(product=product, certificate=())


@pytest.mark.parametrize(
    ("certificate", "said"),
    [
        ({"expired": True}, "Công nhận 4 sao đã hết hạn"),
        (
            {"revoked": True, "revocation_decision_no": "7/QĐ-TH"},
            "Công nhận 4 sao đã bị thu hồi",
        ),
        ({"star": 2}, "Sản phẩm được công nhận 2 sao."),
        ({}, "Chưa xác minh: trang chưa có quyết định công nhận của sản phẩm này."),
        (
            {"issued_on": clock.today() + timedelta(30)},
            "Chưa xác minh: trang chưa có quyết định công nhận của sản phẩm này.",
        ),
    ],
    ids=["expired", "revoked", "two stars", "unverified", "recognised later"],
)
def test_what_the_gate_keeps_out_has_a_page_that_says_why(client, certificate, said):
    a_product(**certificate)

    response = client.get(PAGE)

    assert response.status_code == 200
    assert said in words_of(response)
    assert "Ở đây chỉ bán sản phẩm đang được công nhận từ 3 sao." in words_of(response)
    assert_not_for_sale(client, response)


def assert_not_for_sale(client, response, *, hidden=True):
    """No form, no price for machines, no place in lists and, if hidden, none in searches."""
    assert not Elements(response).all("input", name="listing")
    assert "offers" not in data_of(response, "Product")
    assert titles(client.get("/san-pham/")) == titles(client.get("/san-pham/?q=che")) == []
    assert PAGE not in html_of(client.get("/sitemap-san-pham.xml"))
    assert (Elements(response).meta("robots") == "noindex, follow") is hidden
    assert bool(Elements(response).all("link", rel="canonical")) is not hidden


def test_a_revocation_names_its_day_decision_and_reason(client):
    a_product(revoked=True, revocation_decision_no="7/QĐ-TH")

    words = words_of(client.get(PAGE))

    assert f"thu hồi từ {clock.today():%d/%m/%Y} , quyết định 7/QĐ-TH" in words.replace(
        f"{clock.today():%d/%m/%Y},", f"{clock.today():%d/%m/%Y} ,"
    )
    assert "Lý do: Vi phạm chất lượng" in words


def test_an_extension_says_both_days_and_goes_on_selling(client):
    listing = a_product(extended=True)
    certificate = listing.product.certificates.get()

    response = client.get(PAGE)

    assert (
        f"kéo dài đến hết {certificate.extended_until:%d/%m/%Y} để chờ đánh giá lại"
        f" (hạn gốc {certificate.expires_on:%d/%m/%Y})"
    ) in words_of(response)
    assert Elements(response).all("input", name="listing")
    assert titles(client.get("/san-pham/")) == ["Chè Mẫu"]


def test_a_replaced_recognition_gives_way_to_the_new_one(client):
    listing = a_product(star=3, replaced_on=clock.today())
    CertificateFactory(product=listing.product, star=4, issued_on=clock.today())

    assert "Được công nhận 4 sao" in words_of(client.get(PAGE))
    assert titles(client.get("/san-pham/?sao=4")) == ["Chè Mẫu"]


def test_a_product_nobody_makes_any_more_keeps_its_page(client):
    listing = a_product(star=4)
    listing.product.is_active = False
    listing.product.save()

    response = client.get(PAGE)

    assert "Sản phẩm đã ngừng sản xuất" in words_of(response)
    assert_not_for_sale(client, response)


def test_the_products_of_a_closed_producer_lead_to_no_page_that_is_gone(client):
    listing = a_product(star=4)
    producer = listing.product.producer
    producer.is_active = False
    producer.save()

    response = client.get(PAGE)

    assert "Sản phẩm đã ngừng sản xuất" in words_of(response)
    assert producer.name in words_of(response)
    assert_not_for_sale(client, response)
    assert client.get(f"/chu-the/{producer.slug}/").status_code == 404
    assert not Elements(response).all("a", href=f"/chu-the/{producer.slug}/")
    assert f"/chu-the/{producer.slug}/" not in html_of(client.get("/sitemap-chu-the.xml"))


def test_a_suspended_sellers_product_is_recognised_but_not_sold(client):
    listing = a_product(star=4)
    seller = seller_of(listing.product.producer)
    seller.suspended_at = clock.now()
    seller.save()

    response = client.get(PAGE)

    assert "Chưa bán trên trang này" in words_of(response)
    assert "Được công nhận 4 sao" in words_of(response)
    assert_not_for_sale(client, response, hidden=False)


def test_a_recognised_product_without_a_pack_is_not_sold(client):
    CertificateFactory(product=ProductFactory(name="Chè Mẫu", slug=SLUG))

    response = client.get(PAGE)

    assert "Chưa bán trên trang này" in words_of(response)
    assert_not_for_sale(client, response, hidden=False)


def test_sold_out_is_said_and_cannot_be_put_in_the_basket(client):
    on_sale(name="Chè Mẫu", slug=SLUG, stock=0)

    response = client.get(PAGE)

    assert "Hết hàng" in words_of(response)
    assert not Elements(response).all("input", name="quantity")
    offer = data_of(response, "Product")["offers"]
    assert offer["availability"] == "https://schema.org/OutOfStock"
    assert "Tạm hết hàng" in words_of(client.get("/san-pham/"))


def test_nothing_is_at_an_address_nobody_gave(client):
    assert client.get("/san-pham/khong-co/").status_code == 404
    assert client.get("/chu-the/khong-co/").status_code == 404
    assert client.post(PAGE).status_code == 405
