"""/en/ serves the same goods; what nobody has written in English says that it is Vietnamese."""

import pytest

from tests.factories.register import (
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProvinceFactory,
)
from tests.factories.shop import on_sale

from .reading import Elements, counts, data_of, html_of, titles, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods():
    """One product with English words and one without, of a producer likewise."""
    hills = CommuneFactory(
        code="00691",
        name="Hà Giang 1",
        province=ProvinceFactory(code="08", name="Tuyên Quang", name_en="Tuyen Quang"),
    )
    producer = ProducerFactory(
        name="Hợp tác xã Mẫu",
        name_en="Mau Cooperative",
        slug="htx-mau",
        commune=hills,
        story="Ba mươi hộ.",
        story_en="Thirty households.",
    )
    on_sale(
        name="Chè Shan Mẫu",
        name_en="Shan tea",
        slug="che-shan-mau",
        producer=producer,
        summary="Hái tay.",
        summary_en="Picked by hand.",
        story="Cây cổ thụ.",
        story_en="Old trees.",
    )
    on_sale(
        name="Mật ong Mẫu",
        slug="mat-ong-mau",
        producer=producer,
        summary="Của hoa bạc hà.",
        story="Trên cao nguyên.",
        ingredients="Mật ong",
    )


PAGES = ["/san-pham/", "/san-pham/che-shan-mau/", "/chu-the/", "/chu-the/htx-mau/"]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_stands_in_both_languages_and_links_to_the_other(client, goods, path):
    vietnamese, english = client.get(path), client.get(f"/en{path}")

    assert '<html lang="vi">' in html_of(vietnamese)
    assert '<html lang="en">' in html_of(english)
    assert Elements(vietnamese).all("a", href=f"/en{path}")
    assert Elements(english).all("a", href=path)


@pytest.mark.parametrize("path", PAGES)
def test_links_stay_in_the_readers_language(client, goods, path):
    links = [a["href"] for a in Elements(client.get(f"/en{path}")).all("a") if "href" in a]

    shop = [link for link in links if link.startswith(("/san-pham/", "/chu-the/", "/gio-hang/"))]
    assert set(shop) <= {path}


def test_the_list_shows_english_names_where_there_are_some(client, goods):
    assert sorted(titles(client.get("/san-pham/"))) == ["Chè Shan Mẫu", "Mật ong Mẫu"]
    assert sorted(titles(client.get("/en/san-pham/"))) == ["Mật ong Mẫu", "Shan tea"]
    assert titles(client.get("/en/san-pham/?q=shan+tea")) == ["Shan tea"]
    assert titles(client.get("/en/san-pham/?q=che+shan")) == ["Shan tea"]
    assert "Tuyen Quang" in words_of(client.get("/en/san-pham/"))
    assert counts(client.get("/en/san-pham/"), "tinh") == {"08": "2"}


def test_a_vietnamese_name_in_the_english_list_says_so(client, goods):
    english, vietnamese = client.get("/en/san-pham/"), client.get("/san-pham/")

    (honey,) = Elements(english).all("a", href="/en/san-pham/mat-ong-mau/")
    (tea,) = Elements(english).all("a", href="/en/san-pham/che-shan-mau/")
    assert honey.get("lang") == "vi"
    assert "lang" not in tea
    assert "lang" not in Elements(vietnamese).all("a", href="/san-pham/mat-ong-mau/")[0]


def test_a_page_written_in_english_is_english(client, goods):
    response = client.get("/en/san-pham/che-shan-mau/")
    words = words_of(response)

    for said in ("Shan tea", "Picked by hand.", "Old trees.", "Mau Cooperative", "Set 11"):
        assert said in words, said
    for hidden in ("Chè Shan Mẫu", "Hái tay.", "Cây cổ thụ."):
        assert hidden not in words, hidden
    assert "lang" not in Elements(response).all("h1")[0]
    data = data_of(response, "Product")
    assert (data["name"], data["description"]) == ("Shan tea", "Picked by hand.")
    assert data["url"].endswith("/en/san-pham/che-shan-mau/")


def test_words_that_nobody_translated_are_marked_as_vietnamese(client, goods):
    response = client.get("/en/san-pham/mat-ong-mau/")
    source = html_of(response)

    assert Elements(response).all("h1")[0]["lang"] == "vi"
    assert '<p lang="vi">Của hoa bạc hà.</p>' in source
    assert '<dd lang="vi">Mật ong</dd>' in source
    (story,) = Elements(response).all("div", **{"class": "prose"})
    assert story["lang"] == "vi"


def test_in_vietnamese_nothing_is_foreign(client, goods):
    for path in ("/san-pham/mat-ong-mau/", "/san-pham/che-shan-mau/", "/chu-the/htx-mau/"):
        page = Elements(client.get(path))
        marked = [tag for tag, a in page.found if a.get("lang") == "en" and tag != "a"]
        assert marked == [], path


def test_the_producers_page_is_english(client, goods):
    words = words_of(client.get("/en/chu-the/htx-mau/"))

    assert "Mau Cooperative" in words
    assert "Thirty households." in words
    assert "Shan tea" in words
    assert "Mau Cooperative" in words_of(client.get("/en/chu-the/"))


def test_facts_are_the_same_in_both_languages(client, goods):
    vietnamese = data_of(client.get("/san-pham/che-shan-mau/"), "Product")
    english = data_of(client.get("/en/san-pham/che-shan-mau/"), "Product")

    assert english["manufacturer"] == vietnamese["manufacturer"]
    for part, in_words in (("hasCertification", "name"), ("offers", "url")):
        facts = {k: v for k, v in english[part].items() if k != in_words}
        assert facts == {k: v for k, v in vietnamese[part].items() if k != in_words}, part


def test_a_product_without_any_text_has_a_page_all_the_same(client):
    on_sale(product=ProductFactory(name="Mẫu", slug="mau"))

    for path in ("/san-pham/mau/", "/en/san-pham/mau/"):
        assert client.get(path).status_code == 200
