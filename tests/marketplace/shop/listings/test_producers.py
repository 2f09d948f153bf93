"""The list of producers and the page of one."""

import pytest

from catalog.lib import clock
from catalog.register.enums import ProducerKind
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProvinceFactory,
)
from tests.factories.shop import on_sale, seller_of

from .reading import Elements, data_of, html_of, titles, words_of

pytestmark = pytest.mark.django_db


def names(response) -> list[str]:
    """Addresses of the producers shown, in order."""
    links = [a["href"] for a in Elements(response).all("a") if "/chu-the/" in a.get("href", "")]
    slugs = [link.partition("/chu-the/")[2].strip("/") for link in links]
    return [slug for slug in slugs if slug and not slug.startswith("?")]


@pytest.fixture
def producers():
    """A cooperative in the north, a household in the south, and one that closed."""
    north = CommuneFactory(
        code="00691", name="Hà Giang 1", province=ProvinceFactory(code="08", name="Tuyên Quang")
    )
    ProducerFactory(name="HTX Mẫu Núi", slug="nui", commune=north)
    ProducerFactory(name="Hộ Mẫu Biển", slug="bien", kind=ProducerKind.HOUSEHOLD)
    ProducerFactory(name="HTX Đã Nghỉ", slug="nghi", is_active=False)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["bien", "nui"]),
        ("tinh=08", ["nui"]),
        ("tinh=68", ["bien"]),
        ("loai=household", ["bien"]),
        ("tinh=08&loai=household", []),
        ("tinh=99&loai=khong-co", ["bien", "nui"]),
        ("trang=2", ["bien", "nui"]),
        ("trang=-1", ["bien", "nui"]),
    ],
)
def test_producers_are_found_by_province_and_kind(client, producers, query, shown):
    assert names(client.get(f"/chu-the/?{query}")) == shown


def test_an_empty_choice_shows_the_way_out(client, producers):
    words = words_of(client.get("/chu-the/?tinh=08&loai=household"))

    assert "Không có chủ thể nào như vậy" in words


def test_each_producer_is_shown_with_place_and_number_of_goods(client, producers):
    on_sale(producer=seller_of(ProducerFactory(name="HTX Mẫu Rừng", slug="rung")).producer)

    words = words_of(client.get("/chu-the/"))

    assert "HTX Mẫu Rừng Hợp tác xã · phường Phan Thiết, Lâm Đồng 1 sản phẩm đang bán" in words
    assert "Hộ Mẫu Biển Hộ sản xuất, kinh doanh" in words
    assert "Chưa có hàng bán" in words


def test_the_number_is_of_what_is_on_sale_today(client, spirits, stand_on, tomorrow):
    producer = ProducerFactory()
    on_sale(name="Chè Mẫu", producer=producer)
    on_sale(name="Rượu Mẫu", producer=producer, product_set=spirits)
    ending = ProductFactory(producer=producer)
    CertificateFactory(product=ending, ends_today=True)
    on_sale(product=ending)
    assert "2 sản phẩm đang bán" in words_of(client.get("/chu-the/"))

    stand_on(tomorrow)

    assert "1 sản phẩm đang bán" in words_of(client.get("/chu-the/"))


def test_pages_of_producers_have_their_own_canonical_address(client, settings):
    settings.BASE_URL = "https://langsao.example"
    for number in range(26):
        ProducerFactory(name=f"HTX Mẫu {number:02}", slug=f"mau-{number:02}")

    first, second = client.get("/chu-the/"), client.get("/chu-the/?trang=2")

    assert names(first)[:24] == [f"mau-{n:02}" for n in range(24)]
    assert names(second) == ["mau-24", "mau-25"]

    def canonical(response):
        return [link["href"] for link in Elements(response).all("link", rel="canonical")]

    assert canonical(first) == ["https://langsao.example/chu-the/"]
    assert canonical(second) == ["https://langsao.example/chu-the/?trang=2"]
    assert Elements(client.get("/chu-the/?tinh=68")).meta("robots") == "noindex, follow"


