"""All letters have one shape: HTML and text, whole without pictures, with absolute links."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.utils.translation import gettext_lazy as _

from marketplace import letters
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ROOT = Path(settings.BASE_DIR)


def letter_templates():
    return [
        path
        for path in (ROOT / "marketplace/templates").rglob("*.*")
        if {"letters", "email"} & set(path.parts)
        and not path.name.endswith("_subject.txt")
        and path.name not in {"base.html", "base.txt"}
        and not (path.name.startswith("_") and "letters" in path.parts)  # a part of a letter
    ]


@pytest.mark.parametrize("path", letter_templates(), ids=lambda p: p.name)
def test_each_letter_extends_the_one_base_and_has_both_forms(path):
    text = path.read_text("utf-8")
    other = path.with_suffix(".txt" if path.suffix == ".html" else ".html")

    assert re.match(r'{% extends "(letters/base|account/email/_(letter|notice))\.', text)
    assert other.exists()
    assert "<img" not in text


def test_a_letter_is_written_in_its_readers_language(settings):
    settings.BASE_URL = "https://ocop.example.vn"
    context = {"job": None, "url": letters.absolute("/x/")}
    for language in ("vi", "en"):
        letters.send(
            "operations/letters/job_over",
            key=f"k-{language}",
            to="an@example.vn",
            subject=_("Việc của tôi"),
            context=context,
            language=language,
        )

    vietnamese, english = mail.outbox
    assert (vietnamese.subject, english.subject) == ("Việc của tôi", "My jobs")
    assert english.extra_headers["Message-ID"] == "<k-en@ocop.example.vn>"
    html, kind = english.alternatives[0]
    assert kind == "text/html"
    assert 'lang="en"' in html
    for form in (english.body, html):
        assert "https://ocop.example.vn/x/" in form


def test_a_letter_of_allauth_has_the_same_shape(client):
    people = Cast()

    client.post("/tai-khoan/password/reset/", {"email": people.an.email})

    (letter,) = mail.outbox
    html = letter.alternatives[0][0]
    assert 'role="presentation"' in html
    assert re.findall(r'href="(?!https?://)[^"]*"', html) == []
    assert re.search(r"http://\S+/tai-khoan/password/reset/key/", letter.body)
