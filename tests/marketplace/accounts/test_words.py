"""Every page and letter of this room is Vietnamese: no word of the packages shines through."""

import re
from html import unescape

import pytest
from django.core import mail
from django.test import Client

from tests.cast import Cast
from tests.marketplace.test_headers import OWN, PAGES

pytestmark = pytest.mark.django_db
# Words that stand in allauth's, Django's and Oscar's English and in no Vietnamese sentence.
ENGLISH = re.compile(
    r"\b(the|your|you|please|password|sign|email|address|enter|field|required|code|account"
    r"|verify|remember|log|forgot|must|security|key|settings|invalid|this|with)\b",
    re.IGNORECASE,
)


def words(html: str) -> str:
    text = re.sub(r"<(script|style|code|template)\b.*?</\1>", " ", html, flags=re.DOTALL)
    shown = " ".join(re.findall(r'(?:placeholder|aria-label|title|alt)="([^"]*)"', text))
    plain = unescape(re.sub(r"<[^>]+>", " ", text)) + " " + unescape(shown)
    return re.sub(r"\S+@\S+|https?://\S+", " ", plain)


@pytest.mark.parametrize("path", [p for p in PAGES if not p.startswith(("/en/", "/cms", "/quan"))])
def test_no_english_on_guest_pages(path):
    assert not ENGLISH.findall(words(Client().get(path).content.decode()))


def test_no_english_on_own_pages():
    browser = Cast().browser("dung")
    for path in OWN:
        assert not ENGLISH.findall(words(browser.get(path).content.decode())), path


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/tai-khoan/login/", {}),
        ("/tai-khoan/login/", {"login": "a@b.vn", "password": "x"}),
        ("/tai-khoan/signup/", {}),
        ("/tai-khoan/signup/", {"name": "x" * 200, "email": "a", "password1": "12345678"}),
        ("/tai-khoan/password/reset/", {"email": "khong"}),
    ],
)
def test_no_english_in_errors(path, data):
    page = Client().post(path, data).content.decode()
    assert "error-summary" in page
    assert not ENGLISH.findall(words(page))


def test_no_english_in_letters_and_each_has_two_parts():
    people = Cast()
    client = Client()
    client.post("/tai-khoan/password/reset/", {"email": people.an.email})
    client.post("/tai-khoan/password/reset/", {"email": "ai@example.vn"})
    for email in ("moi@example.vn", people.an.email):
        data = {"name": "Mới", "email": email, "password1": "mat-khau-rieng-9"}
        Client().post("/tai-khoan/signup/", data)
    assert len(mail.outbox) == 4
    for letter in mail.outbox:
        assert not ENGLISH.findall(words(letter.subject + " " + letter.body)), letter.subject
        html, kind = letter.alternatives[0]
        assert kind == "text/html"
        assert not ENGLISH.findall(words(html)), letter.subject
