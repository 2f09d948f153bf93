"""Too many open cash orders of one number or to one address: the next is asked to wait."""

from dataclasses import replace
from datetime import timedelta

import pytest

from catalog.lib import clock
from marketplace.shop.ordering.enums import ParcelState as S
from marketplace.shop.ordering.errors import TooManyOpen
from marketplace.shop.ordering.models import CashLimit
from marketplace.shop.ordering.services.moving import move_parcel
from tests.factories.register import CommuneFactory

from .money import TRANSFER, transfer_of, walk, with_account
from .purchases import address, basket_with, goods_of, order, producer_in, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def tea(general_fees):
    hill = producer_in("08", "HTX Mẫu A")
    with_account(hill)
    return goods_of(hill, stock=50)


@pytest.fixture
def limit():
    """Two of one number, three to one address."""
    return CashLimit.objects.create(per_phone=2, per_address=3, effective_from=clock.today())


def buy(tea, **where):
    return order(basket_with(tea), where=address(**where)).group


def elsewhere(number: int) -> dict:
    """Another street for each number."""
    return {"street": f"{number} Lê Lợi"}


def test_the_next_order_of_the_same_number_waits(tea, limit):
    buy(tea, **elsewhere(1))
    buy(tea, **elsewhere(2))

    basket = basket_with(tea)
    with refused(TooManyOpen) as refusal:
        order(basket, where=address(**elsewhere(3)))

    assert (refusal.value.phone, refusal.value.most) == (True, 2)
    assert order(basket, where=address(phone="0912345679")).is_new


def test_the_next_order_to_the_same_address_waits_however_it_is_spelt(tea, limit):
    for number, street in enumerate(["12 Trần Phú", "12, trần phú", "12 TRAN PHU"]):
        buy(tea, phone=f"091234500{number}", street=street)

    basket, where = basket_with(tea), address(phone="0912345009", street="12 Trần  Phú.")
    with refused(TooManyOpen) as refusal:
        order(basket, where=where)

    assert (refusal.value.phone, refusal.value.most) == (False, 3)


def test_the_same_street_of_another_commune_is_another_address(tea, limit):
    for number in range(3):
        buy(tea, phone=f"091234500{number}")
    here = address(phone="0912345009")
    there = CommuneFactory(code="22919", name="Hàm Thắng", province=here.province)

    assert order(basket_with(tea), where=replace(here, commune=there)).is_new


@pytest.mark.parametrize(
    "end",
    [
        (S.CANCELLED,),
        (S.REFUSED,),
        (S.CONFIRMED, S.PACKED, S.HANDED_OVER, S.DELIVERED),
    ],
)
def test_an_order_that_is_finished_makes_room(tea, limit, end):
    first = buy(tea)
    buy(tea)

    walk(first.parcels.get(), *end)

    assert buy(tea).pk


def test_an_order_is_open_until_its_last_parcel_is_finished(tea, limit):
    fish = goods_of(producer_in("48", "HTX Mẫu B"))
    both = order(basket_with(tea, fish)).group
    buy(tea)

    move_parcel(both.parcels.get(position=1), to=S.CANCELLED)

    basket = basket_with(tea)
    with refused(TooManyOpen):
        order(basket)


def test_transfers_neither_count_nor_wait(tea, limit):
    for _ in range(2):
        buy(tea)

    transfer_of(tea)
    transfer_of(tea)
    assert order(basket_with(tea), payment_method=TRANSFER).is_new


def test_the_rule_is_that_of_the_day(tea):
    CashLimit.objects.create(per_phone=9, per_address=9, effective_from=clock.today())
    CashLimit.objects.create(
        per_phone=1, per_address=1, effective_from=clock.today() + timedelta(days=1)
    )
    CashLimit.objects.create(
        per_phone=1, per_address=1, effective_from=clock.today() - timedelta(days=1)
    )

    assert [buy(tea).pk is not None for _ in range(3)] == [True, True, True]


def test_without_a_rule_nobody_waits(tea):
    assert not CashLimit.objects.exists()

    assert [buy(tea).pk is not None for _ in range(4)] == [True] * 4
