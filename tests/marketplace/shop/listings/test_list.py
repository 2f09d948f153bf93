"""The list of products: filters, words, order, pages."""

from copy import copy
from datetime import timedelta
from itertools import chain

import pytest

from catalog.lib import clock
from catalog.lib.vietnamese import sort_key
from marketplace.shop.listings.models import ProductCard
from marketplace.shop.listings.services.cards import gathered
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProductSetFactory,
    ProvinceFactory,
)
from tests.factories.shop import on_sale

from .reading import Elements, html_of, titles, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def market():
    """Six products of two provinces, with their star, set, price and stock."""
    north = CommuneFactory(
        code="00691", name="Hà Giang 1", province=ProvinceFactory(code="08", name="Tuyên Quang")
    )
    hill = ProducerFactory(name="HTX Mẫu Núi", short_name="Mẫu Núi", commune=north)
    sea = ProducerFactory(name="HTX Mẫu Biển", short_name="Mẫu Biển")
    honey = ProductSetFactory(set_no=4, name="Mật ong", group_no=2, group_name="Sơ chế")
    rice = ProductSetFactory(set_no=3, name="Gạo", group_no=2, group_name="Sơ chế")
    sauce = ProductSetFactory(set_no=9, name="Nước mắm", group_no=4, group_name="Gia vị")
    goods = (
        ("Mật ong bạc hà", hill, honey, 4, 285_000, 40),
        ("Gạo nếp nương", hill, rice, 3, 58_000, 100),
        ("Ấm tích chè", hill, ProductSetFactory(), 5, 1_250_000, 3),
        ("Nước mắm cá cơm", sea, sauce, 4, 210_000, 60),
        ("Muối ớt 50%", sea, sauce, 3, 45_000, 0),
        ("Zôn sen", sea, ProductSetFactory(), 3, 100_000, 5),
    )
    with gathered():
        for days, (name, producer, product_set, star, price, stock) in enumerate(goods):
            product = ProductFactory(name=name, producer=producer, product_set=product_set)
            issued_on = clock.today() - timedelta(100 + days)
            CertificateFactory(product=product, star=star, issued_on=issued_on)
            on_sale(product=product, price=price, stock=stock)


ALL = [
    "Mật ong bạc hà",
    "Gạo nếp nương",
    "Ấm tích chè",
    "Nước mắm cá cơm",
    "Muối ớt 50%",
    "Zôn sen",
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ALL),
        ("sao=5", ["Ấm tích chè"]),
        ("sao=5&sao=4", ["Mật ong bạc hà", "Ấm tích chè", "Nước mắm cá cơm"]),
        ("nhom=2", ["Mật ong bạc hà", "Gạo nếp nương"]),
        ("nhom=2&bo=3", ["Gạo nếp nương"]),
        ("bo=9", ["Nước mắm cá cơm", "Muối ớt 50%"]),
        ("tinh=08", ["Mật ong bạc hà", "Gạo nếp nương", "Ấm tích chè"]),
        ("tinh=08&tinh=68", ALL),
        ("gia=1", ["Gạo nếp nương", "Muối ớt 50%"]),
        ("gia=2", ["Mật ong bạc hà", "Nước mắm cá cơm", "Zôn sen"]),
        ("gia=4", ["Ấm tích chè"]),
        ("con_hang=1", [name for name in ALL if name != "Muối ớt 50%"]),
        ("tinh=68&sao=3&con_hang=1", ["Zôn sen"]),
        ("sao=5&tinh=68", []),
        ("q=mat+ong", ["Mật ong bạc hà"]),
        ("q=M%E1%BA%ACT+%C3%94NG", ["Mật ong bạc hà"]),
        ("q=ong+mat", ["Mật ong bạc hà"]),
        ("q=bien", ["Nước mắm cá cơm", "Muối ớt 50%", "Zôn sen"]),
        ("q=tuyen+quang", ["Mật ong bạc hà", "Gạo nếp nương", "Ấm tích chè"]),
        ("q=gia+vi", ["Nước mắm cá cơm", "Muối ớt 50%"]),
        ("q=50%25", ["Muối ớt 50%"]),
        ("q=%25", ["Muối ớt 50%"]),
        ("q=_", []),
        ("q=m_t", []),
        ("q=khong+co", []),
        ("xep=gia-tang&nhom=4", ["Muối ớt 50%", "Nước mắm cá cơm"]),
        ("xep=gia-giam&nhom=4", ["Nước mắm cá cơm", "Muối ớt 50%"]),
    ],
)
def test_the_address_says_what_is_shown(client, market, query, found):
    response = client.get(f"/san-pham/?{query}")

    assert titles(response) == found


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("moi", ALL),
        (
            "gia-tang",
            [
                "Muối ớt 50%",
                "Gạo nếp nương",
                "Zôn sen",
                "Nước mắm cá cơm",
                "Mật ong bạc hà",
                "Ấm tích chè",
            ],
        ),
        (
            "ten",
            [
                "Ấm tích chè",
                "Gạo nếp nương",
                "Mật ong bạc hà",
                "Muối ớt 50%",
                "Nước mắm cá cơm",
                "Zôn sen",
            ],
        ),
        (
            "sao",
            [
                "Ấm tích chè",
                "Mật ong bạc hà",
                "Nước mắm cá cơm",
                "Gạo nếp nương",
                "Muối ớt 50%",
                "Zôn sen",
            ],
        ),
    ],
)
def test_orders(client, market, sort, order):
    assert titles(client.get(f"/san-pham/?xep={sort}")) == order
    if sort == "gia-tang":
        assert titles(client.get("/san-pham/?xep=gia-giam")) == order[::-1]


