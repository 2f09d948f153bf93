"""The database refuses nonsense, whoever asks: these writes go round every service."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F, ProtectedError

from marketplace.shop.ordering.models import LineTerms, OrderGroup, Parcel

from .purchases import Basket, Order, StockRecord, basket_with, goods_of, order, producer_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(general_fees):
    return order(basket_with(goods_of(producer_in("08", "HTX Mẫu A"), stock=3))).group


def refuses(rule: str):
    """The database says no, and names the rule or its columns."""
    return pytest.raises(IntegrityError, match=rule)


@pytest.mark.parametrize(
    "wrong",
    [
        {"total": 0},
        {"goods_total": 100_001},
        {"discount_total": 1},
        {"delivery_total": 19_999},
        {"total": F("total") + 1},
    ],
)
def test_a_group_that_does_not_add_up_is_refused(group, wrong):
    with refuses("order_group_adds_up"), transaction.atomic():
        OrderGroup.objects.update(**wrong)

    group.refresh_from_db()
    assert group.total == 120_000


@pytest.mark.parametrize(
    "wrong",
    [
        {"goods_total": -20_000, "total": 0},
        {"discount_total": -1, "total": 120_001},
        {"delivery_total": -1, "total": 99_999},
    ],
)
def test_a_negative_sum_is_refused_even_if_it_adds_up(group, wrong):
    with refuses("order_group_is_not_negative"), transaction.atomic():
        OrderGroup.objects.update(**wrong)


def test_a_group_has_one_parcel_for_each_seller(group):
    parcel = group.parcels.get()
    second = Order.objects.create(
        number="x-2", total_incl_tax=0, total_excl_tax=0, basket_id=group.basket_id
    )
    parcel.pk, parcel.order, parcel.position = None, second, 2

    with refuses("parcel_once_per_seller|group_id"), transaction.atomic():
        parcel.save(force_insert=True)


def test_two_parcels_never_share_a_number(group):
    other = producer_in("48", "HTX Mẫu B")
    goods_of(other)
    parcel = group.parcels.get()
    second = Order.objects.create(
        number="x-2", total_incl_tax=0, total_excl_tax=0, basket_id=group.basket_id
    )
    parcel.pk, parcel.order, parcel.seller = None, second, other.seller

    with refuses("parcel_position_once|position"), transaction.atomic():
        parcel.save(force_insert=True)


def test_a_basket_is_ordered_once(group):
    group.pk, group.code = None, "ZZZZZZZZZZ"

    with refuses("basket_id"), transaction.atomic():
        group.save(force_insert=True)


def test_a_code_is_given_once(group):
    group.pk, group.basket = None, Basket.objects.create()

    with refuses("code"), transaction.atomic():
        group.save(force_insert=True)


def test_stock_below_zero_free_is_refused(group):
    with refuses("stock_never_below_zero_free"), transaction.atomic():
        StockRecord.objects.update(num_allocated=4)
    with refuses("stock_never_below_zero_free"), transaction.atomic():
        StockRecord.objects.update(num_in_stock=0)
    with refuses("stock_never_below_zero_free"), transaction.atomic():
        StockRecord.objects.update(num_allocated=-1)

    assert StockRecord.objects.get().net_stock_level == 2


def test_stock_below_zero_free_is_refused_from_the_start(group):
    record = StockRecord.objects.get()
    record.pk, record.partner_sku = None, "SKU-x"
    record.num_in_stock, record.num_allocated = 1, 2

    with refuses("stock_never_below_zero_free"), transaction.atomic():
        record.save(force_insert=True)


def test_stock_below_zero_free_is_refused_in_plain_sql(group):
    with (
        refuses("stock_never_below_zero_free"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE partner_stockrecord SET num_allocated = 99")


def test_what_an_order_stands_on_cannot_be_deleted(group):
    terms = LineTerms.objects.get()

    for row in (
        group.basket,
        group,
        terms.listing,
        terms.certificate,
        Parcel.objects.get().seller,
        Order.objects.get(),
    ):
        with pytest.raises(ProtectedError), transaction.atomic():
            row.delete()


def test_sums_are_kept_as_whole_dong(group):
    OrderGroup.objects.update(note="đọc lại")

    group.refresh_from_db()

    for amount in (group.goods_total, group.discount_total, group.delivery_total, group.total):
        assert type(amount) is Decimal
        assert amount == amount.to_integral_value()
