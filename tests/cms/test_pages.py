"""The two trees of pages: addresses, languages, what stands on them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, Page, PageViewRestriction, Revision, Site

from cms.demo import create_showcase
from cms.models import NewsIndexPage, NewsPage, NewsProduct, Picture, StandardPage
from cms.sitemaps import ShowcaseSitemap
from tests.factories.shop import on_sale


def state():
    pages = Page.objects.order_by("pk").values_list("pk", "path", "title", "live", "url_path")
    rights = GroupPagePermission.objects.order_by("pk").values_list("group", "page", "permission")
    return list(pages), list(rights), Revision.objects.count(), Picture.objects.count()


def test_a_second_run_changes_nothing(showcase):
    before = state()

    assert create_showcase() == 0

    assert state() == before


def test_what_editors_changed_and_moved_is_kept(showcase):
    terms = StandardPage.objects.get(slug="dieu-khoan", locale=showcase.locale)
    terms.title, terms.slug = "Điều khoản của chợ", "dieu-khoan-cho"
    terms.save()
    terms.move(showcase, pos="last-child")

    assert create_showcase() == 0

    kept = StandardPage.objects.get(pk=terms.pk)
    assert (kept.title, kept.url) == ("Điều khoản của chợ", "/dieu-khoan-cho/")


def test_the_welcome_page_of_wagtail_is_gone(showcase):
    assert Site.objects.get(is_default_site=True).root_page_id == showcase.pk
    assert not Page.objects.filter(slug="home").exists()


@pytest.mark.parametrize(
    ("kind", "slug", "vietnamese", "english"),
    [
        (NewsIndexPage, "cau-chuyen", "/cau-chuyen/", "/en/cau-chuyen/"),
        (
            NewsPage,
            "buoi-sang-o-doi-che",
            "/cau-chuyen/buoi-sang-o-doi-che/",
            "/en/cau-chuyen/buoi-sang-o-doi-che/",
        ),
        (StandardPage, "dieu-khoan", "/tro-giup/dieu-khoan/", "/en/tro-giup/dieu-khoan/"),
    ],
)
def test_a_page_has_an_address_in_each_language(showcase, kind, slug, vietnamese, english):
    assert kind.objects.get(slug=slug, locale__language_code="vi").url == vietnamese
    assert kind.objects.get(slug=slug, locale__language_code="en").url == english


def test_every_page_answers_with_one_heading_and_nothing_inline(client, showcase):
    on_sale(name="Chè Mẫu")
    for page in Page.objects.filter(depth__gte=2).live():
        html = client.get(page.url).content.decode()
        language = page.locale.language_code
        assert len(re.findall(r"<h1[ >]", html)) == 1, page.url
        assert f'<html lang="{language}"' in html, page.url
        main = html[html.index("<main") : html.index("</main>")]
        assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", main), page.url
        for tag in re.findall(r"<img[^>]*>", main):
            assert 'alt="' in tag, page.url
            assert re.search(r'width="\d+" height="\d+"', tag), tag
            assert re.search(r'srcset="\S+ \d+w, \S+ \d+w"', tag) or "srcset" not in tag, tag


def test_legal_pages_say_that_they_are_templates(client, showcase):
    html = client.get("/tro-giup/khieu-nai/").content.decode()

    assert "Mẫu, người vận hành hoàn thiện" in html


def test_help_lists_the_pages_that_the_law_asks_for(client, showcase):
    html = client.get("/tro-giup/").content.decode()

    main = html[html.index("<main") : html.index("</main>")]
    assert re.findall(r'<li><a href="/tro-giup/([a-z-]+)/">', main) == [
        "don-vi-van-hanh",
        "dieu-khoan",
        "du-lieu-ca-nhan",
        "khieu-nai",
        "gia-va-thue",
        "thanh-toan",
        "giao-hang",
        "doi-tra",
        "thu-tu-hien-thi",
        "kiem-duyet",
    ]


def test_a_story_shows_its_products_while_they_are_on_sale(client, showcase):
    story = NewsPage.objects.get(slug="buoi-sang-o-doi-che", locale=showcase.locale)
    listing = on_sale(name="Chè Mẫu")
    NewsProduct.objects.create(page=story, product=listing.product, sort_order=0)
    story.body = [("products", {"products": [listing.product]})]
    story.save()
    assert client.get(story.url).content.decode().count('class="card"') == 2

    listing.product.is_active = False
    listing.product.save()

    assert client.get(story.url).content.decode().count('class="card"') == 0


def test_words_of_a_story_are_text_and_not_html(client, showcase):
    story = NewsPage.objects.get(slug="buoi-sang-o-doi-che", locale=showcase.locale)
    bad = '<img src=x onerror="alert(1)">'
    story.title, story.intro = bad, bad
    story.body = [("heading", bad), ("quote", {"text": bad, "who": bad})]
    story.save()

    html = client.get(story.url).content.decode()

    assert bad not in html
    assert html.count("&lt;img src=x") >= 5


def test_cost_of_a_story_does_not_grow_with_its_products(client, showcase):
    story = NewsPage.objects.get(slug="buoi-sang-o-doi-che", locale=showcase.locale)
    listings = [on_sale(name=f"Chè Mẫu {n}") for n in range(8)]
    story.body = [("products", {"products": [listings[0].product]})]
    story.save()
    client.get(story.url)
    with CaptureQueriesContext(connection) as few:
        client.get(story.url)

    story.body = [("products", {"products": [listing.product for listing in listings]})]
    story.save()
    with CaptureQueriesContext(connection) as many:
        client.get(story.url)

    assert len(many) == len(few)


def test_the_list_of_stories_costs_the_same_for_one_and_for_many(client, showcase):
    index = NewsIndexPage.objects.get(locale=showcase.locale)
    stories = list(index.get_children())
    for story in stories[1:]:
        story.unpublish()
    client.get(index.url)
    with CaptureQueriesContext(connection) as few:
        client.get(index.url)

    picture = Picture.objects.first()
    for n in range(11):
        page = NewsPage(title=f"Bài {n}", intro="…", picture=picture, picture_alt="đồi chè")
        index.add_child(instance=page)
    with CaptureQueriesContext(connection) as many:
        html = client.get(index.url).content.decode()

    assert html.count('<article class="story">') == 12
    assert len(many) == len(few)


def test_a_page_in_one_language_only_names_no_other(client, showcase):
    terms = StandardPage.objects.get(slug="dieu-khoan", locale__language_code="en")
    terms.unpublish()

    html = client.get("/tro-giup/dieu-khoan/").content.decode()

    assert 'hreflang="en" href="http' not in html
    assert client.get("/en/tro-giup/dieu-khoan/").status_code == 404


def test_a_moved_page_is_found_at_its_old_address(
    client, showcase, django_capture_on_commit_callbacks
):
    terms = StandardPage.objects.get(slug="dieu-khoan", locale=showcase.locale)
    with django_capture_on_commit_callbacks(execute=True):
        terms.slug = "dieu-khoan-moi"
        terms.save_revision().publish()

    answer = client.get("/tro-giup/dieu-khoan/")

    assert (answer.status_code, answer["Location"]) == (301, "/tro-giup/dieu-khoan-moi/")


def test_the_site_map_names_live_pages_of_both_languages(showcase):
    StandardPage.objects.get(slug="dieu-khoan", locale__language_code="en").unpublish()

    found = {entry["location"] for entry in ShowcaseSitemap().get_urls()}

    assert "http://localhost:8000/" in found
    assert "http://localhost:8000/en/cau-chuyen/buoi-sang-o-doi-che/" in found
    assert "http://localhost:8000/tro-giup/dieu-khoan/" in found
    assert "http://localhost:8000/en/tro-giup/dieu-khoan/" not in found
    assert len(found) == Page.objects.filter(depth__gte=2).live().count()


def test_a_vietnamese_title_makes_an_address_without_marks(home):
    index = NewsIndexPage.objects.get(locale=home.locale)

    story = index.add_child(instance=NewsPage(title="Đồi chè Đường Lâm", intro="…"))

    assert story.url == "/cau-chuyen/doi-che-duong-lam/"


def test_a_story_for_few_is_not_on_the_first_page(
    client, showcase, django_capture_on_commit_callbacks
):
    story = NewsPage.objects.get(slug="buoi-sang-o-doi-che", locale=showcase.locale)
    assert story.title in client.get("/").content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=story, restriction_type="login")

    assert story.title not in client.get("/").content.decode()


def test_a_new_story_is_on_the_first_page_at_once(client, home, django_capture_on_commit_callbacks):
    assert client.get("/").status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        index = NewsIndexPage.objects.get(locale=home.locale)
        story = index.add_child(instance=NewsPage(title="Tin mới", intro="…", live=False))
        story.save_revision().publish()

    assert "Tin mới" in client.get("/").content.decode()
    assert "Tin mới" not in client.get("/en/").content.decode()
