"""Old addresses lead to new ones; crawlers are told what there is and what is not theirs."""

from xml.etree import ElementTree as ET

import pytest
from django.utils.timezone import localtime

from tests.factories.register import CertificateFactory, ProductFactory
from tests.factories.shop import on_sale

from .reading import html_of

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def tea(settings):
    settings.BASE_URL = "https://langsao.example"
    return on_sale(name="Chè Mẫu", slug="che-mau")


def test_oscars_address_of_a_pack_leads_to_its_product(client, tea):
    number = tea.oscar_product_id
    for typed in (f"che_{number}", f"_{number}", f"ten-cu_{number}"):
        response = client.get(f"/san-pham/{typed}/")
        assert (response.status_code, response.headers["Location"]) == (302, "/san-pham/che-mau/")

    english = client.get(f"/en/san-pham/che_{number}/")
    assert english.headers["Location"] == "/en/san-pham/che-mau/"


@pytest.mark.parametrize("number", ["999999", "0", "9" * 40])
def test_oscars_address_of_nothing_is_not_found(client, tea, number):
    assert client.get(f"/san-pham/che_{number}/").status_code == 404


@pytest.mark.parametrize(
    "path", ["/san-pham/nhom/che/tra-xanh_12/", "/san-pham/bo-loc/tet/", "/oscar/offers/"]
)
def test_oscars_categories_and_ranges_lead_to_the_list(client, path):
    response = client.get(path)

    assert (response.status_code, response.headers["Location"]) == (302, "/san-pham/")


def test_oscars_search_keeps_the_words(client):
    response = client.get("/oscar/search/?q=che")

    assert response.headers["Location"] == "/san-pham/?q=che"


def test_oscars_names_still_lead_somewhere(client, tea):
    assert client.get(tea.oscar_product.get_absolute_url(), follow=True).status_code == 200


def test_robots_may_read_what_is_public_and_nothing_else(client, settings):
    settings.BASE_URL = "https://langsao.example"

    response = client.get("/robots.txt")

    lines = html_of(response).splitlines()
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert lines[0] == "User-agent: *"
    for closed in ("/gio-hang/", "/thanh-toan/", "/don-hang/", "/tai-khoan/"):
        assert {f"Disallow: {closed}", f"Disallow: /en{closed}"} <= set(lines)
    assert {"Disallow: /cms/", "Disallow: /quan-tri/"} <= set(lines)
    assert lines[-1] == "Sitemap: https://langsao.example/sitemap.xml"
    assert not [line for line in lines if "/san-pham" in line or "/chu-the" in line]


def locations(response) -> list[str]:
    return [loc.text for loc in ET.fromstring(response.content).iter(f"{SITEMAP}loc")]  # noqa: S314


def test_the_sitemap_leads_to_its_parts(client, tea):
    parts = locations(client.get("/sitemap.xml"))

    # The index stands where it was asked for; its parts name the public site.
    assert [part.rpartition("/")[2] for part in parts] == [
        "sitemap-san-pham.xml",
        "sitemap-chu-the.xml",
        "sitemap-trang.xml",
    ]


def test_the_sitemap_names_each_product_on_sale_in_both_languages(client, tea, spirit):
    CertificateFactory(product=ProductFactory(slug="het-han"), expired=True)

    response = client.get("/sitemap-san-pham.xml")

    assert locations(response) == [
        "https://langsao.example/san-pham/che-mau/",
        "https://langsao.example/en/san-pham/che-mau/",
    ]
    url = ET.fromstring(response.content)[0]  # noqa: S314
    assert {(a.get("hreflang"), a.get("href")) for a in url.iter(f"{XHTML}link")} == {
        ("vi", "https://langsao.example/san-pham/che-mau/"),
        ("en", "https://langsao.example/en/san-pham/che-mau/"),
        ("x-default", "https://langsao.example/san-pham/che-mau/"),
    }
    assert url.find(f"{SITEMAP}lastmod").text == f"{localtime(tea.product.updated_at):%Y-%m-%d}"


def test_the_sitemap_of_producers_costs_the_same_for_many(
    client, tea, django_assert_max_num_queries
):
    for number in range(10):
        on_sale(name=f"Mẫu {number}")

    with django_assert_max_num_queries(4):
        assert len(locations(client.get("/sitemap-san-pham.xml"))) == 22
    with django_assert_max_num_queries(4):
        assert len(locations(client.get("/sitemap-chu-the.xml"))) == 22