def test_the_newest_recognition_comes_first(client):
    for name, days in (("Cũ", 500), ("Mới", 3), ("Giữa", 100)):
        product = ProductFactory(name=name)
        CertificateFactory(product=product, issued_on=clock.today() - timedelta(days))
        on_sale(product=product)

    assert titles(client.get("/san-pham/")) == ["Mới", "Giữa", "Cũ"]


def test_names_stand_in_vietnamese_order(client):
    names = [
        "An Giang", "Án treo", "Ăn vặt", "Ân tình", "Bánh đa", "Bánh đậu", "Cá cơm", "Cả ngừ",
        "Cà phê", "Cam", "Chè", "Dừa", "Đào", "Ê đê", "Gạo 1", "Gạo 10", "Khô bò", "Ô mai",
        "Ổi", "Ớt", "Sâm", "Tỏi", "Ươi", "Xoài", "Y tế",
    ]  # fmt: skip
    producer = ProducerFactory()
    with gathered():
        for name in reversed(names):
            on_sale(name=name, producer=producer)

    shown = [
        name for page in (1, 2) for name in titles(client.get(f"/san-pham/?xep=ten&trang={page}"))
    ]

    assert shown == names == sorted(names, key=sort_key)
    assert shown != sorted(names)


@pytest.fixture
def many(market):
    """Sixty more cards, copied from one, so that there are three pages."""
    card = ProductCard.objects.first()
    with gathered():
        products = [
            ProductFactory(name=f"Chè {number:02}", producer=card.product.producer)
            for number in range(60)
        ]
    cards = []
    for product in products:
        copied = copy(card)
        copied.pk, copied.product = None, product
        copied.name, copied.slug, copied.folded = product.name, product.slug, product.folded
        copied.recognised_on = clock.today()
        cards.append(copied)
    ProductCard.objects.bulk_create(cards)


def test_pages_hold_each_product_once(client, many):
    pages = [titles(client.get(f"/san-pham/?trang={number}")) for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [24, 24, 18]
    assert sorted(chain(*pages)) == sorted([*ALL, *(f"Chè {n:02}" for n in range(60))])


def test_links_to_other_pages_keep_the_filters(client, many):
    response = client.get("/san-pham/?xep=ten&trang=2&q=ch%C3%A8")

    (before,) = Elements(response).all("a", rel="prev")
    (after,) = Elements(response).all("a", rel="next")
    assert before["href"] == "?q=ch%C3%A8&xep=ten"
    assert after["href"] == "?q=ch%C3%A8&xep=ten&trang=3"


def test_each_page_is_its_own_canonical_address(client, many, settings):
    settings.BASE_URL = "https://langsao.example"

    def canonical(query):
        links = Elements(client.get(f"/san-pham/{query}")).all("link", rel="canonical")
        return [link["href"] for link in links]

    assert canonical("") == ["https://langsao.example/san-pham/"]
    assert canonical("?trang=1&utm_source=x") == ["https://langsao.example/san-pham/"]
    assert canonical("?trang=2") == ["https://langsao.example/san-pham/?trang=2"]
    assert canonical("?trang=99") == ["https://langsao.example/san-pham/?trang=3"]
    assert canonical("?tinh=08&la=x") == ["https://langsao.example/san-pham/?tinh=08"]


def test_mixtures_and_visitors_words_are_not_for_search_engines(client, market):
    def robots(query):
        return Elements(client.get(f"/san-pham/{query}")).meta("robots")

    assert robots("") == robots("?sao=4") == robots("?tinh=08") == ""
    assert robots("?sao=4&tinh=08") == robots("?q=che") == "noindex, follow"


def test_chips_take_one_filter_back(client, market):
    response = client.get("/san-pham/?q=mat&tinh=08&tinh=68&sao=4&trang=2")

    chips = [link["href"] for link in Elements(response).all("a", **{"class": "tag tag--on"})]
    assert chips == [
        "?sao=4&tinh=68&tinh=08",
        "?q=mat&tinh=68&tinh=08",
        "?q=mat&sao=4&tinh=08",
        "?q=mat&sao=4&tinh=68",
    ]


def test_an_empty_answer_shows_the_way_out(client, market):
    response = client.get("/san-pham/?q=khong-co-gi")

    assert response.status_code == 200
    assert "Không có sản phẩm nào như vậy" in words_of(response)
    assert Elements(response).all("a", href="/san-pham/", **{"class": "btn"})


def test_a_product_with_several_packs_says_from(client):
    product = ProductFactory(name="Chè Mẫu")
    on_sale(product=product, pack="hộp 200 g", price=150_000)
    on_sale(product=product, pack="gói 100 g", price=80_000)

    words = words_of(client.get("/san-pham/"))

    assert "Từ 80.000\u00a0₫ / gói 100 g" in words.replace("80.000 ₫", "80.000\u00a0₫")


def test_the_list_is_only_read(client):
    assert client.post("/san-pham/").status_code == 405
    assert html_of(client.get("/san-pham/"))
