"""Headers and cookies of every page that this file can reach, and refusals in our look."""

import re

import pytest
from django.test import Client

from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
PAGES = [
    "/tai-khoan/login/",
    "/en/tai-khoan/login/",
    "/tai-khoan/signup/",
    "/tai-khoan/password/reset/",
    "/tai-khoan/password/reset/done/",
    "/tai-khoan/confirm-email/",
    "/tai-khoan/mo/khong-co/",
    "/khong-co-trang-nay/",
    "/cms/",
    "/quan-tri/",
]
OWN = [
    "/tai-khoan/",
    "/tai-khoan/email/",
    "/tai-khoan/password/change/",
    "/tai-khoan/sessions/",
    "/tai-khoan/hai-buoc/",
    "/tai-khoan/logout/",
    "/tai-khoan/2fa/",
    "/tai-khoan/2fa/webauthn/",
    "/tai-khoan/2fa/webauthn/add/",
    "/tai-khoan/2fa/recovery-codes/",
    "/tai-khoan/2fa/recovery-codes/generate/",
    "/tai-khoan/2fa/reauthenticate/",
    "/tai-khoan/cap-duong-dan/",
]
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)(?![^>]*application/(?:ld\+)?json)"
)
FOREIGN = re.compile(r"(?:src|href|action)=[\"'](?:https?:)?//(?!testserver|localhost)")


def policy(response) -> dict[str, str]:
    parts = response.headers["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


def check_headers(response) -> None:
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Request-ID"]


@pytest.mark.parametrize("path", PAGES)
def test_guest_pages_carry_the_headers(path):
    response = Client().get(path)
    check_headers(response)
    if path not in {"/cms/", "/quan-tri/"}:
        rules = policy(response)
        assert rules["script-src"] == "'self'"
        assert rules["style-src"] == "'self'"
        assert rules["frame-ancestors"] == "'none'"
    if response.status_code == 200:
        assert not INLINE.findall(response.content.decode())
        assert not FOREIGN.findall(response.content.decode())


def test_own_pages_carry_the_headers_and_nothing_inline():
    people = Cast()
    browser = people.browser("dung")
    for path in OWN:
        response = browser.get(path)
        assert response.status_code == 200, path
        check_headers(response)
        assert policy(response)["script-src"] == "'self'", path
        assert not INLINE.findall(response.content.decode()), path
        assert not FOREIGN.findall(response.content.decode()), path
        assert "no-store" in response.headers.get("Cache-Control", "no-store"), path


def test_pages_of_others_have_looser_policies_but_no_other_host():
    browser = Cast().browser("sau")
    for path in ("/cms/", "/quan-tri/"):
        response = browser.get(path)
        assert response.status_code == 200
        rules = policy(response)
        assert "http" not in response.headers["Content-Security-Policy"]
        assert "'unsafe-eval'" not in rules["script-src"]
        assert rules["object-src"] == "'none'"
    assert "'unsafe-inline'" not in policy(browser.get("/quan-tri/"))["script-src"]


def test_language_stands_on_the_page():
    assert '<html lang="vi">' in Client().get("/tai-khoan/login/").content.decode()
    assert '<html lang="en">' in Client().get("/en/tai-khoan/login/").content.decode()


def test_cookies_are_httponly_and_lax():
    client = Client()
    client.get("/tai-khoan/login/")
    client.post("/tai-khoan/login/", {"login": Cast().an.email, "password": PASSWORD})
    assert {"sessionid", "csrftoken"} <= client.cookies.keys()
    for cookie in client.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key


def test_form_without_token_is_refused_on_a_page_of_ours():
    client = Client(enforce_csrf_checks=True)
    response = client.post("/tai-khoan/login/", {"login": "x", "password": "y"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "Chưa có gì được gửi đi" in page
    assert '<html lang="vi">' in page
    check_headers(response)


def test_too_many_sign_ups_get_our_page_and_a_time_to_wait():
    client = Client()
    answers = [client.post("/tai-khoan/signup/", {}) for _ in range(21)]
    assert [a.status_code for a in answers] == [200] * 20 + [429]
    assert answers[-1].headers["Retry-After"] == "300"
    assert "đợi 5 phút" in answers[-1].content.decode()


def test_request_id_of_the_proxy_is_kept_if_it_is_one():
    given = "0f8fad5b-d9cb-469f-a165-70867728950e"
    ask = lambda value: Client().get("/tai-khoan/login/", headers={"x-request-id": value})  # noqa: E731
    assert ask(given).headers["X-Request-ID"] == given
    assert ask("x' OR 1=1 --").headers["X-Request-ID"] != "x' OR 1=1 --"
