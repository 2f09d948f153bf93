"""Alcohol is shown to nobody who has not said that they are of age."""

import pytest
from django.test import Client

from catalog.lib import clock
from marketplace.shop.listings.selectors.cards import cards_of_products, cards_on, newest_cards
from tests.factories.register import ProducerFactory, ProductFactory
from tests.factories.shop import on_sale

from .reading import Elements, counts, data_of, html_of, titles, words_of

pytestmark = pytest.mark.django_db
ANSWER = "/san-pham/xac-nhan-tuoi/"
OURS = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def still(spirits):
    """A spirit and an unrecognised spirit beside a tea, all of one producer."""
    producer = ProducerFactory(name="HTX Mẫu", slug="htx-mau")
    on_sale(name="Chè Mẫu", slug="che-mau", producer=producer)
    ProductFactory(name="Rượu chưa xác minh", producer=producer, product_set=spirits)
    return on_sale(name="Rượu gạo Mẫu", slug="ruou-gao-mau", producer=producer, product_set=spirits)


@pytest.fixture
def adult():
    """A browser whose owner said yes."""
    client = Client()
    client.post(ANSWER, {"tra_loi": "co"}, headers=OURS)
    return client


EVERYWHERE = [
    "/san-pham/",
    "/en/san-pham/",
    "/san-pham/?nhom=14",
    "/san-pham/?bo=14",
    "/san-pham/?q=ruou",
    "/san-pham/?q=r%C6%B0%E1%BB%A3u+g%E1%BA%A1o",
    "/san-pham/?xep=gia-giam",
    "/san-pham/?con_hang=1&tinh=68",
    "/san-pham/che-mau/",
    "/chu-the/htx-mau/",
    "/sitemap-san-pham.xml",
    "/",
]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_without_an_answer_alcohol_is_nowhere(client, still, path):
    page = html_of(client.get(path))

    assert "Rượu gạo Mẫu" not in page
    assert "ruou-gao-mau" not in page
    assert "Rượu chưa xác minh" not in page


def test_the_shelves_of_the_showcase_never_hold_it(still):
    day = clock.today()

    assert [card.name for card in newest_cards(day, limit=9)] == ["Chè Mẫu"]
    assert cards_of_products([still.product_id], day=day) == []
    assert cards_on(day, adult=True).filter(product=still.product).exists()


@pytest.mark.parametrize("path", ["/san-pham/ruou-gao-mau/", "/en/san-pham/ruou-gao-mau/"])
def test_its_page_is_a_question_and_nothing_else(client, still, path):
    response = client.get(path)

    assert response.status_code == 200
    (form,) = [f for f in Elements(response).all("form") if "tuoi" in f["action"]]
    assert form["method"] == "post"
    assert Elements(response).all("input", type="hidden", name="next", value=path)
    assert Elements(response).meta("robots") == "noindex, follow"
    assert data_of(response, "Product") is None
    assert "150" not in words_of(response)
    assert "Rượu gạo Mẫu" not in html_of(response)


def test_a_list_of_alcohol_asks_and_says_no_number(client, still):
    response = client.get("/san-pham/?nhom=14&bo=14")

    assert "Bạn đã đủ 18 tuổi chưa?" in words_of(response)
    assert counts(response, "nhom")["14"] == "từ 18 tuổi"
    assert counts(response, "bo") == {"14": "từ 18 tuổi"}
    (back,) = Elements(response).all("input", type="hidden", name="next")
    assert back["value"] == "/san-pham/?nhom=14&bo=14"


