"""How an order is paid is chosen and frozen when it is placed: cash, or each seller's account."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from marketplace.shop.ordering.errors import (
    AgeUndeclared,
    AlcoholNeedsCashless,
    NoAccount,
)
from marketplace.shop.ordering.models import Parcel, TransferTerm
from marketplace.shop.ordering.selectors.payment import transfer_text
from marketplace.shop.paying.selectors import account_in_force
from marketplace.shop.paying.services import close_account, set_account
from tests.factories.register import ProductSetFactory

from .money import TRANSFER, fresh, transfer_of, with_account
from .purchases import basket_with, goods_of, order, producer_in, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def hill(general_fees):
    return producer_in("08", "HTX Mẫu A")


@pytest.fixture
def coast(general_fees):
    return producer_in("48", "HTX Mẫu B")


def spirit_of(producer):
    return goods_of(producer, name="Rượu Mẫu", product_set=ProductSetFactory(set_no=14))


def test_cash_names_no_payee_and_waits_for_nothing(hill):
    with_account(hill)

    parcel = order(basket_with(goods_of(hill))).group.parcels.get()

    assert (parcel.payment_method, parcel.payee_number, parcel.pay_by) == ("cod", "", None)


def test_each_parcel_of_a_transfer_keeps_its_own_sellers_account(hill, coast):
    with_account(hill, "111111111")
    with_account(coast, "222222222")

    group = order(basket_with(goods_of(hill), goods_of(coast)), payment_method=TRANSFER).group

    assert group.payment_method == "vietqr"
    assert [
        (p.payment_method, p.payee_bank, p.payee_number, p.payee_holder)
        for p in group.parcels.order_by("position")
    ] == [
        ("vietqr", "970436", "111111111", "HTX MAU"),
        ("vietqr", "970436", "222222222", "HTX MAU"),
    ]


def test_another_account_changes_no_order_placed_before(hill):
    first = with_account(hill, "111111111")
    parcel = transfer_of(goods_of(hill))
    before = transfer_text(parcel)

    seller = hill.seller
    second = set_account(
        seller, bank_bin="970418", number="222222222", holder="KHAC", seen=first.pk, by=None
    )
    assert transfer_text(fresh(parcel)) == before
    close_account(seller, seen=second.pk, by=None)

    assert account_in_force(seller) is None
    assert transfer_text(fresh(parcel)) == before


def test_the_code_carries_amount_account_and_number(hill):
    with_account(hill)
    parcel = transfer_of((goods_of(hill, price=33_335), 3))

    text = transfer_text(parcel)

    assert "0006970436" in text
    assert "01130011012345678" in text
    total = f"{parcel.order.total_incl_tax:.0f}"
    assert f"54{len(total):02}{total}" in text
    assert f"0810{parcel.order.number}" in text
    assert text.isascii()


def test_a_transfer_is_refused_where_one_seller_has_no_account(hill, coast):
    with_account(hill)
    basket = basket_with(goods_of(hill), goods_of(coast))

    with refused(NoAccount) as refusal:
        order(basket, payment_method=TRANSFER)

    assert [parcel.seller_name for parcel in refusal.value.parcels] == ["HTX Mẫu B"]


def test_an_account_closed_since_the_page_was_made_refuses(hill):
    account = with_account(hill)
    basket = basket_with(goods_of(hill))
    close_account(hill.seller, seen=account.pk, by=None)

    with refused(NoAccount):
        order(basket, payment_method=TRANSFER)


def test_an_adult_orders_alcohol_by_transfer(hill):
    with_account(hill)

    group = order(basket_with(spirit_of(hill)), payment_method=TRANSFER, adult=True).group

    assert group.parcels.get().payment_method == "vietqr"


def test_alcohol_is_never_ordered_for_cash_though_there_is_an_account(hill):
    with_account(hill)
    basket = basket_with(goods_of(hill), spirit_of(hill))

    with refused(AlcoholNeedsCashless) as refusal:
        order(basket, adult=True)

    assert [line.name for line in refusal.value.lines] == ["Rượu Mẫu (hộp 200 g)"]


def test_alcohol_is_not_ordered_by_somebody_who_did_not_say_to_be_of_age(hill):
    with_account(hill)
    basket = basket_with(spirit_of(hill))

    with refused(AgeUndeclared):
        order(basket, payment_method=TRANSFER)


def test_alcohol_of_a_seller_without_account_stays_unsold(hill):
    basket = basket_with(goods_of(hill), spirit_of(hill))

    with refused(AlcoholNeedsCashless):
        order(basket, seen_total=Decimal(225_000), payment_method=TRANSFER, adult=True)


def test_the_time_to_pay_is_that_of_the_rule_of_the_day(hill):
    with_account(hill)
    TransferTerm.objects.create(hours=5, effective_from=timezone.localdate())
    TransferTerm.objects.create(hours=900, effective_from=timezone.localdate() + timedelta(days=1))

    parcel = transfer_of(goods_of(hill))

    left = parcel.pay_by - timezone.now()
    assert timedelta(hours=4, minutes=59) < left <= timedelta(hours=5)


def test_without_a_rule_the_money_is_waited_for(hill):
    with_account(hill)
    TransferTerm.objects.all().delete()

    assert transfer_of(goods_of(hill)).pay_by is None


def test_the_database_keeps_no_transfer_without_payee(hill):
    parcel = order(basket_with(goods_of(hill))).group.parcels.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        Parcel.objects.filter(pk=parcel.pk).update(payment_method=TRANSFER)
