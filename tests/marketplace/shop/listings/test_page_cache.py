"""Pages kept for everybody carry nobody's things, and are kept only where it is worth it."""

import gzip

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.factories.shop import on_sale

from .reading import html_of, titles, words_of

pytestmark = pytest.mark.django_db
PAGES = ["/san-pham/", "/en/san-pham/", "/san-pham/che-mau/", "/chu-the/", "/chu-the/htx-mau-a/"]
OURS = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def tea():
    return on_sale(name="Chè Mẫu", slug="che-mau", producer=Cast().producer_a)


def kept_pages() -> int:
    """How many pages this process holds."""
    return sum(":page:" in key for key in caches["pages"]._cache)


def is_kept(client, path, **headers) -> bool:
    """Whether the page, asked for twice, costs one query the second time."""
    client.get(path, headers=headers)
    with CaptureQueriesContext(connection) as asked:
        client.get(path, headers=headers)
    return len(asked) == 1


@pytest.mark.parametrize("path", PAGES)
def test_a_kept_page_costs_one_query_and_is_the_same_page(client, tea, path):
    first = client.get(path)

    assert is_kept(client, path)
    second = client.get(path)
    assert second.content == first.content
    assert {**second.headers, "X-Request-ID": ""} == {**first.headers, "X-Request-ID": ""}
    assert second.headers["X-Request-ID"] != first.headers["X-Request-ID"]
    assert second.headers["Cache-Control"] == "private, no-cache"
    assert "Accept-Encoding" in second.headers["Vary"]
    assert second.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "script-src 'self'" in second.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", PAGES)
def test_what_a_signed_in_visitor_leaves_behind_is_nobodys(tea, path):
    an = Cast().browser("an")
    an.get("/tai-khoan/")
    an.post("/gio-hang/them/", {"listing": tea.pk, "quantity": 3}, headers=OURS)
    assert {"sessionid", "gio"} <= an.cookies.keys()

    hers = an.get(path)
    guest = Client()
    others = guest.get(path)

    assert kept_pages() == 1
    assert others.content == hers.content
    assert not others.cookies
    assert not guest.cookies
    for private in ("Nguyễn Văn An", "an@example.vn", "csrf", an.cookies["sessionid"].value):
        assert private not in html_of(hers), private


def test_a_message_waits_for_the_page_that_shows_it(client, tea, rf):
    request = rf.get("/")
    storage = CookieStorage(request)
    storage.add(25, "Riêng cho An")
    client.cookies["messages"] = storage._encode(storage._queued_messages)

    response = client.get("/san-pham/")

    assert kept_pages() == 0
    assert "Riêng cho An" not in words_of(Client().get("/san-pham/"))
    assert response.status_code == 200


def test_an_adults_pages_are_not_kept_and_not_shared(tea, spirit):
    adult, guest = Client(), Client()
    adult.post("/san-pham/xac-nhan-tuoi/", {"tra_loi": "co"}, headers=OURS)

    for _ in range(2):
        shown = adult.get("/san-pham/")
        assert sorted(titles(shown)) == ["Chè Mẫu", "Rượu gạo Mẫu"]
        assert shown.headers["Cache-Control"] == "private, no-cache"
        assert "ETag" not in shown.headers
        assert titles(guest.get("/san-pham/")) == ["Chè Mẫu"]
    assert kept_pages() == 1


@pytest.mark.parametrize(
    "query",
    [
        "utm_source=x",
        "sao=4&_=1",
        "q=che",
        "q=" + "x" * 300,
        "&".join(f"tinh={n}" for n in range(60)),
    ],
)
def test_addresses_that_anybody_could_make_up_are_not_kept(client, tea, query):
    for path in ("/san-pham/", "/san-pham/che-mau/", "/chu-the/"):
        response = client.get(f"{path}?{query}")

        assert response.status_code == 200
        assert kept_pages() == 0
        assert response.headers["Cache-Control"] == "private, no-cache"


def test_parameters_of_the_list_are_not_kept_for_the_page_of_one(client, tea):
    for query in ("sao=4", "trang=2", "tinh=68"):
        client.get(f"/san-pham/?{query}")
        client.get(f"/san-pham/che-mau/?{query}")
        client.get(f"/chu-the/htx-mau-a/?{query}")

    assert kept_pages() == 3


def test_errors_and_redirects_are_not_kept(client, tea):
    client.get("/san-pham/khong-co/")
    client.get("/chu-the/khong-co/")
    client.get("/san-pham/xac-nhan-tuoi/")
    client.post("/san-pham/")
    client.get("/san-pham")

    assert kept_pages() == 0


def test_a_host_that_is_not_ours_is_refused_before_the_cache(client, tea):
    client.get("/san-pham/")

    assert client.get("/san-pham/", headers={"host": "evil.example"}).status_code == 400
    assert "evil.example" not in html_of(client.get("/san-pham/"))


@pytest.mark.parametrize("warm", [False, True])
@pytest.mark.parametrize("path", PAGES)
def test_head_says_what_get_would_send(client, tea, path, warm):
    if warm:
        client.get(path)

    head = client.head(path)
    whole = client.get(path)

    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(whole.content))
    assert head.headers["ETag"] == whole.headers["ETag"]


def test_who_has_the_page_is_told_so(client, tea):
    first = client.get("/san-pham/")
    etag = first.headers["ETag"]

    again = client.get("/san-pham/", headers={"if-none-match": f'"other", {etag}'})

    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["ETag"] == etag
    assert client.get("/san-pham/", headers={"if-none-match": '"other"'}).status_code == 200


def test_a_change_makes_the_visitors_copy_old(client, tea):
    etag = client.get("/san-pham/che-mau/").headers["ETag"]
    tea.product.name = "Chè Shan"
    tea.product.save()

    response = client.get("/san-pham/che-mau/", headers={"if-none-match": etag})

    assert response.status_code == 200
    assert "Chè Shan" in words_of(response)


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("br, gzip;q=1.0", True),
        ("GZIP , deflate", True),
        ("identity", False),
        ("br", False),
        ("gzip;q=0", False),
        ("", False),
    ],
)
def test_pages_are_sent_packed_to_those_who_can_unpack(client, tea, accepted, packed):
    plain = client.get("/san-pham/")

    response = client.get("/san-pham/", headers={"accept-encoding": accepted})

    assert (response.headers.get("Content-Encoding") == "gzip") is packed
    body = gzip.decompress(response.content) if packed else response.content
    assert body == plain.content
    assert response.headers["Content-Length"] == str(len(response.content))
    assert response.headers["ETag"] == plain.headers["ETag"]