def test_an_adult_is_led_back_and_sees_it(client, still):
    answer = client.post(ANSWER, {"tra_loi": "co", "next": "/san-pham/ruou-gao-mau/"}, headers=OURS)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/san-pham/ruou-gao-mau/")
    page = client.get("/san-pham/ruou-gao-mau/")
    assert "Rượu gạo Mẫu" in words_of(page)
    assert titles(client.get("/san-pham/?nhom=14")) == ["Rượu gạo Mẫu"]
    assert counts(client.get("/san-pham/"), "nhom") == {"11": "1", "14": "1"}
    assert sorted(titles(client.get("/chu-the/htx-mau/"))) == ["Chè Mẫu", "Rượu gạo Mẫu"]
    assert "Rượu chưa xác minh" in words_of(client.get("/chu-the/htx-mau/"))
    assert titles(client.get("/san-pham/che-mau/")) == ["Rượu gạo Mẫu"]


def test_it_cannot_be_ordered_and_the_page_says_why(adult, still):
    page = adult.get("/san-pham/ruou-gao-mau/")

    assert "Chưa đặt mua được trên trang này" in words_of(page)
    assert "không dùng tiền mặt" in words_of(page)
    assert "100.000" in words_of(page)
    assert not Elements(page).all("input", name="listing")


def test_search_engines_and_other_sites_learn_nothing_of_it(adult, still):
    page = adult.get("/san-pham/ruou-gao-mau/")

    assert Elements(page).meta("robots") == "noindex, follow"
    assert Elements(page).meta("og:title") == ""
    assert data_of(page, "Product") is None


def test_a_no_leads_to_the_other_goods_and_takes_a_yes_back(adult, still):
    answer = adult.post(
        ANSWER, {"tra_loi": "khong", "next": "/san-pham/ruou-gao-mau/"}, headers=OURS
    )

    assert answer.headers["Location"] == "/san-pham/"
    assert "Rượu gạo Mẫu" not in html_of(adult.get("/san-pham/ruou-gao-mau/"))
    assert titles(adult.get("/san-pham/")) == ["Chè Mẫu"]


@pytest.mark.parametrize("value", ["", "0", "yes", "1; du_tuoi=1", "11"])
def test_only_our_own_yes_counts(client, still, value):
    client.cookies["du_tuoi"] = value

    assert "Rượu gạo Mẫu" not in html_of(client.get("/san-pham/ruou-gao-mau/"))


def test_the_answer_lasts_until_the_browser_is_closed(client):
    cookie = client.post(ANSWER, {"tra_loi": "co"}, headers=OURS).cookies["du_tuoi"]

    assert cookie["max-age"] == cookie["expires"] == ""
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


@pytest.mark.parametrize(
    "away",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "///evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        " https://evil.example",
        "http:evil.example",
        "/\t/evil.example",
        "\x00/san-pham/",
        "san-pham/",
        "",
        "/" + "x" * 10_000,
    ],
)
def test_the_answer_never_leads_off_the_site(client, away):
    response = client.post(ANSWER, {"tra_loi": "co", "next": away}, headers=OURS)

    assert (response.status_code, response.headers["Location"]) == (302, "/san-pham/")


def test_signs_of_control_cannot_write_headers(client):
    response = client.post(
        ANSWER, {"tra_loi": "co", "next": "/san-pham/\r\nSet-Cookie: a=b"}, headers=OURS
    )

    assert response.status_code == 302
    assert set(response.cookies) == {"du_tuoi"}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://testserver.evil.example"},
        {"referer": "https://evil.example/testserver/"},
        {"sec-fetch-site": "same-origin", "origin": "https://evil.example"},
    ],
)
def test_an_answer_from_elsewhere_is_refused(still, headers):
    client = Client(enforce_csrf_checks=True)

    response = client.post(ANSWER, {"tra_loi": "co"}, headers=headers)

    assert response.status_code == 403
    assert not response.cookies


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin"},
        {"origin": "http://testserver"},
        {"referer": "http://testserver/san-pham/"},
    ],
)
def test_an_answer_from_our_page_needs_no_token(still, headers):
    client = Client(enforce_csrf_checks=True)

    assert client.post(ANSWER, {"tra_loi": "co"}, headers=headers).status_code == 302


def test_the_question_is_answered_by_posting(client):
    assert client.get(ANSWER).status_code == 405
