"""A complaint about a listing: filed by anybody, decided once, off sale the same moment."""

import threading
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import ProtectedError
from django.utils.timezone import now

from catalog.journal.models import AuditEvent
from marketplace.accounts.models import ProducerMember
from marketplace.shop.complaints import services
from marketplace.shop.complaints.enums import State
from marketplace.shop.complaints.errors import AlreadyDecided, InFuture, WordsNeeded
from marketplace.shop.complaints.models import Complaint
from marketplace.shop.complaints.rules import deadline
from marketplace.shop.complaints.selectors import queue, waiting_of
from marketplace.shop.listings.models import ProductCard, TakeDown
from marketplace.shop.listings.services.packs import PackSize, add_pack
from marketplace.shop.ordering.errors import NoLongerSellable
from tests.cast import Cast
from tests.factories.shop import on_sale, seller_of
from tests.marketplace.shop.admission.people import picture
from tests.marketplace.shop.ordering.browsing import OURS
from tests.marketplace.shop.ordering.purchases import basket_with, fees, order, refused, total_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    people = Cast()
    people.tea = on_sale(producer=people.producer_a, name="Chè Mẫu")
    people.binh, people.chi
    return people


def about(listing, text="Không đúng hạng sao", **fields) -> Complaint:
    told = {"ground": "false_star", "text": text}
    return services.file_complaint(listing.product, **(told | fields))


def page_of(people, listing) -> str:
    return people.browser().get(listing.product.get_absolute_url()).content.decode()


# The public


def test_anybody_files_a_complaint_from_the_products_page(people):
    browser = people.browser()
    address = f"/phan-anh/ve/{people.tea.product.slug}/"
    assert address in page_of(people, people.tea)

    answer = browser.post(address, {"ground": "unsafe", "text": "Hộp bị mốc", "photo": picture()})

    complaint = Complaint.objects.get()
    assert answer.url == f"/phan-anh/{complaint.code}/"
    assert (complaint.text, bool(complaint.photo)) == ("Hộp bị mốc", True)
    page = browser.get(answer.url).content.decode()
    assert complaint.display_code in page
    assert "Đang xem xét" in page


def test_a_contact_is_for_officers_alone(people):
    complaint = about(people.tea, contact="0912 345 678")

    assert (
        "0912 345 678" not in people.browser().get(f"/phan-anh/{complaint.code}/").content.decode()
    )
    ours = f"/ban-hang/htx-mau-a/phan-anh/{complaint.code}/"
    assert "0912 345 678" not in people.browser("binh").get(ours).content.decode()
    desk = f"/can-bo/phan-anh/{complaint.code}/"
    assert "0912 345 678" in people.browser("dung").get(desk).content.decode()


def test_an_empty_complaint_is_refused(people):
    answer = people.browser().post(f"/phan-anh/ve/{people.tea.product.slug}/", {"ground": "unsafe"})

    assert answer.status_code == 422
    assert not Complaint.objects.exists()


def test_a_file_that_is_no_picture_is_refused(people):
    answer = people.browser().post(
        f"/phan-anh/ve/{people.tea.product.slug}/",
        {
            "ground": "unsafe",
            "text": "x",
            "photo": SimpleUploadedFile("a.svg", b"<svg onload='alert(1)'/>"),
        },
    )

    assert answer.status_code == 422
    assert not Complaint.objects.exists()


def test_the_eleventh_complaint_of_an_address_within_an_hour_waits(people):
    browser, address = people.browser(), f"/phan-anh/ve/{people.tea.product.slug}/"
    sent = {"ground": "unsafe", "text": "Hộp bị mốc"}

    answers = [browser.post(address, sent).status_code for _ in range(11)]

    assert answers == [302] * 10 + [429]
    assert Complaint.objects.count() == 10


def test_a_wrong_code_opens_nothing(people):
    assert people.browser().get("/phan-anh/7KQ4M2ZP9X/").status_code == 404


# The officer


def test_taken_down_the_page_stays_and_says_why_and_nothing_is_sold(people):
    fees()
    basket = basket_with(people.tea)
    total = total_of(basket)

    services.take_product_down(about(people.tea), reason="Sai hạng sao", by=people.giang)

    page = page_of(people, people.tea)
    assert "Sai hạng sao" in page
    assert "Thêm vào giỏ" not in page
    assert not ProductCard.objects.exists()
    wanted = {"listing": people.tea.pk, "quantity": 1}
    answer = people.browser().post("/gio-hang/them/", wanted, headers=OURS)
    assert answer.status_code == 409
    with refused(NoLongerSellable):
        order(basket, seen_total=total)


