"""What a product's page says: to people, to search engines, to those who share it."""

from datetime import date, timedelta

import pytest

from catalog.lib import clock
from catalog.register.models import Paper
from marketplace.shop.listings.models import Listing
from tests.factories.register import CertificateFactory, ProducerFactory, ProductFactory
from tests.factories.shop import on_sale

from .reading import Elements, data_of, html_of, words_of

pytestmark = pytest.mark.django_db
PAGE = "/san-pham/che-shan-mau/"


@pytest.fixture
def tea(settings):
    """A tea with everything the register can say of it, in one pack of 200 g."""
    settings.BASE_URL = "https://langsao.example"
    producer = ProducerFactory(
        name="Hợp tác xã Chè Mẫu",
        short_name="Chè Mẫu",
        slug="htx-che-mau",
        tax_no="0100109106",
        registration_no="HTX-01",
        phone="0900000001",
        street="Thôn 3",
    )
    product = ProductFactory(
        name="Chè Shan Mẫu",
        slug="che-shan-mau",
        code="68-0001",
        gtin="9520000000011",
        producer=producer,
        summary="Hái tay, sao trong ngày.",
        story="Cây chè trăm năm.\n\nNgười làng giữ nghề.",
        ingredients="Búp chè",
        shelf_life="24 tháng",
        storage="Nơi khô, mát",
        picture="san-pham/che-shan-mau",
        picture_is_drawn=False,
    )
    CertificateFactory(
        product=product,
        star=4,
        decision_no="2345/QĐ-UBND",
        authority="UBND tỉnh Lâm Đồng",
        issued_on=date(2025, 3, 4),
        expires_on=clock.today() + timedelta(200),
    )
    return on_sale(product=product, price=320_000, stock=7, pack="hộp 200 g")


def test_people_read_who_made_it_who_rated_it_and_until_when(client, tea):
    words = words_of(client.get(PAGE))

    last_day = tea.product.certificates.get().expires_on
    for said in (
        "Chè Shan Mẫu",
        "4 sao OCOP",
        "2345/QĐ-UBND, 04/03/2025",
        "UBND tỉnh Lâm Đồng",
        f"đến hết {last_day:%d/%m/%Y}",
        "Hợp tác xã Chè Mẫu",
        "Thôn 3, phường Phan Thiết, Tỉnh Lâm Đồng",
        "0100109106",
        "0900 000 001",
        "9520000000011",
        "Búp chè",
        "24 tháng",
        "Nơi khô, mát",
        "Cây chè trăm năm.",
    ):
        assert said in words, said


def test_prices_are_told_per_pack_and_per_100_grams(client, tea):
    words = words_of(client.get(PAGE)).replace("\u00a0", " ")

    assert "320.000 ₫ / hộp 200 g · 160.000 ₫ / 100 g" in words
    assert "Còn 7 hộp" in words


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [
        (500, "ml", "64.000 ₫ / 100 ml"),
        (1000, "g", "32.000 ₫ / 100 g"),
        (2, "piece", None),
        (None, "", None),
    ],
)
def test_the_common_measure_follows_the_pack(client, tea, amount, unit, told):
    Listing.objects.filter(pk=tea.pk).update(net_amount=amount, net_unit=unit)

    words = words_of(client.get(PAGE)).replace("\u00a0", " ")

    assert (told in words) if told else ("/ 100 " not in words)


def test_each_pack_has_its_price_and_the_first_in_stock_is_chosen(client, tea):
    small = on_sale(product=tea.product, pack="gói 100 g", price=170_000, stock=0)
    large = on_sale(product=tea.product, pack="hộp 1 kg", price=1_500_000, stock=2)
    Listing.objects.filter(pk=small.pk).update(position=0)
    Listing.objects.filter(pk__in=[tea.pk, large.pk]).update(position=1)

    response = client.get(PAGE)

    packs = Elements(response).all("input", type="radio", name="listing")
    assert [pack["value"] for pack in packs] == [str(p.pk) for p in (small, tea, large)]
    assert ["checked" in pack for pack in packs] == [False, True, False]
    assert ["disabled" in pack for pack in packs] == [True, False, False]


def test_papers_of_the_product_and_its_producer_are_listed_and_no_others(client, tea):
    producer = tea.product.producer
    other = ProductFactory(producer=producer)
    Paper.objects.create(producer=producer, kind="business", number="DK-1", issuer="Sở Mẫu")
    Paper.objects.create(
        producer=producer,
        product=tea.product,
        kind="test_report",
        number="KN-2",
        valid_to=date(2027, 1, 31),
    )
    Paper.objects.create(producer=producer, product=other, kind="test_report", number="KN-3")

    words = words_of(client.get(PAGE))

    assert "DK-1 Sở Mẫu" in words
    assert "KN-2 – đến hết 31/01/2027" in words
    assert "KN-3" not in words


def test_siblings_are_others_of_the_producer(client, tea):
    on_sale(name="Trà Mẫu", producer=tea.product.producer)
    on_sale(name="Mật ong của người khác")

    words = words_of(client.get(PAGE)).partition("Cùng chủ thể")[2]

    assert "Trà Mẫu" in words
    assert "Chè Shan Mẫu" not in words
    assert "Mật ong của người khác" not in words


