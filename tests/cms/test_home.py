"""The first page: what it shows, in which language, and at what cost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.lib import clock
from cms.models import FeaturedProduct
from tests.factories.register import ProductSetFactory
from tests.factories.shop import on_sale


def feature(home, *listings):
    for place, listing in enumerate(listings):
        FeaturedProduct.objects.create(page=home, product=listing.product, sort_order=place)


def titles(html: str) -> list[str]:
    return re.findall(r'class="card__title"><a [^>]*>([^<]*)<', html)


def test_home_shows_chosen_products_in_the_editors_order(client, home):
    honey, tea = on_sale(name="Mật ong Mẫu"), on_sale(name="Chè Mẫu")
    feature(home, tea, honey)

    html = client.get("/").content.decode()

    assert titles(html)[:2] == ["Chè Mẫu", "Mật ong Mẫu"]


def test_a_revoked_product_leaves_the_home_page_at_once(client, home):
    listing = on_sale(name="Mật ong Mẫu")
    feature(home, listing)
    assert "Mật ong Mẫu" in client.get("/").content.decode()

    certificate = listing.product.certificates.get()
    certificate.revoked_on = clock.today()
    certificate.revocation_ground = "law_broken"
    certificate.save()

    assert "Mật ong Mẫu" not in client.get("/").content.decode()


def test_a_product_leaves_at_midnight_without_anybody_acting(client, home, monkeypatch):
    listing = on_sale(name="Mật ong Mẫu")
    feature(home, listing)
    last_day = listing.product.certificates.get().expires_on
    monkeypatch.setattr(clock, "today", lambda: last_day)
    assert "Mật ong Mẫu" in client.get("/").content.decode()

    monkeypatch.setattr(clock, "today", lambda: last_day.replace(year=last_day.year + 1))

    assert "Mật ong Mẫu" not in client.get("/").content.decode()


def test_alcohol_is_neither_shown_nor_counted_as_a_group(client, home):
    spirits = ProductSetFactory(set_no=14, group_name="Đồ uống có cồn Mẫu")
    feature(home, on_sale(name="Rượu Mẫu", product_set=spirits))

    html = client.get("/").content.decode()

    assert "Rượu Mẫu" not in html
    assert "Đồ uống có cồn Mẫu" not in html


def test_figures_count_what_is_recognised_today(client, home, django_capture_on_commit_callbacks):
    first = on_sale(name="Chè Mẫu")
    on_sale(name="Mật ong Mẫu")
    figures = re.findall(r'class="figure">([\d.]+)<', client.get("/").content.decode())
    assert figures == ["2", "2", "1", "1"]

    with django_capture_on_commit_callbacks(execute=True):
        first.product.is_active = False
        first.product.save()

    figures = re.findall(r'class="figure">([\d.]+)<', client.get("/").content.decode())
    assert figures == ["1", "1", "1", "1"]


def test_groups_lead_into_the_list(client, home):
    on_sale(name="Chè Mẫu")

    html = client.get("/").content.decode()

    assert 'href="/san-pham/?nhom=11"' in html


@pytest.mark.parametrize(
    ("path", "language", "words"),
    [
        ("/", "vi", "Mỗi làng một sản vật, mỗi ngôi sao có quyết định công nhận"),
        ("/en/", "en", "One village, one product, and a decision behind every star"),
    ],
)
def test_home_speaks_both_languages(client, home, path, language, words):
    html = client.get(path).content.decode()

    assert f'<html lang="{language}"' in html
    assert html.count("<h1") == 1
    assert f"<h1>{words}</h1>" in html
    assert 'hreflang="vi" href="http://localhost:8000/"' in html
    assert 'hreflang="en" href="http://localhost:8000/en/"' in html


def test_home_without_products_still_stands(client, showcase):
    html = client.get("/").content.decode()

    assert titles(html) == []
    assert 'class="figure"' not in html
    assert html.count('<article class="story">') == 3


def queries_of(client, path) -> int:
    client.get(path)  # fills what processes hold
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_cost_of_home_does_not_grow_with_products_and_stories(client, home):
    first = on_sale(name="Chè Mẫu 0")
    feature(home, first)
    few = queries_of(client, "/")

    listings = [on_sale(name=f"Chè Mẫu {n}") for n in range(1, 12)]
    for place, listing in enumerate(listings, start=1):
        FeaturedProduct.objects.create(page=home, product=listing.product, sort_order=place)

    assert queries_of(client, "/") == few
    assert few <= 12


def test_html_in_an_editors_words_is_text(client, home):
    home.hero_title = '<script>alert("x")</script>'
    home.hero_text = "<b>đậm</b>"
    home.save()

    html = client.get("/").content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    assert "<b>đậm</b>" not in html