def test_the_basket_says_why(people):
    from tests.marketplace.shop.ordering.test_strategy import seen

    services.take_product_down(about(people.tea), reason="Sai hạng sao", by=people.giang)

    stock = seen(people.tea).availability
    assert (stock.code, stock.num_available) == ("withdrawn", 0)
    assert "gỡ khỏi trang bán" in str(stock.message)


def test_a_pack_added_meanwhile_is_held_back_too(people):
    services.take_product_down(about(people.tea), reason="Sai hạng sao", by=people.giang)

    size = PackSize(unit="gói", pack="gói 1 kg", weight_grams=1_000)
    add_pack(people.tea.product, seller_of(people.producer_a), size, price=1_000, in_stock=5)

    assert "Thêm vào giỏ" not in page_of(people, people.tea)
    assert not ProductCard.objects.exists()


def test_restored_it_sells_again(people):
    complaint = about(people.tea)
    services.take_product_down(complaint, reason="Sai hạng sao", by=people.giang)

    services.restore_product(complaint, reason="Đã sửa", by=people.giang)

    assert "Thêm vào giỏ" in page_of(people, people.tea)
    assert ProductCard.objects.count() == 1


def test_while_another_take_down_stands_it_stays_off_sale(people):
    first, second = about(people.tea), about(people.tea)
    services.take_product_down(first, reason="Một", by=people.giang)
    services.take_product_down(second, reason="Hai", by=people.giang)

    services.restore_product(first, reason="Đã sửa", by=people.giang)

    page = page_of(people, people.tea)
    assert "Hai" in page
    assert "Thêm vào giỏ" not in page


@pytest.mark.parametrize("act", [services.take_product_down, services.reject])
def test_the_second_of_two_officers_is_told(people, act):
    complaint = about(people.tea)
    same = Complaint.objects.get()
    services.reject(complaint, reason="Không đúng", by=people.giang)

    with pytest.raises(AlreadyDecided):
        act(same, reason="Khác", by=people.dung)

    assert not TakeDown.objects.exists()
    assert Complaint.objects.get().state == State.REJECTED


@pytest.mark.parametrize(
    "act", [services.take_product_down, services.restore_product, services.reject]
)
def test_each_decision_says_why(people, act):
    complaint = about(people.tea)

    with pytest.raises(WordsNeeded):
        act(complaint, reason=" ", by=people.giang)

    assert Complaint.objects.get().state == State.OPEN


def test_each_step_is_in_the_audit_log_with_its_person(people):
    complaint = about(people.tea)
    services.mark_authority(complaint, request="12/QLTT", requested_at=now(), by=people.giang)
    services.take_product_down(complaint, reason="Sai hạng sao", by=people.giang)
    services.answer(complaint, text="Chúng tôi đã sửa nhãn", by=people.binh)
    services.restore_product(complaint, reason="Đã sửa", by=people.giang)

    events = AuditEvent.objects.filter(object_kind="complaints.complaint").order_by("id")
    assert list(events.values_list("verb", "actor")) == [
        ("complaint.received", None),
        ("complaint.authority", people.giang.pk),
        ("complaint.taken_down", people.giang.pk),
        ("complaint.answered", people.binh.pk),
        ("complaint.restored", people.giang.pk),
    ]


def test_a_complaint_is_never_deleted(people):
    complaint = about(people.tea)

    with pytest.raises(ProtectedError):
        complaint.delete()


# The deadline


def test_an_authoritys_request_leaves_24_hours(people):
    complaint = about(people.tea)
    asked = now() - timedelta(hours=2)

    services.mark_authority(complaint, request="12/QLTT", requested_at=asked, by=people.giang)

    assert complaint.due_at == deadline(asked) == asked + timedelta(hours=24)
    assert waiting_of(complaint, asked + timedelta(hours=1)).left == "còn 23\xa0giờ"
    late = waiting_of(complaint, asked + timedelta(hours=26, minutes=5))
    assert (late.is_overdue, late.left) == (True, "quá hạn 2\xa0giờ, 5\xa0phút")


def test_a_request_that_has_not_come_is_refused(people):
    complaint = about(people.tea)

    with pytest.raises(InFuture):
        services.mark_authority(
            complaint, request="1", requested_at=now() + timedelta(hours=1), by=people.giang
        )

    assert Complaint.objects.get().due_at is None


def test_what_is_overdue_stands_first_and_what_has_no_deadline_last(people):
    plain, later, overdue = about(people.tea), about(people.tea), about(people.tea)
    for complaint, hours in ((later, 1), (overdue, 30)):
        services.mark_authority(
            complaint, request="1", requested_at=now() - timedelta(hours=hours), by=people.giang
        )
    from tests.marketplace.areas.test_desk import scope_of

    assert list(queue(scope_of(people.giang))) == [overdue, later, plain]
    page = people.browser("giang").get("/can-bo/phan-anh/").content.decode()
    assert "quá hạn" in page
    assert "1 gấp hoặc quá hạn" in people.browser("giang").get("/can-bo/").content.decode()


