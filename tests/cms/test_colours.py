"""An accent colour that somebody could not read is refused; a good one reaches the page."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail.models import Site

from cms import colours, views
from cms.models import SiteSettings
from cms.models.setting import check_accent


def test_contrast_is_that_of_the_standard():
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_paper_is_the_paper_of_the_tokens():
    css = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text()
    bright, dark = re.findall(r"--paper: (#[0-9a-f]{6})", css)[:2]

    assert (bright, dark) == (colours.PAPER, views.DARK_PAPER)


@pytest.mark.parametrize("colour", ["#1f5137", "#7F1C13", "#2b4a7f"])
def test_a_legible_colour_is_taken(colour):
    check_accent(colour)


@pytest.mark.parametrize("colour", ["#f2c65a", "#ffffff", "#8a8a8a"])
def test_a_pale_colour_is_refused(colour):
    with pytest.raises(ValidationError) as refusal:
        check_accent(colour)
    assert refusal.value.code == "contrast_too_low"


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "#1f5137}body{color:red"])
def test_what_is_no_colour_is_refused(colour):
    with pytest.raises(ValidationError) as refusal:
        check_accent(colour)
    assert refusal.value.code == "not_a_colour"


@pytest.mark.parametrize("accent", ["#1f5137", "#7f1c13", "#000000", "#2b4a7f"])
def test_every_shade_of_the_theme_can_be_read(accent):
    css = views.theme_css(accent)
    bright, dark = (
        dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", line)) for line in css.split("\n")[:2]
    )

    assert colours.contrast(bright["leaf"], colours.PAPER) >= 4.5
    assert colours.contrast(bright["leaf-deep"], bright["leaf-tint"]) >= 4.5
    assert colours.contrast(bright["action"], colours.WHITE) >= 4.5
    assert colours.contrast(bright["forest"], "#c9d8cc") >= 4.5
    assert colours.contrast(dark["leaf"], views.DARK_PAPER) >= 4.5
    assert colours.contrast(dark["leaf-deep"], dark["leaf-tint"]) >= 4.5


def test_the_operators_name_and_colour_reach_every_page(
    client, home, django_capture_on_commit_callbacks
):
    assert "giao-dien.css" not in client.get("/").content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        setting = SiteSettings.objects.get(site=Site.objects.get(is_default_site=True))
        setting.site_name, setting.accent = "Chợ <Mẫu>", "#7f1c13"
        setting.save()

    html = client.get("/").content.decode()
    assert '<link rel="stylesheet" href="/giao-dien.css?v=7f1c13">' in html
    assert "Chợ &lt;Mẫu&gt;</title>" in html
    answer = client.get("/giao-dien.css?v=7f1c13")
    assert answer["Content-Type"] == "text/css"
    assert "--leaf:#7f1c13" in answer.content.decode()
    assert "max-age=31536000" in answer["Cache-Control"]


def test_an_empty_theme_is_an_empty_sheet(client, home):
    answer = client.get("/giao-dien.css")

    assert (answer.status_code, answer.content) == (200, b"")
