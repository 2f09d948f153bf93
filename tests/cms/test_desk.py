"""The editors' desk: who may write, who may publish, what the product chooser finds."""

import json
import re
import unicodedata

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from catalog.lib import clock
from catalog.lib.vietnamese import slug
from cms.models import NewsIndexPage, NewsPage, StandardPage
from marketplace.accounts.services import grant_editor
from tests.cast import Cast, signed_in
from tests.factories.register import CertificateFactory, ProducerFactory, ProductFactory


@pytest.fixture
def people(db):
    return Cast()


@pytest.fixture
def index(home):
    return NewsIndexPage.objects.get(locale=home.locale)


def moderator(people):
    user = people.person("mai")
    grant_editor(user)
    user.groups.add(Group.objects.get(name="Moderators"))
    return user


def story_form(**changes) -> dict:
    return nested_form_data(
        {
            "title": "Tin mới",
            "slug": "tin-moi",
            "date": "2026-11-20",
            "intro": "Một câu tóm tắt.",
            "picture": "",
            "picture_alt": "",
            "body": streamfield([("text", rich_text("<p>Nội dung.</p>"))]),
            "related_products": inline_formset([]),
            "comments": inline_formset([]),
            **changes,
        }
    )


def add_story(browser, index, **changes):
    where = reverse("wagtailadmin_pages:add", args=["cms", "newspage", index.pk])
    return browser.post(where, story_form(**changes))


def test_an_editor_writes_a_story_that_stays_a_draft(people, index):
    answer = add_story(people.browser("lan"), index, **{"action-publish": "1"})

    assert answer.status_code == 302
    story = NewsPage.objects.get(slug="tin-moi")
    assert (story.live, story.owner) == (False, people.lan)


def test_a_moderator_publishes(people, index):
    browser = signed_in(moderator(people))

    add_story(browser, index, **{"action-publish": "1"})

    assert NewsPage.objects.get(slug="tin-moi").live


def test_an_editor_may_not_touch_the_first_page_nor_the_settings(people, home):
    browser = people.browser("lan")

    pages = [
        reverse("wagtailadmin_pages:edit", args=[home.pk]),
        reverse("wagtailsettings:edit", args=["cms", "sitesettings"]),
        reverse("wagtailusers_users:index"),
    ]
    for where in pages:
        assert browser.get(where).status_code == 302, where
    title = home.title
    browser.post(pages[0], {"title": "Của tôi"})
    home.refresh_from_db()
    assert home.title == title


def test_an_editor_may_edit_legal_pages(people, showcase):
    terms = StandardPage.objects.get(slug="dieu-khoan", locale=showcase.locale)

    rights = terms.permissions_for_user(people.lan)

    assert (rights.can_edit(), rights.can_publish(), rights.can_delete()) == (True, False, False)


@pytest.mark.parametrize("name", ["guest", "an", "binh", "dung"])
def test_nobody_else_enters_the_desk(people, index, name):
    browser = people.browser(name)

    answer = add_story(browser, index)

    assert answer.status_code in {302, 403}
    assert not NewsPage.objects.filter(slug="tin-moi").exists()


def test_the_desk_speaks_vietnamese_and_shows_no_foreign_menu(people, home):
    html = people.browser("lan").get(reverse("wagtailadmin_home")).content.decode()

    assert '<html lang="vi"' in html
    assert "Hướng dẫn biên tập Wagtail" not in html
    assert "guide.wagtail.org" not in html


def test_scripts_and_foreign_links_in_rich_text_are_dropped(people, index):
    content = json.dumps(
        {
            "blocks": [
                {
                    "key": "a",
                    "text": "<script>alert(1)</script> xem",
                    "type": "unstyled",
                    "depth": 0,
                    "inlineStyleRanges": [],
                    "entityRanges": [{"offset": 26, "length": 3, "key": 0}],
                }
            ],
            "entityMap": {
                "0": {
                    "type": "LINK",
                    "mutability": "MUTABLE",
                    "data": {"url": "javascript:alert(1)"},
                }
            },
        }
    )

    add_story(people.browser("lan"), index, body=streamfield([("text", content)]))

    stored = NewsPage.objects.get(slug="tin-moi").get_latest_revision_as_object()
    html = stored.body.render_as_block()
    assert "<script" not in html
    assert "javascript:" not in html


def found(browser, words: str) -> str:
    return browser.get(reverse("product_chooser:choose_results"), {"q": words}).content.decode()


@pytest.mark.parametrize("words", ["ca phe", "Cà Phê", "phe ca", "CÀ PHÊ mẫu", "htx doi"])
def test_the_chooser_finds_without_marks(people, words):
    cooperative = ProducerFactory(name="HTX Đồi Mẫu")
    ProductFactory(name="Cà phê Mẫu", producer=cooperative)
    ProductFactory(name="Mật ong Mẫu")

    html = found(people.browser("lan"), words)

    assert "Cà phê Mẫu" in html
    assert "Mật ong Mẫu" not in html


def test_the_chooser_says_what_would_show_and_what_not(people):
    day = clock.today()
    CertificateFactory(product__name="Chè còn", expires_on=day)
    CertificateFactory(product__name="Chè hết", expired=True)
    CertificateFactory(product__name="Chè thấp", star=2)
    ProductFactory(name="Chè chưa")

    html = found(people.browser("lan"), "che")

    assert f"Còn hiệu lực đến {day:%d/%m/%Y}" in html
    assert "không hiện" in html
    assert html.count("Dưới 3 sao") == 1
    assert html.count("Chưa xác minh") == 1
    assert html.count("Hết hiệu lực sau") == 1


def test_the_choosers_cost_does_not_grow_with_its_rows(people):
    browser = people.browser("lan")
    CertificateFactory(product__name="Chè 0")
    found(browser, "che")
    with CaptureQueriesContext(connection) as few:
        found(browser, "che")
    for n in range(1, 12):
        CertificateFactory(product__name=f"Chè {n}")

    with CaptureQueriesContext(connection) as many:
        assert found(browser, "che").count("Còn hiệu lực") == 12

    assert len(many) == len(few)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_form_takes_marks_off_as_the_server_does(form):
    words = unicodedata.normalize(form, "Thưởng phở, quýt Đường Lâm; ỲỸỶ ặẫờữự")
    widget = NewsPage.promote_panels[0].children[0].widget
    patterns = json.loads(widget.attrs["data-w-slug-formatters-value"])

    for (pattern, _flags), plain in patterns:
        words = re.sub(pattern, plain, words)

    assert slug(words) == "thuong-pho-quyt-duong-lam-yyy-aaouu"
    assert words.isascii()
