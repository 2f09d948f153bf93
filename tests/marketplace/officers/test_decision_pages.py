"""Two officers and a decision, over HTTP."""

import datetime as dt

import pytest

from catalog.decisions.models import Proposal
from catalog.lib import clock
from catalog.register.models import Certificate
from marketplace.accounts.models import OfficerPost
from tests.cast import Cast, signed_in
from tests.catalog.decisions.papers import TODAY, proposed
from tests.factories.register import CertificateFactory, ProductFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def people():
    """Giang and Hòa, both of the province; Dung of one of its communes."""
    people = Cast()
    people.hoa = people.person("hoa")
    OfficerPost.objects.create(
        user=people.hoa, province=people.commune_a.province, valid_from=people.day
    )
    people.tea = ProductFactory(producer=people.producer_a, name="Chè Đồi Sương")
    return people


def form(**changes) -> dict:
    return {
        "star": 4,
        "decision_no": "3981/QĐ-UBND",
        "decided_on": "2026-08-05",
        "authority": "UBND tỉnh Lâm Đồng",
        "authority_level": "province",
        "reason": "Hội đồng họp ngày 1/8/2026",
    } | changes


def test_one_officer_writes_and_the_other_confirms(people):
    url = f"/can-bo/san-pham/{people.tea.pk}/de-nghi/recognise/"
    answer = people.browser("giang").post(url, form())
    proposal = Proposal.objects.get()
    assert answer.url == f"/can-bo/quyet-dinh/{proposal.pk}/"

    other = signed_in(people.hoa)
    assert "đề nghị chờ bạn xác nhận" in other.get("/can-bo/").content.decode()
    page = other.post(f"{answer.url}xac-nhan/", follow=True).content.decode()

    assert "có hiệu lực ngay" in page
    assert Certificate.objects.get().star == 4


def test_the_author_is_told_to_ask_a_colleague(people):
    proposal = proposed(people.tea, people.giang)
    browser = people.browser("giang")
    url = f"/can-bo/quyet-dinh/{proposal.pk}/"

    page = browser.post(f"{url}xac-nhan/", follow=True).content.decode()

    assert "Người đề nghị không tự xác nhận" in page
    assert f"{url}rut/" in page
    assert not Certificate.objects.exists()
    browser.post(f"{url}rut/")
    proposal.refresh_from_db()
    assert proposal.state == "withdrawn"


@pytest.mark.parametrize(
    ("kind", "changes", "field"),
    [
        ("recognise", {"star": 5}, "authority_level"),
        ("recognise", {"decided_on": "2026-12-01"}, "decided_on"),
        ("recognise", {"reason": " "}, "reason"),
        ("recognise", {"decision_no": "\u200b"}, "decision_no"),
        ("recognise", {"expires_on": "2025-01-01"}, "expires_on"),
    ],
)
def test_what_the_register_refuses_is_said_beside_its_field(people, kind, changes, field):
    url = f"/can-bo/san-pham/{people.tea.pk}/de-nghi/{kind}/"

    answer = people.browser("giang").post(url, form(**changes))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Proposal.objects.exists()


def test_each_kind_has_the_fields_it_needs(people):
    CertificateFactory(product=people.tea, star=4, issued_on=dt.date(2025, 1, 1))
    browser = people.browser("giang")
    page = browser.get(f"/can-bo/san-pham/{people.tea.pk}/").content.decode()

    fields = {}
    for kind in ("replace", "downgrade", "extend", "revoke"):
        url = f"/can-bo/san-pham/{people.tea.pk}/de-nghi/{kind}/"
        assert url in page
        fields[kind] = set(browser.get(url).context["form"].fields)

    head = {"decision_no", "decided_on", "authority", "authority_level", "reason"}
    assert fields == {
        "replace": head | {"star", "expires_on"},
        "downgrade": head | {"star", "expires_on"},
        "extend": head | {"extended_until"},
        "revoke": head | {"ground", "revoked_on"},
    }
    url = f"/can-bo/san-pham/{people.tea.pk}/de-nghi/recognise/"
    assert browser.post(url, form()).status_code == 302
    assert not Proposal.objects.exists()


def test_a_commune_officer_reads_and_neither_proposes_nor_decides(people):
    proposal = proposed(people.tea, people.giang)
    browser, url = people.browser("dung"), f"/can-bo/quyet-dinh/{proposal.pk}/"

    page = browser.get(url).content.decode()

    assert "3981/QĐ-UBND" in page
    assert f"{url}xac-nhan/" not in page
    for path in ("xac-nhan/", "khong-dong-y/", "rut/"):
        assert browser.post(url + path, {"reason": "Thử"}).status_code == 404
    assert browser.post("/can-bo/quyet-dinh/xac-nhan/", {"chon": proposal.pk}).status_code == 404
    propose = f"/can-bo/san-pham/{people.tea.pk}/de-nghi/recognise/"
    assert browser.get(propose).status_code == 404
    proposal.refresh_from_db()
    assert proposal.is_waiting


def test_a_refusal_without_a_reason_is_asked_for_one(people):
    proposal = proposed(people.tea, people.giang)
    browser = signed_in(people.hoa)
    url = f"/can-bo/quyet-dinh/{proposal.pk}/khong-dong-y/"

    assert browser.post(url, {"reason": " "}).status_code == 422
    browser.post(url, {"reason": "Sai số quyết định"})

    proposal.refresh_from_db()
    assert (proposal.state, proposal.answer) == ("refused", "Sai số quyết định")


def test_a_whole_decision_is_confirmed_but_for_the_ones_that_cannot(people):
    products = ProductFactory.create_batch(5, producer=people.producer_a)
    waiting = [proposed(product, people.giang) for product in products]
    CertificateFactory(product=products[0], decision_no="1/QĐ-UBND", issued_on=TODAY)
    theirs = proposed(ProductFactory(producer=people.producer_b), people.giang)
    browser = signed_in(people.hoa)
    queue = browser.get("/can-bo/quyet-dinh/").content.decode()
    assert "3981/QĐ-UBND" in queue
    assert "5 sản phẩm" in queue

    chosen = [p.pk for p in waiting] + [theirs.pk, "x", 99999]
    page = browser.post(
        "/can-bo/quyet-dinh/xac-nhan/",
        {"so": "3981/QĐ-UBND", "chon": chosen},
        follow=True,
    ).content.decode()

    assert "Đã xác nhận 4 sản phẩm" in page
    assert "1 sản phẩm còn chờ" in page
    assert "Sản phẩm đang có công nhận theo quyết định 1/QĐ-UBND" in page
    assert Certificate.objects.filter(decision_no="3981/QĐ-UBND").count() == 4
    theirs.refresh_from_db()
    assert theirs.is_waiting


def test_the_history_of_a_product_names_who_and_when(people):
    proposal = proposed(people.tea, people.giang)
    signed_in(people.hoa).post(f"/can-bo/quyet-dinh/{proposal.pk}/xac-nhan/")

    page = people.browser("dung").get(f"/can-bo/san-pham/{people.tea.pk}/").content.decode()

    assert "Giang" in page
    assert "Hoa" in page
    assert "Đã xác nhận" in page