def test_samples_say_so(client, tea):
    assert "Giá và tồn kho là dữ liệu mẫu." in words_of(client.get(PAGE))

    tea.product.is_sample = False
    tea.product.save()

    assert "dữ liệu mẫu" not in words_of(client.get(PAGE)).lower()


def test_machines_read_the_same_as_people(client, tea):
    data = data_of(client.get(PAGE), "Product")

    certificate = tea.product.certificates.get()
    address = "https://langsao.example/san-pham/che-shan-mau/"
    assert data == {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": "Chè Shan Mẫu",
        "url": address,
        "category": "Bộ 11",
        "description": "Hái tay, sao trong ngày.",
        "brand": {"@type": "Brand", "name": "Chè Mẫu"},
        "manufacturer": {
            "@type": "Organization",
            "name": "Chè Mẫu",
            "legalName": "Hợp tác xã Chè Mẫu",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Thôn 3",
                "addressLocality": "phường Phan Thiết",
                "addressRegion": "Tỉnh Lâm Đồng",
                "addressCountry": "VN",
            },
            "taxID": "0100109106",
            "telephone": "0900000001",
        },
        "image": "https://langsao.example/media/san-pham/che-shan-mau-1200.jpg",
        "gtin": "9520000000011",
        "productID": "68-0001",
        "hasCertification": {
            "@type": "Certification",
            "name": "OCOP 4 sao",
            "certificationIdentification": "2345/QĐ-UBND",
            "certificationStatus": "https://schema.org/CertificationActive",
            "issuedBy": {"@type": "Organization", "name": "UBND tỉnh Lâm Đồng"},
            "validFrom": "2025-03-04",
            "expires": certificate.expires_on.isoformat(),
            "certificationRating": {"@type": "Rating", "ratingValue": 4, "bestRating": 5},
        },
        "offers": {
            "@type": "Offer",
            "name": "hộp 200 g",
            "sku": str(tea.pk),
            "url": address,
            "price": "320000",
            "priceCurrency": "VND",
            "priceValidUntil": certificate.expires_on.isoformat(),
            "availability": "https://schema.org/InStock",
            "itemCondition": "https://schema.org/NewCondition",
            "seller": {"@type": "Organization", "name": "Hợp tác xã Chè Mẫu"},
        },
    }


def test_a_revocation_to_come_ends_the_offer_in_time(client, tea):
    certificate = tea.product.certificates.get()
    certificate.revoked_on = clock.today() + timedelta(10)
    certificate.revocation_ground = "stopped"
    certificate.save()

    data = data_of(client.get(PAGE), "Product")

    last_day = (clock.today() + timedelta(9)).isoformat()
    assert data["offers"]["priceValidUntil"] == last_day
    assert data["hasCertification"]["expires"] == last_day


def test_breadcrumbs_lead_to_the_set(client, tea):
    response = client.get(PAGE)

    trail = data_of(response, "BreadcrumbList")["itemListElement"]
    assert [(item["position"], item["name"], item.get("item")) for item in trail] == [
        (1, "Trang chủ", "https://langsao.example/"),
        (2, "Sản phẩm", "https://langsao.example/san-pham/"),
        (3, "Bộ 11", "https://langsao.example/san-pham/?bo=11"),
        (4, "Chè Shan Mẫu", None),
    ]


def test_those_who_share_it_see_its_name_words_and_picture(client, tea):
    page = Elements(client.get(PAGE))

    address = "https://langsao.example/san-pham/che-shan-mau/"
    assert [link["href"] for link in page.all("link", rel="canonical")] == [address]
    assert page.meta("og:url") == address
    assert page.meta("og:type") == "product"
    assert page.meta("og:title") == "Chè Shan Mẫu"
    assert page.meta("og:description") == page.meta("description") == "Hái tay, sao trong ngày."
    assert page.meta("og:image") == ("https://langsao.example/media/san-pham/che-shan-mau-1200.jpg")
    assert page.meta("robots") == ""


def test_each_language_names_the_other(client, tea):
    for path in (PAGE, f"/en{PAGE}"):
        links = Elements(client.get(path)).all("link", rel="alternate")
        assert {link["hreflang"]: link["href"] for link in links} == {
            "vi": "https://langsao.example/san-pham/che-shan-mau/",
            "en": "https://langsao.example/en/san-pham/che-shan-mau/",
            "x-default": "https://langsao.example/san-pham/che-shan-mau/",
        }


def test_the_form_sends_the_pack_to_the_basket(client, tea):
    page = Elements(client.get(PAGE))

    (form,) = page.all("form", action="/gio-hang/them/")
    assert form["method"] == "post"
    assert page.all("input", type="hidden", name="listing", value=str(tea.pk))
    (quantity,) = page.all("input", name="quantity")
    assert (quantity["min"], quantity["max"]) == ("1", "7")
    assert "csrf" not in html_of(client.get(PAGE))
