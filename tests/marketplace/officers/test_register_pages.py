"""The register at the desk: found, entered, changed, taken away; never another place's."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from catalog.journal.models import AuditEvent
from catalog.lib import clock
from catalog.register.models import Producer, Product
from marketplace.officers.selectors import paging
from tests.cast import Cast
from tests.catalog.decisions.papers import proposed
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProductSetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """Bình's producer in Giang's province and Dung's commune; Chi's in another province."""
    people = Cast()
    people.tea = ProductFactory(producer=people.producer_a, name="Chè Đồi Sương")
    people.fish = ProductFactory(producer=people.producer_b, name="Cá Khô Mẫu")
    return people


def names(response) -> list[str]:
    return [line.product.name for line in response.context["lines"]]


def test_words_without_marks_find_the_product_and_its_producer(people):
    browser = people.browser("giang")

    assert names(browser.get("/can-bo/san-pham/?q=doi+suong")) == ["Chè Đồi Sương"]
    assert names(browser.get("/can-bo/san-pham/?q=suong+htx")) == ["Chè Đồi Sương"]
    assert names(browser.get("/can-bo/san-pham/?q=ca+kho")) == []


def test_each_standing_finds_its_products(people):
    day = clock.today()
    made = {
        "con": CertificateFactory(expires_on=day + timedelta(days=400)).product,
        "sap-het": CertificateFactory(expires_on=day + timedelta(days=100)).product,
        "het": CertificateFactory(expired=True).product,
        "thu-hoi": CertificateFactory(revoked=True).product,
        "chua": people.tea,
        "cho": ProductFactory(),
    }
    proposed(made["cho"], people.giang)
    browser = people.browser("giang")

    found = {name: set(names(browser.get(f"/can-bo/san-pham/?tinh-trang={name}"))) for name in made}

    name_of = {key: product.name for key, product in made.items()}
    assert found == {
        "con": {name_of["con"], name_of["sap-het"]},
        "sap-het": {name_of["sap-het"]},
        "het": {name_of["het"], name_of["thu-hoi"]},
        "thu-hoi": {name_of["thu-hoi"]},
        "chua": {name_of["chua"], name_of["cho"]},
        "cho": {name_of["cho"]},
    }


def test_stars_find_by_the_newest_recognition(people):
    upgraded = CertificateFactory(star=3, issued_on=clock.today() - timedelta(days=300)).product
    CertificateFactory(product=upgraded, star=4, issued_on=clock.today())
    browser = people.browser("giang")

    assert names(browser.get("/can-bo/san-pham/?sao=4")) == [upgraded.name]
    assert names(browser.get("/can-bo/san-pham/?sao=3")) == []


def test_pages_go_on_and_back_without_losing_or_repeating_a_row(people, monkeypatch):
    monkeypatch.setattr(paging, "PER_PAGE", 3)
    for n in range(7):
        ProductFactory(name=f"Gạo Mẫu {n // 3}")  # names repeat on purpose
    browser, url = people.browser("giang"), "/can-bo/san-pham/?q=gao"

    pages = []
    while url:
        page = browser.get(url)
        pages.append([line.pk for line in page.context["lines"]])
        after = page.context["leaf"].after
        url = f"/can-bo/san-pham/?q=gao&sau={after}" if after else ""

    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({pk for page in pages for pk in page}) == 7
    back = browser.get(f"/can-bo/san-pham/?q=gao&truoc={page.context['leaf'].before}")
    assert [line.pk for line in back.context["lines"]] == pages[1]


@pytest.mark.parametrize("mark", ["x", ".", "1", "99999999999999999999.a", "-1.a"])
def test_a_place_that_is_none_shows_the_first_page(people, mark):
    assert names(people.browser("giang").get("/can-bo/san-pham/", {"sau": mark})) == [
        "Chè Đồi Sương"
    ]


@pytest.mark.parametrize("path", ["san-pham/", "chu-the/", "quyet-dinh/"])
def test_lists_ask_as_many_questions_for_one_row_as_for_thirty(people, path):
    browser = people.browser("giang")

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(f"/can-bo/{path}").status_code == 200
        return len(asked)

    CertificateFactory(product__producer=people.producer_a)
    proposed(ProductFactory(producer=people.producer_a), people.giang)
    questions()  # fills what is kept of the site itself
    few = questions()
    for _ in range(29):
        CertificateFactory()
        proposed(ProductFactory(), people.giang)

    assert questions() == few


@pytest.mark.parametrize(
    "path",
    [
        "san-pham/{fish}/",
        "san-pham/{fish}/sua/",
        "san-pham/{fish}/de-nghi/recognise/",
        "chu-the/{chi}/",
        "chu-the/{chi}/sua/",
        "chu-the/{chi}/san-pham/them/",
        "quyet-dinh/{proposal}/",
        "quyet-dinh/{proposal}/xac-nhan/",
        "quyet-dinh/{proposal}/khong-dong-y/",
        "quyet-dinh/{proposal}/rut/",
    ],
)
def test_another_places_rows_are_not_there(people, path):
    proposal = proposed(people.fish, people.person("hoa"))
    url = "/can-bo/" + path.format(
        fish=people.fish.pk, chi=people.producer_b.pk, proposal=proposal.pk
    )
    before = AuditEvent.objects.count()

    for who in ("giang", "dung"):
        browser = people.browser(who)
        assert browser.get(url).status_code in {404, 405}
        assert browser.post(url, {"name": "Chè Lạ", "reason": "Thử"}).status_code in {404, 405}

    assert AuditEvent.objects.count() == before
    proposal.refresh_from_db()
    assert proposal.is_waiting


def producer_fields(commune, **changes) -> dict:
    return {
        "name": "HTX Mẫu  Mới",
        "kind": "cooperative",
        "phone": "+84 912 345 678",
        "commune": commune.pk,
        "is_active": "on",
    } | changes


@pytest.mark.parametrize("who", ["dung", "giang"])
def test_an_officer_enters_a_producer_of_the_place(people, who):
    response = people.browser(who).post("/can-bo/chu-the/them/", producer_fields(people.commune_a))

    producer = Producer.objects.get(name="HTX Mẫu Mới")
    assert response.url == f"/can-bo/chu-the/{producer.pk}/"
    assert (producer.province, producer.phone) == (people.commune_a.province, "0912345678")
    event = AuditEvent.objects.get()
    assert (event.verb, event.actor) == ("producer.entered", getattr(people, who))


def test_a_producer_of_another_place_cannot_be_entered(people):
    neighbour = CommuneFactory(code="22921", name="Bình Thuận")
    for who, commune in (("giang", people.commune_b), ("dung", neighbour)):
        response = people.browser(who).post("/can-bo/chu-the/them/", producer_fields(commune))
        assert response.status_code == 422
    assert not Producer.objects.filter(name="HTX Mẫu Mới").exists()


def test_a_product_is_entered_without_a_star_whatever_is_posted(people):
    fields = {
        "name": "Chè Mới Mẫu",
        "product_set": ProductSetFactory().pk,
        "is_active": "on",
        "star": 5,
        "stars": 5,
        "producer": people.producer_b.pk,
        "slug": "chiem-cho",
    }

    people.browser("dung").post(f"/can-bo/chu-the/{people.producer_a.pk}/san-pham/them/", fields)

    product = Product.objects.get(name="Chè Mới Mẫu")
    assert (product.producer, product.slug) == (people.producer_a, "che-moi-mau")
    assert not product.certificates.exists()


def test_a_change_is_told_with_before_and_after_and_a_wrong_one_changes_nothing(people):
    url = f"/can-bo/san-pham/{people.tea.pk}/sua/"
    fields = {"name": "Chè Sương Mẫu", "product_set": 11, "gtin": "", "is_active": "on"}
    browser = people.browser("dung")

    wrong = browser.post(url, fields | {"gtin": "123"})
    people.tea.refresh_from_db()
    assert (wrong.status_code, people.tea.name) == (422, "Chè Đồi Sương")

    browser.post(url, fields)
    browser.post(url, fields)

    event = AuditEvent.objects.get()
    assert event.before == {"name": "Chè Đồi Sương"}
    assert event.after == {"name": "Chè Sương Mẫu"}


def test_the_list_is_taken_away_as_it_was_filtered_and_nothing_in_it_runs(people):
    ProducerFactory(name="=cmd|' /C calc'!A0", commune=people.commune_a)
    CertificateFactory(product__name="@SUM(1)", product__producer=people.producer_a)
    browser = people.browser("giang")

    rows = list(
        csv.reader(
            io.StringIO(browser.get("/can-bo/san-pham/xuat.csv").content.decode("utf-8-sig"))
        )
    )
    book = load_workbook(io.BytesIO(browser.get("/can-bo/san-pham/xuat.xlsx?q=chè").content))
    producers = browser.get("/can-bo/chu-the/xuat.csv").content.decode("utf-8-sig")

    assert sorted(row[0] for row in rows[1:]) == ["'@SUM(1)", "Chè Đồi Sương"]
    assert [row[0] for row in book.active.iter_rows(values_only=True)][1:] == ["Chè Đồi Sương"]
    assert "\"'=cmd" in producers
    assert "HTX Mẫu B" not in producers
    assert browser.get("/can-bo/san-pham/xuat.pdf").status_code == 404
