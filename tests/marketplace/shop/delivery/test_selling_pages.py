"""A producer's own delivery: dated tables, picking up, nothing of the past rewritten."""

from datetime import timedelta

import pytest

from catalog.journal.models import AuditEvent
from catalog.lib import clock
from marketplace.accounts.models import ProducerMember
from marketplace.shop.delivery.enums import RatesInUse, Zone
from marketplace.shop.delivery.errors import AlreadyBegun, BeginsInThePast, OwnRatesMissing
from marketplace.shop.delivery.models import DeliveryRate, SellerTerms
from marketplace.shop.delivery.selectors.ways import Shipment, ways
from marketplace.shop.delivery.services.tables import (
    set_sellers_table,
    take_back_sellers_table,
)
from marketplace.shop.delivery.services.terms import Offered, set_terms, take_back_terms
from marketplace.shop.ordering.models import Parcel
from tests.cast import Cast
from tests.factories.shop import seller_of
from tests.marketplace.shop.listings.reading import words_of
from tests.marketplace.shop.ordering.purchases import basket_with, fees, goods_of, order

from .offers import picks_up, table

pytestmark = pytest.mark.django_db
HERE = "/ban-hang/htx-mau-a/giao-hang/"


@pytest.fixture
def village():
    """Bình's producer sells; the house has a table."""
    people = Cast()
    fees(30_000)
    people.seller = seller_of(people.producer_a)
    people.binh, people.chi  # make them members
    return people


def typed(**answers) -> dict:
    zones = {
        f"{zone}_{name}": value
        for zone in Zone.values
        for name, value in (("first", "18.000"), ("step", "4000"), ("days_min", 1), ("days_max", 3))
    }
    return {**zones, "free_from": "", "divisor": "5000", "begins": "today", **answers}


def fee_of(seller, day=None) -> int | None:
    shipment = Shipment(seller.pk, seller.producer.province_id, 600, 100_000)
    found = ways([shipment], to_province="68", day=day or clock.today()).address[seller.pk]
    return None if found is None else found.fee


def tomorrow():
    return clock.today() + timedelta(days=1)


def yesterday():
    return clock.today() - timedelta(days=1)


def test_a_producer_without_a_table_sees_the_houses(village):
    page = words_of(village.browser("binh").get(HERE))

    assert "Bảng phí chung của tỉnh" in page
    assert "30.000 ₫" in page


def test_a_table_of_ones_own_counts_from_the_day_chosen(village):
    browser = village.browser("binh")

    kept = browser.post(f"{HERE}bang-phi/", typed(begins="tomorrow", free_from="500.000"))

    assert kept.status_code == 302
    assert fee_of(village.seller) == 35_000
    assert fee_of(village.seller, tomorrow()) == 22_000
    rows = DeliveryRate.objects.filter(seller=village.seller)
    assert {(row.free_from, row.divisor) for row in rows} == {(500_000, 5_000)}
    assert "Sắp áp dụng" in words_of(browser.get(HERE))
    assert AuditEvent.objects.filter(verb="delivery.table_set", actor=village.binh).count() == 1


def test_a_second_table_leaves_the_first_as_it_was_and_orders_keep_their_fee(village):
    set_sellers_table(village.seller, table(18_000), effective_from=clock.today(), by=None)
    before = list(DeliveryRate.objects.filter(seller=village.seller).order_by("pk").values())
    order(basket_with(goods_of(village.producer_a)))

    village.browser("binh").post(f"{HERE}bang-phi/", typed(province_first="9.000"))

    kept = list(DeliveryRate.objects.filter(seller=village.seller).order_by("pk").values())
    assert kept[: len(before)] == before
    assert Parcel.objects.get().delivery_fee == 18_000
    assert fee_of(village.seller) == 13_000


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"province_first": ""}, "Trong tỉnh: 500 g đầu (đồng)"),
        ({"region_step": "mười nghìn"}, "Trong vùng: mỗi 500 g thêm (đồng)"),
        ({"country_first": "-1"}, "Liên vùng: 500 g đầu (đồng)"),
        (
            {"country_days_min": "5", "country_days_max": "3"},
            "Số ngày nhiều nhất (3) không thể ít hơn số ngày ít nhất (5).",
        ),
        ({"divisor": "4000"}, "Hệ số quy đổi thể tích"),
        ({"begins": "yesterday"}, "Áp dụng từ"),
        ({"free_from": "1"}, "Miễn phí giao khi tiền hàng từ (đồng)"),
    ],
)
def test_a_table_with_a_fault_names_the_field_and_writes_nothing(village, answers, told):
    reply = village.browser("binh").post(f"{HERE}bang-phi/", typed(**answers))

    assert reply.status_code == 422
    assert told in words_of(reply)
    assert not DeliveryRate.objects.filter(seller=village.seller).exists()
    assert not SellerTerms.objects.exists()


