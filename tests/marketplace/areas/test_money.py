"""Money behind the counter: each thing to write down on its screen, and nobody else's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace.shop.ordering.enums import ParcelState as S
from marketplace.shop.ordering.enums import PaymentKind as K
from marketplace.shop.ordering.models import PaymentRecord
from marketplace.shop.ordering.services.moving import move_parcel
from marketplace.shop.ordering.services.paying import say_paid
from tests.cast import Cast
from tests.marketplace.shop.ordering.money import fresh, mark, transfer_of, walk, with_account
from tests.marketplace.shop.ordering.purchases import basket_with, fees, goods_of, order

pytestmark = pytest.mark.django_db
HOME = "/ban-hang/htx-mau-a/don/"
TOTAL = 120_000


@pytest.fixture
def village():
    """A transfer and a cash order of Bình's producer (A), a transfer of Chi's (B)."""
    people = Cast()
    fees()
    people.binh, people.chi  # make them members
    with_account(people.producer_a)
    with_account(people.producer_b)
    people.tea = goods_of(people.producer_a, stock=99)
    people.mine = transfer_of(people.tea)
    people.cash = order(basket_with(people.tea)).group.parcels.get()
    people.theirs = transfer_of(goods_of(people.producer_b))
    return people


def money_of(parcel, page="", *, producer="htx-mau-a") -> str:
    return f"/ban-hang/{producer}/don/{parcel.order.number}/tien/{page}"


def write(browser, parcel, page, **fields):
    seen = fresh(parcel).money.records
    return browser.post(money_of(parcel, page), {"da_thay": seen, **fields}, follow=True)


def test_the_page_says_how_it_stands_and_what_can_be_written(village):
    page = village.browser("binh").get(money_of(village.mine)).content.decode()

    assert "Chờ chuyển khoản" in page
    for open_one in ("du/", "thieu/", "thua/"):
        assert money_of(village.mine, open_one) in page
    for closed in ("muon/", "tra-lai/"):
        assert money_of(village.mine, closed) not in page


@pytest.mark.parametrize(
    ("page", "told", "state"),
    [
        ("du/", {}, "Đã nhận đủ tiền"),
        ("thieu/", {"amount": "100.000"}, "Đã nhận, còn thiếu"),
        ("thua/", {"amount": "130000"}, "Đã nhận, thừa tiền"),
    ],
)
def test_each_screen_says_what_comes_of_it_and_does_it(village, page, told, state):
    browser = village.browser("binh")
    screen = browser.get(money_of(village.mine, page)).content.decode()
    assert "Việc tiếp theo" in screen
    assert "Người mua thấy" in screen

    after = write(browser, village.mine, page, **told).content.decode()

    assert state in after
    assert PaymentRecord.objects.get().by == village.binh


def test_late_money_and_what_goes_back_have_their_screens(village):
    browser = village.browser("binh")
    move_parcel(village.mine, to=S.CANCELLED)

    late = write(browser, village.mine, "muon/", amount="120000").content.decode()
    assert "Tiền đến sau khi đơn kết thúc" in late
    back = write(browser, village.mine, "tra-lai/", amount="120000").content.decode()

    assert "Đã trả lại tiền" in back


def test_cash_is_written_down_once_delivered(village):
    browser = village.browser("binh")
    assert "Ghi tiền mặt sau khi giao" in browser.get(money_of(village.cash)).content.decode()
    walk(village.cash, S.CONFIRMED, S.PACKED, S.HANDED_OVER, S.DELIVERED)

    page = write(browser, village.cash, "du/").content.decode()

    assert "Đã nhận đủ tiền" in page


@pytest.mark.parametrize("amount", ["", "0", "-5", "120000", "abc", "1.5", "9" * 30])
def test_an_amount_that_does_not_fit_is_named(village, amount):
    browser = village.browser("binh")

    response = browser.post(money_of(village.mine, "thieu/"), {"da_thay": "0", "amount": amount})

    assert response.status_code == 422
    assert response.context["form"].errors["amount"]
    assert not PaymentRecord.objects.exists()


@pytest.mark.parametrize("seen", ["", "x", "7", "-1", "9" * 30])
def test_without_the_number_of_its_page_nothing_is_written(village, seen):
    village.browser("binh").post(money_of(village.mine, "du/"), {"da_thay": seen})

    assert not PaymentRecord.objects.exists()


def test_a_second_member_is_told_that_somebody_was_quicker(village):
    browser = village.browser("binh")
    browser.post(money_of(village.mine, "du/"), {"da_thay": "0"})

    page = browser.post(money_of(village.mine, "du/"), {"da_thay": "0"}, follow=True)

    assert "Người khác vừa ghi một dòng" in page.content.decode()
    assert PaymentRecord.objects.count() == 1


def test_a_wrong_line_is_taken_back_with_its_reason(village):
    browser = village.browser("binh")
    mark(village.mine, K.FULL)
    silent = browser.post(money_of(village.mine, "ghi-nham/1/"), {"da_thay": "1", "reason": " "})
    assert silent.status_code == 422

    page = write(browser, village.mine, "ghi-nham/1/", reason="Nhầm đơn").content.decode()

    assert "Nhầm đơn" in page
    assert "Chờ chuyển khoản" in page
    assert PaymentRecord.objects.count() == 2


def test_packing_before_the_money_leads_to_the_money(village):
    browser = village.browser("binh")
    move_parcel(village.mine, to=S.CONFIRMED)

    response = browser.post(f"{HOME}{village.mine.order.number}/buoc/", {"buoc": S.PACKED})

    assert response.headers["Location"] == money_of(village.mine)
    assert fresh(village.mine).state == S.CONFIRMED


def test_what_waits_is_counted_and_listed(village):
    browser = village.browser("binh")
    say_paid(village.mine)
    walk(village.cash, S.CONFIRMED, S.PACKED, S.HANDED_OVER, S.DELIVERED)
    owed = transfer_of(village.tea)
    mark(owed, K.FULL)
    move_parcel(fresh(owed), to=S.CANCELLED)
    say_paid(village.theirs)

    home = browser.get("/ban-hang/htx-mau-a/").content.decode()
    for name, parcel in (("xem", village.mine), ("thu", village.cash), ("tra-lai", owed)):
        assert f"{HOME}tien/?muc={name}" in home
        page = browser.get(f"{HOME}tien/?muc={name}").content.decode()
        assert parcel.order.number in page
        assert village.theirs.order.number not in page


def test_label_and_note_say_what_to_collect(village):
    browser = village.browser("binh")
    walk(village.cash, S.CONFIRMED)
    mark(village.mine, K.FULL)

    for page, collect in (("nhan/", "Thu hộ:"), ("phieu/", "Thu hộ khi giao")):
        assert collect in browser.get(f"{HOME}{village.cash.order.number}/{page}").content.decode()
        paid = browser.get(f"{HOME}{village.mine.order.number}/{page}").content.decode()
        assert "Đã trả đủ, không thu tiền" in paid


PAGES = ["", "du/", "thieu/", "muon/", "ghi-nham/1/"]


@pytest.mark.parametrize("page", PAGES)
def test_another_producers_money_is_not_there(village, page):
    mark(village.theirs, K.FULL)
    browser = village.browser("binh")

    for producer in ("htx-mau-a", "htx-mau-b"):
        path = money_of(village.theirs, page, producer=producer)
        assert browser.get(path).status_code == 404
        told = {"da_thay": "1", "amount": "5", "reason": "x"}
        assert browser.post(path, told).status_code in {404, 405}

    assert PaymentRecord.objects.count() == 1


@pytest.mark.parametrize("who", ["guest", "an", "dung", "giang", "khanh", "chi"])
def test_nobody_else_writes_down_money(village, who):
    browser = village.browser(who)

    answers = {browser.get(money_of(village.mine, page)).status_code for page in PAGES}
    answers.add(browser.get(f"{HOME}tien/").status_code)
    answers.add(browser.post(money_of(village.mine, "du/"), {"da_thay": "0"}).status_code)

    assert answers <= ({302} if who == "guest" else {404})
    assert not PaymentRecord.objects.exists()


def test_the_lists_cost_the_same_for_one_and_for_thirty(village):
    browser = village.browser("binh")

    def asked(path) -> int:
        with CaptureQueriesContext(connection) as caught:
            browser.get(path)
        return len(caught)

    say_paid(village.mine)
    paths = [f"{HOME}tien/", HOME, "/ban-hang/htx-mau-a/"]
    one = [asked(path) for path in [*paths, *paths]][3:]
    for _ in range(29):
        say_paid(transfer_of(village.tea))

    assert [asked(path) for path in paths] == one