def test_links_between_pages_keep_the_choice(client):
    for number in range(26):
        ProducerFactory(name=f"HTX Mẫu {number:02}")

    response = client.get("/chu-the/?tinh=68&loai=cooperative")

    (after,) = Elements(response).all("a", rel="next")
    assert after["href"] == "?tinh=68&loai=cooperative&trang=2"


@pytest.fixture
def coop():
    """A cooperative with everything the register can say of it."""
    return ProducerFactory(
        name="Hợp tác xã Mẫu",
        short_name="Mẫu",
        slug="htx-mau",
        tax_no="0100109106",
        registration_no="HTX-01",
        representative="Nguyễn Thị Mẫu",
        phone="0900000001",
        street="Thôn 3",
        address_as_published="Thôn 3, xã Cũ, huyện Cũ",
        story="Ba mươi hộ.\n\nCùng làm.",
    )


def test_a_producers_page_says_who_they_are(client, coop):
    response = client.get("/chu-the/htx-mau/")
    words = words_of(response)

    for said in (
        "Hợp tác xã Mẫu",
        "Thôn 3, phường Phan Thiết, Tỉnh Lâm Đồng",
        "Thôn 3, xã Cũ, huyện Cũ",
        "0100109106",
        "HTX-01",
        "Nguyễn Thị Mẫu",
        "0900 000 001",
        "Ba mươi hộ.",
        "Dữ liệu mẫu",
    ):
        assert said in words, said
    assert Elements(response).all("a", href="tel:0900000001")
    data = data_of(response, "Organization")
    assert (data["name"], data["legalName"], data["taxID"]) == (
        "Mẫu", "Hợp tác xã Mẫu", "0100109106",
    )  # fmt: skip


def test_it_shows_what_is_sold_and_what_is_not_and_why(client, coop):
    on_sale(name="Chè Mẫu", producer=coop)
    best = ProductFactory(name="Trà Mẫu", producer=coop)
    CertificateFactory(product=best, star=5, authority_level="ministry")
    on_sale(product=best)
    last_day = CertificateFactory(
        product=ProductFactory(name="Cũ", producer=coop), expired=True
    ).expires_on
    CertificateFactory(product=ProductFactory(name="Thu hồi", producer=coop), revoked=True)
    CertificateFactory(product=ProductFactory(name="Hai sao", producer=coop), star=2)
    CertificateFactory(product=ProductFactory(name="Chưa có hàng", producer=coop))
    ProductFactory(name="Mới", producer=coop)

    response = client.get("/chu-the/htx-mau/")

    assert titles(response) == ["Trà Mẫu", "Chè Mẫu"]
    rest = words_of(response).rpartition("Chưa bán")[2]
    for said in (
        f"Cũ Công nhận đã hết hiệu lực sau ngày {last_day:%d/%m/%Y}.",
        f"Thu hồi Công nhận đã bị thu hồi từ ngày {clock.today():%d/%m/%Y}.",
        "Hai sao Sản phẩm được công nhận 2 sao.",
        "Mới Chưa xác minh",
    ):
        assert said in rest, said
    unsold = words_of(response)
    assert "Chưa có hàng Sản phẩm đang được công nhận, chưa bán trên trang này." in unsold


def test_a_product_no_longer_made_is_not_said_to_be_recognised_and_coming(client, coop):
    CertificateFactory(product=ProductFactory(name="Cũ", producer=coop, is_active=False))

    words = words_of(client.get("/chu-the/htx-mau/"))

    assert "Cũ Sản phẩm đã ngừng sản xuất." in words


def test_a_producer_without_goods_says_so(client, coop):
    assert "Chủ thể này chưa có hàng bán trên trang." in words_of(client.get("/chu-the/htx-mau/"))


def test_those_who_share_it_see_its_name(client, coop, settings):
    settings.BASE_URL = "https://langsao.example"

    page = Elements(client.get("/chu-the/htx-mau/?x=1"))

    assert page.meta("og:title") == "Hợp tác xã Mẫu"
    assert page.meta("og:url") == "https://langsao.example/chu-the/htx-mau/"
    assert html_of(client.get("/chu-the/htx-mau/")).count("<h1") == 1
