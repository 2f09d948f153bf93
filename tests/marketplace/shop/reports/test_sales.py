"""Sales at the desk, against a hand count of fifty orders."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from catalog.lib import clock
from catalog.register.models import Producer
from catalog.register.services import replace_certificate
from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.models import ParcelMove
from marketplace.shop.ordering.services.moving import move_parcel
from marketplace.shop.reports.rules import Period, bars, quarter_before, quarter_of
from marketplace.shop.reports.selectors import sales
from tests.cast import Cast
from tests.factories.register import CommuneFactory, ProducerFactory, ProductSetFactory
from tests.marketplace.areas.test_desk import scope_of
from tests.marketplace.shop.ordering.purchases import basket_with, fees, goods_of, order

pytestmark = pytest.mark.django_db
PAGE = "/can-bo/doanh-so/"
S = ParcelState
WAY = (S.CONFIRMED, S.PACKED, S.HANDED_OVER, S.DELIVERED)


def goes(parcel, *states) -> None:
    for state in states:
        move_parcel(parcel, to=state, reason="x")


def buys(*goods, way=WAY):
    group = order(basket_with(*goods)).group
    for parcel in group.parcels.all():
        goes(parcel, *way)
    return group


@pytest.fixture
def fifty():
    """Fifty orders.

    1-10    one tea (4 stars then), delivered; the first of them in the quarter before
    11-20   one tea (5 stars since), delivered
    21-35   two rice (3 stars), delivered
    36-40   one tea (5 stars) and one rice, two parcels each, delivered
    41-45   one fish of another province, delivered
    46-50   one tea each: refused, cancelled, waiting, on its way, come back
    """
    people = Cast()
    fees()
    valley = CommuneFactory(code="22921", name="Bình Thuận")
    people.tea = goods_of(people.producer_a, name="Chè Mẫu", price=100_000, stock=100)
    people.rice = goods_of(
        ProducerFactory(commune=valley, name="HTX Mẫu Gạo"),
        name="Gạo Mẫu",
        price=50_000,
        stock=100,
        product_set=ProductSetFactory(set_no=3),
    )
    people.fish = goods_of(people.producer_b, name="Cá Mẫu", price=200_000, stock=100)
    people.rice.product.certificates.update(star=3)
    first = buys(people.tea)
    for _ in range(9):
        buys(people.tea)
    _upgrade(people.tea.product)
    for _ in range(10):
        buys(people.tea)
    for _ in range(15):
        buys((people.rice, 2))
    for _ in range(5):
        buys(people.tea, people.rice)
    for _ in range(5):
        buys(people.fish)
    for way in ((S.REFUSED,), (S.CANCELLED,), (), WAY[:3], (*WAY[:3], S.RETURNED)):
        buys(people.tea, way=way)
    this = quarter_of(clock.today())
    ParcelMove.objects.filter(parcel__group=first).update(
        at=clock.now() - (clock.today() - this.first + timedelta(days=1))
    )
    people.quarter = this
    return people


def _upgrade(product) -> None:
    replace_certificate(
        product.certificates.get(),
        star=5,
        decision_no="9/QĐ-BNNMT",
        authority="Bộ",
        authority_level="ministry",
        issued_on=clock.today(),
    )


def figures(table) -> list[tuple]:
    return [(row.label, row.parcels, row.pieces, row.amount) for row in table.rows]


def test_the_quarter_matches_the_hand_count(fifty):
    report = sales(scope_of(fifty.giang), fifty.quarter)

    # Tea: 9 + 10 + 5 = 24 pieces in 24 parcels. Rice: 15 x 2 + 5 = 35 pieces in 20 parcels.
    assert (report.total.parcels, report.total.pieces) == (44, 59)
    assert report.total.amount == Decimal(24 * 100_000 + 35 * 50_000) == Decimal(4_150_000)
    communes, stars, groups = report.tables
    assert figures(communes) == [
        ("Phường Phan Thiết", 24, 24, Decimal(2_400_000)),
        ("Phường Bình Thuận", 20, 35, Decimal(1_750_000)),
    ]
    assert figures(stars) == [
        ("5 sao", 15, 15, Decimal(1_500_000)),
        ("4 sao", 9, 9, Decimal(900_000)),
        ("3 sao", 20, 35, Decimal(1_750_000)),
    ]
    assert figures(groups) == [
        ("Nhóm 11", 24, 24, Decimal(2_400_000)),
        ("Nhóm 3", 20, 35, Decimal(1_750_000)),
    ]


def test_the_quarter_before_has_the_one_order_of_its_last_day(fifty):
    report = sales(scope_of(fifty.giang), quarter_before(fifty.quarter))

    assert (report.total.parcels, report.total.amount) == (1, Decimal(100_000))


def test_a_commune_sees_its_own_alone(fifty):
    report = sales(scope_of(fifty.dung), fifty.quarter)

    assert report.total.amount == Decimal(2_400_000)


def test_the_page_says_the_finding_and_the_figures(fifty):
    page = fifty.browser("giang").get(PAGE).content.decode()

    assert "Bán được 4.150.000\xa0₫, nhiều nhất từ Phường Phan Thiết (58 %)" in page
    assert page.count('<svg class="bars"') == 3
    assert "1.750.000\xa0₫" in page
    assert 'style="' not in page.split("<main")[1]


def test_the_workbook_holds_the_same_figures_as_numbers(fifty):
    Producer.objects.filter(pk=fifty.producer_a.pk).update(name="=1+1")

    answer = fifty.browser("giang").get(f"{PAGE}tai-ve.xlsx")

    book = load_workbook(io.BytesIO(b"".join([answer.content])))
    assert len(book.sheetnames) == 3
    rows = [[cell.value for cell in row] for row in book.worksheets[0].rows]
    assert rows[1:] == [
        ["Phường Phan Thiết", 24, 24, 2_400_000],
        ["Phường Bình Thuận", 20, 35, 1_750_000],
        ["Tổng cộng", 44, 59, 4_150_000],
    ]


def test_the_csv_holds_all_three_tables(fifty):
    content = fifty.browser("giang").get(f"{PAGE}tai-ve.csv").content.decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(content)))
    assert len(rows) == 1 + 2 + 3 + 2 + 1
    assert rows[-1] == ["", "Tổng cộng", "44", "59", "4150000"]


def test_four_queries_whatever_was_sold(fifty, django_assert_num_queries):
    scope = scope_of(fifty.giang)
    for period in (fifty.quarter, quarter_before(fifty.quarter)):
        with django_assert_num_queries(4):
            sales(scope, period)


def test_a_period_that_ends_before_it_begins_is_refused():
    people = Cast()

    answer = people.browser("giang").get(f"{PAGE}?tu=2026-11-24&den=2026-11-01")

    assert answer.status_code == 422
    assert "Ngày cuối phải sau ngày đầu" in answer.content.decode()


def test_nobody_else_sees_sales():
    people = Cast()

    for who, status in (("guest", 302), ("an", 403), ("binh", 403), ("hanh", 403)):
        assert people.browser(who).get(PAGE).status_code == status
        assert people.browser(who).get(f"{PAGE}tai-ve.xlsx").status_code == status


def test_an_empty_period_says_so():
    page = Cast().browser("giang").get(PAGE).content.decode()

    assert "Chưa có kiện nào giao xong trong kỳ này" in page


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 11, 24), date(2026, 10, 1), date(2026, 12, 31)),
        (date(2024, 2, 29), date(2024, 1, 1), date(2024, 3, 31)),
    ],
)
def test_quarters(day, first, last):
    assert quarter_of(day) == Period(first, last)


def test_the_quarter_before_the_first_is_of_the_year_before():
    assert quarter_before(quarter_of(date(2026, 2, 1))) == Period(
        date(2025, 10, 1), date(2025, 12, 31)
    )


def test_bars_are_as_long_as_their_part_of_the_longest():
    drawn = bars([("a", Decimal(200), "200"), ("b", Decimal(50), "50"), ("c", Decimal(0), "0")])

    assert [bar.width for bar in drawn] == [360, 90, 2]