def test_no_table_and_no_terms_begin_in_the_past(village):
    with pytest.raises(BeginsInThePast):
        set_sellers_table(village.seller, table(), effective_from=yesterday(), by=None)
    with pytest.raises(BeginsInThePast):
        set_terms(village.seller, Offered(RatesInUse.HOUSE), effective_from=yesterday(), by=None)

    assert not DeliveryRate.objects.filter(seller=village.seller).exists()
    assert not SellerTerms.objects.exists()


def test_what_has_not_begun_is_taken_back_and_the_rest_holds(village):
    set_sellers_table(village.seller, table(18_000), effective_from=clock.today(), by=None)
    set_sellers_table(village.seller, table(99_000), effective_from=tomorrow(), by=None)

    village.browser("binh").post(f"{HERE}bo/", {"viec": "bang", "ngay": tomorrow().isoformat()})

    assert fee_of(village.seller, tomorrow()) == 22_000


def test_what_has_begun_is_never_taken_back(village):
    set_sellers_table(village.seller, table(18_000), effective_from=clock.today(), by=None)
    picks_up(village.seller)

    for forget in (take_back_sellers_table, take_back_terms):
        with pytest.raises(AlreadyBegun):
            forget(village.seller, effective_from=clock.today(), by=None)
    page = village.browser("binh").post(f"{HERE}bo/", {"ngay": "hôm qua"}, follow=True)

    assert "Không còn gì để bỏ" in words_of(page)
    assert fee_of(village.seller) is not None
    assert DeliveryRate.objects.filter(seller=village.seller).count() == 3


def test_picking_up_is_opened_with_place_and_hours(village):
    answers = {
        "rates": "house",
        "pickup_is_on": "on",
        "pickup_address": "Xưởng chè, thôn Phìn Hồ",
        "pickup_hours": "7–17 giờ",
        "pickup_days": "1",
        "begins": "today",
    }
    browser = village.browser("binh")

    bad = browser.post(f"{HERE}cach-giao/", {**answers, "pickup_hours": " "})
    assert bad.status_code == 422
    assert "Ghi giờ mở cửa" in words_of(bad)
    assert not SellerTerms.objects.exists()

    assert browser.post(f"{HERE}cach-giao/", answers).status_code == 302
    assert "Xưởng chè, thôn Phìn Hồ" in words_of(browser.get(HERE))


def test_a_producer_who_delivers_nothing_is_quoted_nothing(village):
    set_terms(village.seller, Offered(RatesInUse.NONE), effective_from=clock.today(), by=None)

    assert fee_of(village.seller) is None
    assert "Không giao tận nơi" in words_of(village.browser("binh").get(HERE))


def test_the_own_table_is_not_chosen_before_it_is_there(village):
    with pytest.raises(OwnRatesMissing):
        set_terms(village.seller, Offered(RatesInUse.OWN), effective_from=clock.today(), by=None)
    reply = village.browser("binh").post(
        f"{HERE}cach-giao/", {"rates": "own", "pickup_days": "1", "begins": "today"}
    )

    assert "Hãy ghi bảng phí trước" in words_of(reply)
    assert not SellerTerms.objects.exists()


def test_an_own_table_keeps_picking_up_as_it_was(village):
    picks_up(village.seller)

    set_sellers_table(village.seller, table(18_000), effective_from=tomorrow(), by=None)

    newest = SellerTerms.objects.order_by("-pk").first()
    assert (newest.rates, newest.pickup_is_on, newest.effective_from) == ("own", True, tomorrow())


@pytest.mark.parametrize("who", ["guest", "an", "chi", "dung", "giang"])
@pytest.mark.parametrize("page", ["", "bang-phi/", "cach-giao/"])
def test_nobody_else_reads_or_writes_a_producers_delivery(village, who, page):
    browser = village.browser(who)
    expected = 302 if who == "guest" else 404

    read = browser.get(HERE + page)
    written = browser.post(HERE + (page or "bo/"), typed(ngay=tomorrow().isoformat()))

    assert (read.status_code, written.status_code) == (expected, expected)
    assert not DeliveryRate.objects.filter(seller=village.seller).exists()


def test_a_producer_not_yet_admitted_is_told_so(village):
    page = village.browser("chi").get("/ban-hang/htx-mau-b/giao-hang/")

    assert "Chưa bán trên sàn" in words_of(page)
    assert village.browser("chi").get("/ban-hang/htx-mau-b/giao-hang/bang-phi/").status_code == 404


def test_somebody_who_only_packs_reads_the_fees_and_changes_none(village):
    ProducerMember.objects.filter(user=village.binh).update(role=ProducerMember.Role.PACKER)
    browser = village.browser("binh")

    assert browser.get(HERE).status_code == 200
    assert browser.get(f"{HERE}bang-phi/").status_code == 403
    assert browser.post(f"{HERE}bang-phi/", typed()).status_code == 403
    assert not DeliveryRate.objects.filter(seller=village.seller).exists()
