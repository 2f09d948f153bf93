"""Admission in the browser: the producer gives, the officer decides, the neighbour sees nothing."""

import pytest

from marketplace.accounts.models import ProducerMember
from marketplace.shop.admission.enums import Check, State
from marketplace.shop.admission.models import Application, Evidence, Requirement, Suspension
from marketplace.shop.admission.services.giving import give
from marketplace.shop.listings.models import Seller
from tests.cast import Cast
from tests.factories.register import ProducerFactory
from tests.factories.shop import seller_of

from .people import accept, asks, picture, sent_in

pytestmark = pytest.mark.django_db
OURS = "/ban-hang/htx-mau-a/dang-ky-ban/"
DESK = "/can-bo/nguoi-ban/"
CASE = f"{DESK}chu-the/htx-mau-a/"


@pytest.fixture
def people():
    people = Cast()
    people.line = asks(people.commune_a.province, title="Mã số thuế")
    people.paper = asks(people.commune_a.province, "giay", wanted="file", title="Giấy phép")
    people.binh, people.chi
    return people


def test_a_producer_gives_item_by_item_and_sends_in(people):
    browser = people.browser("binh")

    browser.post(f"{OURS}{people.line.pk}/", {"text": "0100109106"})
    assert Application.objects.get().state == State.DRAFT
    browser.post(f"{OURS}{people.paper.pk}/", {"file": picture()})
    page = browser.post(f"{OURS}buoc/", {"viec": "gui"}, follow=True).content.decode()

    assert Application.objects.get().state == State.SUBMITTED
    assert "Lấy hồ sơ về để sửa" in page


def test_a_file_of_no_kind_we_take_is_refused_in_words(people):
    from django.core.files.uploadedfile import SimpleUploadedFile

    script = SimpleUploadedFile("a.jpg", b"<script>alert(1)</script>")
    answer = people.browser("binh").post(f"{OURS}{people.paper.pk}/", {"file": script})

    assert answer.status_code == 422
    assert "Chỉ nhận tệp PDF" in answer.content.decode()
    assert not Evidence.objects.exists()


def test_a_picture_is_shown_and_never_run(people):
    browser = people.browser("binh")
    browser.post(f"{OURS}{people.paper.pk}/", {"file": picture()})

    answer = browser.get(f"{OURS}{people.paper.pk}/tep/")

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_officer_checks_each_item_and_approves(people):
    sent_in(people.producer_a, people.line, people.paper)
    browser = people.browser("giang")
    for requirement in (people.line, people.paper):
        revision = Evidence.objects.get(requirement=requirement).revision
        browser.post(f"{CASE}muc/{requirement.pk}/", {"quyet": "dat", "revision": revision})

    page = browser.post(f"{CASE}duyet/", follow=True).content.decode()

    assert Seller.objects.get().producer == people.producer_a
    assert "được bán hàng" in page


def test_approval_is_not_offered_and_not_done_while_an_item_is_missing(people):
    sent_in(people.producer_a, people.line, people.paper)
    browser = people.browser("giang")

    assert f"{CASE}duyet/" not in browser.get(CASE).content.decode()
    page = browser.post(f"{CASE}duyet/", follow=True).content.decode()

    assert "Còn mục bắt buộc chưa đạt: Mã số thuế; Giấy phép." in page
    assert not Seller.objects.exists()


def test_a_waiver_without_a_reason_is_asked_for_one(people):
    sent_in(people.producer_a, people.line, people.paper)
    browser = people.browser("giang")

    answer = browser.post(f"{CASE}muc/{people.paper.pk}/", {"quyet": "mien", "reason": ""})
    assert answer.status_code == 422
    assert "Hãy ghi lý do." in answer.content.decode()
    browser.post(f"{CASE}muc/{people.paper.pk}/", {"quyet": "mien", "reason": "Hộ nhỏ"})

    waived = Evidence.objects.get(requirement=people.paper)
    assert (waived.check_state, waived.checked_by) == (Check.WAIVED, people.giang)
    assert "Người miễn:" in browser.get(CASE).content.decode()


def test_the_second_officer_is_told(people):
    sent_in(people.producer_a, people.line, people.paper)
    for requirement in (people.line, people.paper):
        accept(people.producer_a, requirement, by=people.giang)
    browser = people.browser("giang")
    browser.post(f"{CASE}duyet/")

    page = browser.post(f"{CASE}tra-lai/", {"tra-reason": "Thiếu"}, follow=True).content.decode()

    assert "Hồ sơ đã có người xử lý. Hiện: Được bán." in page
    assert Seller.objects.count() == 1


