"""Floods are refused with a time to wait; nobody else, and no kept page, is slowed by them."""

import pytest
from django.test import Client, RequestFactory
from django.urls import get_resolver

from marketplace.limits import counters
from marketplace.limits.address import client_address
from marketplace.limits.rates import NotARate, Rate, rates
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LOOK_UP = ("/don-hang/", {"code": "7KQ4-M2ZP-9X", "phone": "0912000123"})


@pytest.fixture
def limits(settings, tmp_path):
    """Three of each in a minute, counted anew for each test."""
    settings.RATE_LIMITS_CHANGED = ",".join(
        f"{name}=3/m" for name in settings.RATE_LIMITS if name != "form"
    )
    settings.LIMITS = {"redis": "", "file": tmp_path / "limits.sqlite3"}
    counters.counter.cache_clear()
    yield settings
    counters.counter.cache_clear()


def statuses(client, count, path, data=None, **extra):
    ask = client.get if data is None else client.post
    return [ask(path, data, **extra).status_code for _ in range(count)]


def test_the_fourth_look_up_in_a_minute_is_asked_to_wait(limits):
    client = Client()
    assert statuses(client, 4, *LOOK_UP) == [422, 422, 422, 429]

    refused = client.post(*LOOK_UP)

    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert "Hãy đợi 1 phút" in refused.content.decode()
    assert "Content-Security-Policy" in refused.headers
    assert "Please wait 1" in client.post("/en" + LOOK_UP[0], LOOK_UP[1]).content.decode()


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/tai-khoan/login/", {"login": "a@b.vn", "password": "x"}),
        ("/thanh-toan/", {"name": "An"}),
    ],
)
def test_sign_in_and_checkout_are_limited(limits, path, data):
    got = statuses(Client(), 4, path, data)

    assert 429 not in got[:3]
    assert got[3] == 429


def test_every_post_counts_as_a_form(limits):
    limits.RATE_LIMITS_CHANGED = "form=2/m"

    got = statuses(Client(), 3, "/gio-hang/them/", {"listing": 1})

    assert 429 not in got[:2]
    assert got[2] == 429


def test_searches_are_limited_and_lists_are_not(limits):
    client = Client()

    assert statuses(client, 4, "/san-pham/?q=che") == [200, 200, 200, 429]
    assert statuses(client, 5, "/san-pham/") == [200] * 5
    assert statuses(client, 5, "/san-pham/?sao=4") == [200] * 5


def test_another_address_is_not_bothered(limits):
    statuses(Client(), 4, *LOOK_UP)

    assert statuses(Client(), 1, *LOOK_UP, REMOTE_ADDR="203.0.113.9") == [422]


def test_forwarded_for_is_not_believed_without_a_proxy_of_ours(limits):
    got = [
        Client().post(*LOOK_UP, headers={"x-forwarded-for": f"203.0.113.{n}"}).status_code
        for n in range(4)
    ]

    assert got == [422, 422, 422, 429]


def test_a_minute_later_all_is_well(limits, monkeypatch):
    statuses(Client(), 4, *LOOK_UP)
    now = counters.time.time()
    monkeypatch.setattr(counters.time, "time", lambda: now + 61)

    assert statuses(Client(), 1, *LOOK_UP) == [422]


def test_a_file_that_cannot_be_written_stops_nobody(limits, tmp_path):
    limits.LIMITS = {"redis": "", "file": tmp_path / "no" / "such" / "folder.sqlite3"}
    counters.counter.cache_clear()

    assert statuses(Client(), 5, *LOOK_UP) == [422] * 5


def test_a_refused_sign_in_signs_nobody_in(limits):
    an = Cast().an
    client = Client()
    statuses(client, 3, "/tai-khoan/login/", {"login": "a@b.vn", "password": "x"})

    client.post("/tai-khoan/login/", {"login": an.email, "password": "nuoc-mam-ca-com-1"})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("proxies", "forwarded", "remote", "address"),
    [
        (0, "203.0.113.1", "192.0.2.1", "192.0.2.1"),
        (1, "6.6.6.6, 203.0.113.1", "192.0.2.1", "203.0.113.1"),
        (2, "6.6.6.6, 203.0.113.1, 192.0.2.9", "192.0.2.1", "203.0.113.1"),
        (2, "203.0.113.1", "192.0.2.1", "192.0.2.1"),
        (1, "not an address", "192.0.2.1", "192.0.2.1"),
        (1, "", "192.0.2.1", "192.0.2.1"),
        (0, "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (0, "", "::ffff:192.0.2.1", "192.0.2.1"),
        (0, "", "", "unknown"),
    ],
)
def test_whose_turn_it_is(settings, proxies, forwarded, remote, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get(
        "/", REMOTE_ADDR=remote, headers={"x-forwarded-for": forwarded} if forwarded else {}
    )

    assert client_address(request) == address


def test_every_page_that_a_limit_names_is_there(settings):
    def named(patterns, space=""):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from named(pattern.url_patterns, inner)
            elif pattern.name:
                yield f"{space}{pattern.name}"

    there = set(named(get_resolver().url_patterns))

    assert set(settings.FLOOD_VIEWS) | settings.FLOOD_SEARCHES <= there
    assert set(settings.FLOOD_VIEWS.values()) <= set(settings.RATE_LIMITS)


def test_rates_are_read_as_written():
    told = {"checkout": "60/m", "search": "240/10m"}

    assert rates(told) == {"checkout": Rate(60, 60), "search": Rate(240, 600)}
    assert rates(told, "off") == {"checkout": None, "search": None}
    assert rates(told, "checkout=5/s, search=off") == {"checkout": Rate(5, 1), "search": None}
    for wrong in ("checkout=5", "checkout=0/m", "chekout=5/m"):
        with pytest.raises(NotARate):
            rates(told, wrong)