# Who may


@pytest.mark.parametrize("page", ["", "anh/", "quyet-dinh/", "co-quan/"])
def test_an_officer_of_another_place_finds_nothing(people, page):
    fish = on_sale(producer=people.producer_b, name="Cá Mẫu")
    complaint = about(fish, upload=picture())
    browser = people.browser("giang")
    address = f"/can-bo/phan-anh/{complaint.code}/{page}"

    answer = (
        browser.post(address, {"quyet": "go", "reason": "x"})
        if page.endswith("h/") and page != "anh/"
        else browser.get(address)
    )

    assert answer.status_code in ({404} if page != "co-quan/" else {404, 405})
    assert not TakeDown.objects.exists()


def test_a_commune_takes_down_what_is_its_own(people):
    complaint = about(people.tea)

    people.browser("dung").post(
        f"/can-bo/phan-anh/{complaint.code}/quyet-dinh/", {"quyet": "go", "reason": "Sai sao"}
    )

    assert TakeDown.objects.get().reason == "Sai sao"


def test_a_producer_answers_its_own_and_sees_no_others(people):
    complaint = about(people.tea, upload=picture())
    page = f"phan-anh/{complaint.code}/"

    people.browser("binh").post(f"/ban-hang/htx-mau-a/{page}", {"text": "Đã sửa nhãn"})

    assert "Đã sửa nhãn" in people.browser().get(f"/{page}").content.decode()
    for address in (f"/ban-hang/htx-mau-b/{page}", f"/ban-hang/htx-mau-a/{page}"):
        assert people.browser("chi").get(address).status_code == 404
        assert people.browser("chi").get(f"{address}anh/").status_code == 404
    assert people.browser("binh").get(f"/ban-hang/htx-mau-a/{page}anh/").status_code == 200


def test_who_only_packs_answers_nothing(people):
    complaint = about(people.tea)
    ProducerMember.objects.update(role=ProducerMember.Role.PACKER)

    answer = people.browser("binh").post(
        f"/ban-hang/htx-mau-a/phan-anh/{complaint.code}/", {"text": "Đã sửa nhãn"}
    )

    assert answer.status_code == 403
    assert complaint.steps.count() == 1


def test_the_producer_hears_of_it_in_the_inbox(people):
    services.take_product_down(about(people.tea), reason="Sai hạng sao", by=people.giang)

    page = people.browser("binh").get("/ban-hang/htx-mau-a/hop-tin/").content.decode()

    assert "Chè Mẫu được gỡ khỏi trang bán" in page
    assert "Lý do: Sai hạng sao" in page


@pytest.mark.parametrize("count", [1, 30])
def test_the_queue_asks_no_more_for_more(people, count, django_assert_max_num_queries):
    for _ in range(count):
        about(people.tea)
    browser = people.browser("giang")
    browser.get("/can-bo/phan-anh/")

    with django_assert_max_num_queries(18):
        page = browser.get("/can-bo/phan-anh/").content.decode()

    assert page.count('class="item"') == count


# The race


def decide_at_once(people_count: int = 6) -> tuple[list[str], Complaint]:
    people = Cast()
    complaint = about(on_sale(producer=people.producer_a, name="Chè Mẫu"))
    officer, start, outcomes = people.giang, threading.Barrier(people_count), []

    def work(number: int) -> None:
        try:
            start.wait(timeout=10)
            act = services.reject if number % 2 else services.take_product_down
            act(Complaint.objects.get(pk=complaint.pk), reason="x", by=officer)
            outcomes.append("decided")
        except AlreadyDecided:
            outcomes.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(people_count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes, Complaint.objects.get(pk=complaint.pk)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_of_officers_at_once_one_decides():
    outcomes, complaint = decide_at_once()

    assert sorted(outcomes) == ["decided"] + ["told"] * 5
    assert TakeDown.objects.count() == int(complaint.state == State.TAKEN_DOWN)
    assert complaint.steps.count() == 2


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_condition_all_would_decide(monkeypatch):
    def careless(complaint, source, **fields):
        Complaint.objects.filter(pk=complaint.pk).update(**{"take_down": None, **fields})

    monkeypatch.setattr(services, "_change", careless)
    monkeypatch.setattr(services, "_claim", lambda *_: None)

    outcomes, _complaint = decide_at_once()

    assert outcomes.count("decided") == 6
