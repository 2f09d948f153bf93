"""The producers' area: what waits, one tap, and nobody else's orders."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.models import ParcelMove
from marketplace.shop.ordering.services.moving import move_parcel
from tests.cast import Cast
from tests.marketplace.shop.ordering.purchases import basket_with, fees, goods_of, order, record_of

pytestmark = pytest.mark.django_db
S = ParcelState


@pytest.fixture
def village():
    """An order of goods of Bình's producer (A) and Chi's (B)."""
    people = Cast()
    fees()
    people.tea = goods_of(people.producer_a, name="Chè Mẫu", stock=10)
    people.fish = goods_of(people.producer_b, name="Cá Mẫu", stock=10)
    people.group = order(basket_with((people.tea, 2), people.fish)).group
    people.mine, people.theirs = people.group.parcels.order_by("position")
    people.binh, people.chi  # make them members
    return people


def address(parcel, page="") -> str:
    return f"/ban-hang/{parcel.seller.producer.slug}/don/{parcel.order.number}/{page}"


def tap(browser, parcel, state, **fields):
    return browser.post(address(parcel, "buoc/"), {"buoc": state, **fields}, follow=True)


def test_one_counter_opens_at_once(village):
    response = village.browser("binh").get("/ban-hang/")

    assert response.status_code == 302
    assert response.url == "/ban-hang/htx-mau-a/"


def test_somebody_without_a_producer_is_told_how_to_get_in(village):
    response = village.browser("an").get("/ban-hang/")

    assert response.status_code == 403
    assert "Cán bộ xã" in response.content.decode()


def test_the_home_counts_what_waits(village):
    page = village.browser("binh").get("/ban-hang/htx-mau-a/").content.decode()

    assert '<span class="task__count">1</span>' in page
    assert "đơn chờ nhận" in page


def test_one_tap_takes_the_next_step(village):
    browser = village.browser("binh")

    page = tap(browser, village.mine, S.CONFIRMED).content.decode()

    village.mine.order.refresh_from_db()
    assert village.mine.order.status == S.CONFIRMED
    assert "0912 345 678" in page
    assert "https://zalo.me/0912345678" in page


def test_a_second_tap_changes_nothing_and_frightens_nobody(village):
    browser = village.browser("binh")
    tap(browser, village.mine, S.CONFIRMED)

    page = tap(browser, village.mine, S.CONFIRMED).content.decode()

    assert ParcelMove.objects.count() == 1
    assert "Không đổi được" not in page


def test_a_tap_after_the_buyer_cancelled_is_told(village):
    move_parcel(village.mine, to=S.CANCELLED)

    page = tap(village.browser("binh"), village.mine, S.CONFIRMED).content.decode()

    assert "Không đổi được" in page
    assert record_of(village.tea).num_allocated == 0


def test_a_refusal_asks_for_its_reason_and_the_buyer_reads_it(village):
    browser = village.browser("binh")
    asked = browser.post(address(village.mine, "buoc/"), {"buoc": S.REFUSED, "ly_do": " "})
    assert asked.status_code == 422
    assert ParcelMove.objects.count() == 0

    tap(browser, village.mine, S.REFUSED, ly_do="Hết <b>hàng</b>")

    buyer = village.browser("guest")
    buyer.post("/don-hang/", {"code": village.group.code, "phone": "0912345678"})
    page = buyer.get(f"/don-hang/{village.group.code}/").content.decode()
    assert "Hết &lt;b&gt;hàng&lt;/b&gt;" in page
    assert "không phải trả" in page
    assert "Còn phải trả" in page


@pytest.mark.parametrize("state", ["cancelled", "expired", "placed", "xong", ""])
def test_a_producer_cannot_set_what_is_not_theirs_to_set(village, state):
    response = village.browser("binh").post(address(village.mine, "buoc/"), {"buoc": state})

    assert response.status_code == 400
    assert ParcelMove.objects.count() == 0


@pytest.mark.parametrize("page", ["", "phieu/", "nhan/"])
def test_another_producers_order_is_not_there(village, page):
    move_parcel(village.theirs, to=S.CONFIRMED)
    browser = village.browser("binh")

    direct = browser.get(address(village.theirs, page))
    smuggled = browser.get(f"/ban-hang/htx-mau-a/don/{village.theirs.order.number}/{page}")

    assert (direct.status_code, smuggled.status_code) == (404, 404)


def test_another_producers_order_cannot_be_moved(village):
    browser = village.browser("binh")
    for url in (
        address(village.theirs, "buoc/"),
        f"/ban-hang/htx-mau-a/don/{village.theirs.order.number}/buoc/",
    ):
        assert browser.post(url, {"buoc": S.CONFIRMED}).status_code == 404

    assert ParcelMove.objects.count() == 0


@pytest.mark.parametrize("who", ["guest", "an", "dung", "giang", "lan", "khanh", "chi"])
def test_nobody_else_stands_behind_the_counter(village, who):
    browser = village.browser(who)
    urls = ["", "don/", "don/soan-hang/", "hang/", f"hang/{village.tea.pk}/"]

    answers = {browser.get(f"/ban-hang/htx-mau-a/{url}").status_code for url in urls}

    assert answers <= ({302} if who == "guest" else {404})


def test_the_buyer_is_hidden_before_confirming_and_a_month_after(village):
    browser = village.browser("binh")
    assert "0912 345 678" not in browser.get(address(village.mine)).content.decode()
    assert browser.get(address(village.mine, "nhan/")).status_code == 404

    for state in (S.CONFIRMED, S.PACKED, S.HANDED_OVER, S.DELIVERED):
        move_parcel(village.mine, to=state)
    assert "0912 345 678" in browser.get(address(village.mine)).content.decode()

    ParcelMove.objects.update(at=timezone.now() - timedelta(days=31))
    page = browser.get(address(village.mine)).content.decode()
    assert "0912 345 678" not in page
    assert "12 Trần Phú" not in page


def test_the_pick_list_adds_up_what_to_take_from_the_shelf(village):
    again = order(basket_with((village.tea, 3))).group.parcels.get()
    for parcel in (village.mine, again):
        move_parcel(parcel, to=S.CONFIRMED)

    page = village.browser("binh").get("/ban-hang/htx-mau-a/don/soan-hang/").content.decode()

    assert "<td>5</td><td>2</td>" in page
    assert "Cá Mẫu" not in page


def test_note_and_label_carry_what_the_carrier_needs(village):
    move_parcel(village.mine, to=S.CONFIRMED)
    browser = village.browser("binh")

    for page in ("phieu/", "nhan/"):
        text = browser.get(address(village.mine, page)).content.decode()
        assert village.mine.order.number in text
        assert "12 Trần Phú" in text
        assert "HTX Mẫu A" in text


def test_the_list_costs_the_same_for_one_order_and_for_ten(village, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser = village.browser("binh")
    browser.get("/ban-hang/htx-mau-a/don/")
    with CaptureQueriesContext(connection) as one:
        browser.get("/ban-hang/htx-mau-a/don/")
    for _ in range(4):
        order(basket_with(village.tea))

    with django_assert_num_queries(len(one)):
        browser.get("/ban-hang/htx-mau-a/don/")


def test_the_buyer_cancels_until_it_is_handed_over(village):
    buyer = village.browser("guest")
    buyer.post("/don-hang/", {"code": village.group.code, "phone": "0912345678"})
    url = f"/don-hang/{village.group.code}/huy/1/"
    assert "Hủy kiện" in buyer.get(url).content.decode()

    page = buyer.post(url, follow=True).content.decode()

    village.mine.order.refresh_from_db()
    village.theirs.order.refresh_from_db()
    assert (village.mine.order.status, village.theirs.order.status) == (S.CANCELLED, S.PLACED)
    assert "Đã hủy kiện" in page
    assert record_of(village.tea).num_allocated == 0


def test_a_stranger_cancels_nothing(village):
    response = village.browser("guest").post(f"/don-hang/{village.group.code}/huy/1/")

    assert response.status_code == 302
    assert ParcelMove.objects.count() == 0
