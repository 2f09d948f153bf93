"""Pictures are served from the local disk; papers and paths outside never are."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def stored(settings, tmp_path):
    """Write a file in an own media folder and give back its address."""
    settings.MEDIA_ROOT = tmp_path / "media"

    def store(name, content=SVG):
        default_storage.save(name, ContentFile(content))
        return f"/media/{name}"

    return store


def test_a_picture_is_served_with_its_kind_and_a_long_cache(client, stored):
    response = client.get(stored("products/che.svg"))

    assert b"".join(response.streaming_content) == SVG
    assert response["Content-Type"] == "image/svg+xml"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "max-age=2592000" in response["Cache-Control"]
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert not response.cookies


def test_a_picture_that_is_known_is_not_sent_again(client, stored):
    address = stored("images/a.webp")
    known = client.get(address)["Last-Modified"]

    assert client.get(address, headers={"if-modified-since": known}).status_code == 304


def test_a_question_about_a_picture_is_answered_without_it(client, stored):
    response = client.head(stored("products/che.svg"))

    assert response.status_code == 200
    assert response["Content-Length"] == str(len(SVG))
    assert response.content == b""


@pytest.mark.parametrize(
    "name", ["papers/2026/11/giay.pdf", "documents/a.pdf", "original_images/a.jpg", "a.svg"]
)
def test_what_is_not_meant_for_everybody_is_not_served(client, stored, name):
    assert client.get(stored(name)).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "products/../papers/giay.pdf",
        "products/../../secret.txt",
        "products/%2e%2e/papers/giay.pdf",
        "/etc/passwd",
        "products/%00",
        "products/",
        "products",
        "products/..",
        "products\\..\\papers\\giay.pdf",
    ],
)
def test_no_path_leads_out_of_the_public_folders(client, stored, settings, path):
    stored("products/che.svg")
    stored("papers/giay.pdf")
    (settings.MEDIA_ROOT.parent / "secret.txt").write_text("secret")

    assert client.get(f"/media/{path}").status_code == 404


def test_nothing_is_served_where_pictures_lie_in_a_bucket(client, stored, settings):
    address = stored("products/che.svg")
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    }

    assert client.get(address).status_code == 404


def test_pictures_are_only_read(client, stored):
    assert client.post(stored("products/che.svg")).status_code == 405
