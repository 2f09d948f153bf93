"""A province's table and points at the officers' desk: dated, and nobody else's."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.journal.models import AuditEvent
from catalog.lib import clock
from marketplace.shop.delivery.errors import NotOfThisProvince
from marketplace.shop.delivery.models import ConsolidationPoint, DeliveryRate
from marketplace.shop.delivery.services.points import PointDetails, open_point
from marketplace.shop.ordering.models import OrderGroup
from tests.cast import Cast
from tests.factories.register import CommuneFactory, ProvinceFactory
from tests.factories.shop import seller_of
from tests.marketplace.shop.listings.reading import words_of
from tests.marketplace.shop.ordering.purchases import fees

from .offers import point_in
from .test_selling_pages import typed

pytestmark = pytest.mark.django_db
HERE = "/can-bo/giao-hang/"


@pytest.fixture
def village():
    """Giang answers for the whole province 68, Dung for a commune of it."""
    people = Cast()
    fees(30_000)
    people.giang, people.dung
    return people


def day(ahead: int) -> str:
    return (clock.today() + timedelta(days=ahead)).isoformat()


def of_point(**answers) -> dict:
    return {
        "name": "Điểm gom chợ Mẫu",
        "commune": "22918",
        "street": "1 Nguyễn Huệ",
        "hours": "8–18 giờ",
        "phone": "",
        "fee": "12.000",
        "days_min": "1",
        "days_max": "2",
        "valid_from": day(0),
        "valid_to": "",
        "takes_all": "on",
        **answers,
    }


def test_a_provinces_table_is_replaced_from_a_day_on(village):
    browser = village.browser("giang")

    kept = browser.post(f"{HERE}bang-phi/68/", typed(begins=day(7)))

    rows = DeliveryRate.objects.filter(province="68")
    assert kept.status_code == 302
    assert {(row.zone, row.first_fee, f"{row.effective_from}") for row in rows} == {
        (zone, 18_000, day(7)) for zone in ("province", "region", "country")
    }
    assert f"{clock.today() + timedelta(days=7):%d/%m/%Y}" in words_of(browser.get(HERE))
    assert AuditEvent.objects.filter(verb="delivery.house_table_set").count() == 1


def test_a_day_gone_by_is_refused_with_its_cure(village):
    reply = village.browser("giang").post(f"{HERE}bang-phi/68/", typed(begins=day(-1)))

    assert reply.status_code == 422
    assert "Chọn hôm nay hoặc một ngày sau hôm nay." in words_of(reply)
    assert not DeliveryRate.objects.filter(province="68").exists()


def test_a_table_that_has_not_begun_is_taken_back(village):
    browser = village.browser("giang")
    browser.post(f"{HERE}bang-phi/68/", typed(begins=day(7)))

    browser.post(f"{HERE}bang-phi/68/bo/", {"ngay": day(7)})
    again = browser.post(f"{HERE}bang-phi/68/bo/", {"ngay": day(7)}, follow=True)

    assert not DeliveryRate.objects.filter(province="68").exists()
    assert "Không còn gì để bỏ" in words_of(again)


@pytest.mark.parametrize("code", ["08", "chung", "99"])
def test_another_provinces_table_and_the_sites_are_not_an_officers(village, code):
    ProvinceFactory(code="08", name="Tuyên Quang")
    browser = village.browser("giang")

    assert browser.get(f"{HERE}bang-phi/{code}/").status_code == 404
    assert browser.post(f"{HERE}bang-phi/{code}/", typed(begins=day(1))).status_code == 404
    assert browser.post(f"{HERE}bang-phi/{code}/bo/", {"ngay": day(1)}).status_code == 404
    assert DeliveryRate.objects.count() == 3


def test_the_sites_table_is_kept_by_an_officer_of_the_operators_staff(village):
    village.giang.is_staff = True
    village.giang.save()

    kept = village.browser("giang").post(f"{HERE}bang-phi/chung/", typed(begins=day(1)))

    assert kept.status_code == 302
    assert DeliveryRate.objects.filter(province=None, effective_from=day(1)).count() == 3


def test_a_point_is_opened_and_changed_and_written_down(village):
    browser = village.browser("giang")

    assert browser.post(f"{HERE}diem/68/moi/", of_point()).status_code == 302
    point = ConsolidationPoint.objects.get()
    assert (point.province_id, point.commune_id, point.fee) == ("68", "22918", 12_000)
    changed = browser.post(f"{HERE}diem/{point.pk}/", of_point(fee="0", valid_to=day(9)))

    point.refresh_from_db()
    assert changed.status_code == 302
    assert (point.fee, f"{point.valid_to}") == (0, day(9))
    verbs = AuditEvent.objects.filter(verb__startswith="point.").order_by("pk")
    assert [event.verb for event in verbs] == ["point.opened", "point.changed"]
    assert verbs.last().before["fee"] == "12000"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"name": " "}, "Tên điểm"),
        ({"commune": "00691"}, "Xã, phường, đặc khu"),
        ({"fee": "-5"}, "Phí cho cả đơn (đồng)"),
        ({"days_min": "9"}, "Số ngày nhiều nhất (2) không thể ít hơn số ngày ít nhất (9)."),
        ({"valid_to": day(-1)}, "Ngày cuối không thể trước ngày đầu."),
        ({"takes_all": ""}, "Chọn ít nhất một người bán"),
        ({"hours": ""}, "Giờ mở cửa"),
    ],
)
def test_a_point_with_a_fault_names_the_field_and_is_not_written(village, answers, told):
    village.commune_b  # lies in another province

    reply = village.browser("giang").post(f"{HERE}diem/68/moi/", of_point(**answers))

    assert reply.status_code == 422
    assert told in words_of(reply)
    assert not ConsolidationPoint.objects.exists()


def test_two_points_of_a_province_do_not_share_a_name(village):
    point_in()

    reply = village.browser("giang").post(f"{HERE}diem/68/moi/", of_point())

    assert "Tỉnh này đã có điểm tên như vậy." in words_of(reply)
    assert ConsolidationPoint.objects.count() == 1


def test_a_point_for_some_sellers_keeps_them(village):
    seller = seller_of(village.producer_a)
    browser = village.browser("giang")

    browser.post(f"{HERE}diem/68/moi/", of_point(takes_all="", sellers=[seller.pk]))

    point = ConsolidationPoint.objects.get()
    assert (point.takes_all, list(point.sellers.all())) == (False, [seller])


def test_a_seller_of_another_province_is_never_gathered(village):
    other = seller_of(village.producer_b)
    details = PointDetails(
        name="Điểm",
        commune=CommuneFactory(),
        street="1",
        hours="8",
        fee=0,
        days_min=1,
        days_max=1,
        valid_from=clock.today(),
        takes_all=False,
        sellers=(other,),
    )

    with pytest.raises(NotOfThisProvince):
        open_point(village.commune_a.province, details, by=None)
    reply = village.browser("giang").post(
        f"{HERE}diem/68/moi/", of_point(takes_all="", sellers=[other.pk])
    )

    assert reply.status_code == 422
    assert not ConsolidationPoint.objects.exists()


@pytest.mark.parametrize("who", ["guest", "an", "binh", "dung", "lan"])
def test_only_an_officer_of_the_province_sees_delivery_at_the_desk(village, who):
    point = point_in()
    browser = village.browser(who)
    pages = ["", "bang-phi/68/", "diem/68/moi/", f"diem/{point.pk}/", f"diem/{point.pk}/ban-giao/"]

    answers = {browser.get(HERE + page).status_code for page in pages}

    assert answers <= {302, 403, 404}
    assert browser.post(f"{HERE}diem/68/moi/", of_point(name="Khác")).status_code in {302, 403, 404}
    assert ConsolidationPoint.objects.count() == 1


def test_a_point_of_another_province_is_not_there(village):
    theirs = point_in(village.commune_b)
    browser = village.browser("giang")

    for page in (f"diem/{theirs.pk}/", f"diem/{theirs.pk}/ban-giao/", f"diem/{'9' * 30}/"):
        assert browser.get(HERE + page).status_code == 404
    assert browser.post(f"{HERE}diem/{theirs.pk}/", of_point(fee="1")).status_code == 404
    theirs.refresh_from_db()
    assert theirs.fee == 12_000


def test_the_page_costs_the_same_for_thirty_points(village):
    browser = village.browser("giang")
    point_in(name="Điểm 0")

    def asked() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert browser.get(HERE).status_code == 200
        return len(caught)

    asked()  # what every page keeps is kept from here on
    one = asked()
    for number in range(1, 30):
        point_in(name=f"Điểm {number}", sellers=[seller_of(village.producer_a)])

    assert asked() == one
    assert not OrderGroup.objects.exists()