def test_a_returned_application_says_why_to_the_producer(people):
    sent_in(people.producer_a, people.line, people.paper)
    people.browser("giang").post(f"{CASE}tra-lai/", {"tra-reason": "Ảnh mờ, chụp lại"})

    assert "Ảnh mờ, chụp lại" in people.browser("binh").get(OURS).content.decode()


def test_drafts_are_the_producers_own(people):
    give(people.producer_a, people.paper, upload=picture())
    give(people.producer_a, people.line, text="0100109106")
    browser = people.browser("giang")

    assert "0100109106" not in browser.get(CASE).content.decode()
    assert browser.get(f"{CASE}muc/{people.paper.pk}/tep/").status_code == 404
    answer = browser.post(f"{CASE}muc/{people.line.pk}/", {"quyet": "mien", "reason": "x"})
    assert answer.status_code == 404


def test_who_only_packs_sees_no_papers(people):
    ProducerMember.objects.update(role=ProducerMember.Role.PACKER)
    browser = people.browser("binh")

    assert browser.get(OURS).status_code == 403
    assert browser.post(f"{OURS}{people.line.pk}/", {"text": "1"}).status_code == 403
    assert not Evidence.objects.exists()


def test_another_producer_finds_nothing(people):
    sent_in(people.producer_a, people.line, people.paper)
    browser = people.browser("chi")

    for page in ("", f"{people.line.pk}/", f"{people.paper.pk}/tep/"):
        assert browser.get(f"{OURS}{page}").status_code == 404
    assert browser.post(f"{OURS}buoc/", {"viec": "lay-ve"}).status_code == 404
    assert Application.objects.get().state == State.SUBMITTED


@pytest.mark.parametrize("page", ["", "duyet/", "tra-lai/", "ngung/", "cho-ban-lai/", "muc/1/"])
def test_an_officer_of_another_province_finds_nothing(people, page):
    elsewhere = ProducerFactory(commune=people.commune_b, slug="nha-khac")
    seller_of(elsewhere)
    browser = people.browser("giang")

    address = f"{DESK}chu-the/nha-khac/{page}"
    answer = browser.post(address) if page else browser.get(address)

    assert answer.status_code == 404
    assert not Suspension.objects.exists()


def test_a_commune_decides_nothing_about_sellers(people):
    browser = people.browser("dung")

    for page in (DESK, CASE, f"{DESK}danh-muc/"):
        assert browser.get(page).status_code == 404


def test_the_checklist_is_configured_on_the_page(people):
    browser = people.browser("giang")

    answer = browser.post(
        f"{DESK}danh-muc/68/",
        {
            "title": "Giấy mới",
            "title_en": "New paper",
            "code": "giay-moi",
            "wanted": "file",
            "is_mandatory": "on",
            "valid_from": "1/12/2026",
        },
    )

    assert answer.status_code == 302
    line = Requirement.objects.get(code="giay-moi")
    assert (line.province_id, line.is_mandatory) == ("68", True)
    assert browser.post(f"{DESK}danh-muc/68/{line.pk}/het/").status_code == 302
    line.refresh_from_db()
    assert line.valid_to is not None


def test_the_checklist_of_another_province_is_not_there(people):
    browser = people.browser("giang")

    assert browser.get(f"{DESK}danh-muc/08/").status_code == 404
    assert browser.post(f"{DESK}danh-muc/08/mau/").status_code == 404
    assert browser.post(f"{DESK}danh-muc/08/{people.line.pk}/het/").status_code == 404


def test_a_seller_is_stopped_with_five_days_notice_on_the_page(people):
    seller = seller_of(people.producer_a)
    browser = people.browser("giang")

    short = browser.post(f"{CASE}ngung/", {"ngung-reason": "Giao sai", "ngung-notice_days": "2"})
    assert short.status_code == 422
    assert "Báo trước ít nhất 5 ngày" in short.content.decode()
    browser.post(f"{CASE}ngung/", {"ngung-reason": "Giao sai", "ngung-notice_days": "5"})

    assert Suspension.objects.get().seller == seller
    assert "Gian hàng ngừng bán từ" in people.browser("binh").get(OURS).content.decode()
    browser.post(f"{CASE}cho-ban-lai/", {"go-reason": "Đã khắc phục"})
    assert Suspension.objects.get().lifted_by == people.giang


@pytest.mark.parametrize("count", [1, 30])
def test_the_queue_asks_no_more_for_more(people, count, django_assert_max_num_queries):
    for n in range(count):
        producer = ProducerFactory(commune=people.commune_a, slug=f"nha-{n}")
        sent_in(producer, people.line, people.paper)
        seller_of(ProducerFactory(commune=people.commune_a, slug=f"ban-{n}"))
    browser = people.browser("giang")
    browser.get(DESK)

    with django_assert_max_num_queries(24):
        page = browser.get(DESK).content.decode()

    assert page.count("/chu-the/nha-") == count
