"""The producer's inbox: an order is told once, the mark goes when it is read, nobody else looks."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.journal import notices, outbox
from catalog.journal.models import Notice, OutboxMessage
from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.services.moving import move_parcel
from tests.cast import Cast
from tests.marketplace.shop.ordering.purchases import basket_with, fees, goods_of, order

pytestmark = pytest.mark.django_db
INBOX = "/ban-hang/htx-mau-a/hop-tin/"


@pytest.fixture
def village():
    people = Cast()
    fees()
    people.tea = goods_of(people.producer_a, name="Chè Mẫu", stock=50)
    people.fish = goods_of(people.producer_b, name="Cá Mẫu", stock=50)
    people.binh, people.chi  # make them members
    people.group = order(basket_with(people.tea, people.fish)).group
    people.mine, people.theirs = people.group.parcels.order_by("position")
    outbox.drain()
    return people


def test_a_new_order_stands_in_each_sellers_inbox_once(village):
    page = village.browser("binh").get(INBOX).content.decode()

    assert page.count(f"Đơn mới {village.mine.order.number}") == 2  # the line, and its button
    assert village.theirs.order.number not in page
    assert Notice.objects.filter(kind="order.placed").count() == 2


def test_the_home_counts_what_nobody_has_read(village):
    browser = village.browser("binh")
    page = browser.get("/ban-hang/htx-mau-a/").content.decode()
    assert f'<span class="task__count">1</span><a href="{INBOX}">tin chưa đọc</a>' in page

    browser.post(f"{INBOX}da-doc/")

    assert notices.unread_count(village.producer_a) == 0
    assert notices.unread_count(village.producer_b) == 1


def test_opening_a_line_leads_to_its_thing_and_marks_it(village):
    notice = notices.inbox_of(village.producer_a).get()

    response = village.browser("binh").post(f"{INBOX}{notice.pk}/")

    assert response.url == f"/ban-hang/htx-mau-a/don/{village.mine.order.number}/"
    notice.refresh_from_db()
    assert notice.read_by == village.binh


def test_looking_alone_marks_nothing(village):
    browser = village.browser("binh")

    assert browser.get(f"{INBOX}da-doc/").status_code == 405
    assert browser.get(f"{INBOX}{Notice.objects.first().pk}/").status_code == 405
    assert notices.unread_count(village.producer_a) == 1


def test_another_producers_line_is_not_there(village):
    theirs = notices.inbox_of(village.producer_b).get()

    response = village.browser("binh").post(f"{INBOX}{theirs.pk}/")

    assert response.status_code == 404
    theirs.refresh_from_db()
    assert theirs.read_at is None


def test_one_kind_can_be_asked_for(village):
    move_parcel(village.mine, to=ParcelState.CANCELLED)
    browser = village.browser("binh")

    page = browser.get(f"{INBOX}?loai=order.cancelled").content.decode()

    assert f"Người mua hủy đơn {village.mine.order.number}" in page
    assert f"Đơn mới {village.mine.order.number}" not in page
    assert browser.get(f"{INBOX}?loai=../../").status_code == 200


def test_what_the_seller_did_is_not_told_to_the_seller(village):
    move_parcel(village.mine, to=ParcelState.CONFIRMED, by=village.binh)

    assert notices.inbox_of(village.producer_a).count() == 1


def test_the_order_goes_by_mail_to_each_member_once(village):
    mail.outbox.clear()
    OutboxMessage.objects.update(done_at=None, due_at=timezone.now())  # as if the worker had died
    assert village.tu.email == "tu@example.vn"  # a second member of producer A

    outbox.drain()
    outbox.drain()

    letters = [letter for letter in mail.outbox if "Đơn mới" in letter.subject]
    told = sorted((letter.subject, *letter.to) for letter in letters)
    assert told == sorted(
        [
            (f"Đơn mới {village.mine.order.number}", "binh@example.vn"),
            (f"Đơn mới {village.mine.order.number}", "tu@example.vn"),
            (f"Đơn mới {village.theirs.order.number}", "chi@example.vn"),
        ]
    )
    assert "0912" not in letters[0].body


def test_the_inbox_costs_the_same_for_one_line_and_for_thirty(village, django_assert_num_queries):
    browser = village.browser("binh")
    browser.get(INBOX)
    with CaptureQueriesContext(connection) as one:
        browser.get(INBOX)
    for number in range(29):
        notices.notify(
            village.producer_a, "order.placed", key=f"x{number}", data={"number": number}
        )

    with django_assert_num_queries(len(one)):
        page = browser.get(INBOX).content.decode()
    assert page.count('class="notice notice--new"') == 30


@pytest.mark.parametrize("who", ["guest", "an", "chi", "dung", "giang"])
def test_nobody_else_reads_the_inbox(village, who):
    response = village.browser(who).get(INBOX)

    assert response.status_code == (302 if who == "guest" else 404)
