"""A parcel's money: received in full, short, over, late, given back; each line stays."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.journal import outbox
from catalog.journal.models import AuditEvent
from marketplace.shop.ordering.enums import MoneyState as M
from marketplace.shop.ordering.enums import ParcelState as S
from marketplace.shop.ordering.enums import PaymentKind as K
from marketplace.shop.ordering.errors import (
    AmountWrong,
    MarkedMeanwhile,
    MarkRefused,
    NotPaidYet,
    ReasonMissing,
)
from marketplace.shop.ordering.models import OrderGroup, Parcel, PaymentRecord
from marketplace.shop.ordering.services.moving import expire_unconfirmed, move_parcel
from marketplace.shop.ordering.services.paying import (
    correct_payment,
    expire_unpaid,
    say_paid,
)
from tests.cast import Cast

from .money import fresh, mark, transfer_of, walk, with_account
from .purchases import address, basket_with, fees, goods_of, order, producer_in, record_of

pytestmark = pytest.mark.django_db
TOTAL = 225_000  # two packs and the fee


@pytest.fixture
def hill(general_fees):
    hill = producer_in("08", "HTX Mẫu A")
    with_account(hill)
    return hill


@pytest.fixture
def tea(hill):
    return goods_of(hill, name="Chè Mẫu", price=100_000, stock=10)


@pytest.fixture
def parcel(tea):
    """To be paid by transfer: 225.000 ₫."""
    return transfer_of((tea, 2), where=address(email="an@example.vn"))


@pytest.fixture
def cash(tea):
    """The same for cash."""
    return order(basket_with((tea, 2)), where=address(email="an@example.vn")).group.parcels.get()


def state_of(parcel) -> M:
    return fresh(parcel).money.state


def run_out_of_time() -> None:
    Parcel.objects.update(pay_by=timezone.now() - timedelta(minutes=1))


def letters(mailoutbox) -> list[str]:
    mailoutbox.clear()
    outbox.drain()
    return [letter.body for letter in mailoutbox]


# Coming in


def test_all_of_it_pays_the_parcel_and_takes_the_order_on(parcel):
    binh = Cast().binh
    assert (state_of(parcel), fresh(parcel).order.total_incl_tax) == (M.AWAITING, TOTAL)

    record = mark(parcel, K.FULL, by=binh)

    assert state_of(parcel) == M.PAID
    assert (record.number, record.amount, record.balance, record.by) == (1, TOTAL, TOTAL, binh)
    assert fresh(parcel).state == S.CONFIRMED
    event = AuditEvent.objects.get(verb="payment.full")
    assert (event.actor, event.after["amount"]) == (binh, f"{TOTAL}")


def test_too_little_leaves_a_code_for_the_rest_and_the_rest_pays_it(parcel):
    mark(parcel, K.SHORT, 200_000)

    money = fresh(parcel).money
    assert (money.state, money.rest, money.can_be_paid_by_code) == (M.SHORT, 25_000, True)
    assert fresh(parcel).state == S.PLACED

    mark(parcel, K.FULL)

    assert state_of(parcel) == M.PAID


def test_too_much_pays_it_and_says_what_goes_back(parcel):
    mark(parcel, K.OVER, 300_000)

    money = fresh(parcel).money
    assert (money.state, money.rest, money.to_give_back) == (M.OVER, 0, 75_000)

    mark(parcel, K.BACK, 75_000)

    assert state_of(parcel) == M.PAID


def test_money_for_a_parcel_that_ran_out_is_late_and_goes_back(parcel):
    run_out_of_time()
    expire_unpaid()

    mark(parcel, K.LATE, TOTAL)

    money = fresh(parcel).money
    assert (money.state, money.to_give_back, fresh(parcel).state) == (M.LATE, TOTAL, S.EXPIRED)
    mark(parcel, K.BACK, TOTAL)
    assert state_of(parcel) == M.GIVEN_BACK


def test_a_paid_parcel_that_is_cancelled_owes_its_money(parcel):
    mark(parcel, K.FULL)

    move_parcel(fresh(parcel), to=S.CANCELLED)

    assert (state_of(parcel), fresh(parcel).money.to_give_back) == (M.OWED, TOTAL)


def test_cash_is_written_down_after_the_door(cash):
    assert state_of(cash) == M.AT_DOOR
    with pytest.raises(MarkRefused):
        mark(cash, K.FULL)

    walk(fresh(cash), S.CONFIRMED, S.PACKED, S.HANDED_OVER, S.DELIVERED)
    mark(cash, K.FULL)

    assert state_of(cash) == M.PAID


def test_nothing_is_due_for_cash_that_came_back(cash):
    walk(fresh(cash), S.CONFIRMED, S.PACKED, S.HANDED_OVER, S.RETURNED)

    assert (state_of(cash), fresh(cash).money.allowed) == (M.NOTHING, ())


@pytest.mark.parametrize(
    ("kind", "amount"),
    [
        (K.FULL, TOTAL - 1),
        (K.FULL, TOTAL + 1),
        (K.SHORT, 0),
        (K.SHORT, -1),
        (K.SHORT, TOTAL),
        (K.OVER, TOTAL),
        (K.LATE, TOTAL),
        (K.BACK, 1),
        (K.CORRECTION, 1),
    ],
)
def test_what_does_not_fit_is_refused(parcel, kind, amount):
    with pytest.raises(MarkRefused):
        mark(parcel, kind, amount)

    assert not PaymentRecord.objects.exists()
    assert fresh(parcel).state == S.PLACED


def test_no_more_goes_back_than_is_owed(parcel):
    mark(parcel, K.OVER, TOTAL + 10)

    with pytest.raises(AmountWrong) as wrong:
        mark(parcel, K.BACK, 11)

    assert (wrong.value.least, wrong.value.most) == (1, 10)


def test_a_page_from_before_anothers_line_writes_nothing(parcel):
    mark(parcel, K.SHORT, 100_000)

    with pytest.raises(MarkedMeanwhile):
        mark(parcel, K.FULL, TOTAL, seen=0)

    assert fresh(parcel).money.balance == 100_000


# Taking back what was wrong


def test_a_wrong_line_is_taken_back_by_another_and_both_stay(parcel):
    wrong = mark(parcel, K.OVER, 900_000)

    correction = correct_payment(wrong, reason="Gõ nhầm số", seen=1)

    assert (correction.corrects, correction.balance, correction.reason) == (wrong, 0, "Gõ nhầm số")
    assert state_of(parcel) == M.AWAITING
    assert [r.kind for r in fresh(parcel).payments.all()] == [K.OVER, K.CORRECTION]
    assert AuditEvent.objects.get(verb="payment.correction").reason == "Gõ nhầm số"


@pytest.mark.parametrize("silence", ["", "  ", "\u200b"])
def test_a_correction_says_why(parcel, silence):
    wrong = mark(parcel, K.FULL)

    with pytest.raises(ReasonMissing):
        correct_payment(wrong, reason=silence, seen=1)

    assert PaymentRecord.objects.count() == 1


def test_nothing_is_taken_back_twice_nor_a_correction_itself(parcel):
    wrong = mark(parcel, K.FULL)
    correction = correct_payment(wrong, reason="Nhầm đơn", seen=1)

    for record in (wrong, correction):
        with pytest.raises(MarkRefused):
            correct_payment(record, reason="Nữa", seen=2)

    assert PaymentRecord.objects.count() == 2


def test_money_that_went_back_since_cannot_be_unreceived(parcel):
    received = mark(parcel, K.OVER, TOTAL + 50)
    mark(parcel, K.BACK, 50)

    with pytest.raises(MarkRefused):
        correct_payment(received, reason="Nhầm", seen=2)

    assert fresh(parcel).money.balance == TOTAL


def test_a_return_written_by_mistake_is_taken_back(parcel):
    mark(parcel, K.OVER, TOTAL + 50)
    back = mark(parcel, K.BACK, 50)

    correct_payment(back, reason="Chưa chuyển", seen=2)

    assert fresh(parcel).money.to_give_back == 50


def test_the_database_changes_no_line(parcel):
    record = mark(parcel, K.FULL)

    for change in ({"amount": 1}, {"balance": 1}, {"kind": K.SHORT}, {"number": 9}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PaymentRecord.objects.filter(pk=record.pk).update(**change)

    PaymentRecord.objects.filter(pk=record.pk).update(by=None)  # whose account is deleted


@pytest.mark.parametrize(
    "nonsense",
    [
        {"amount": 0, "balance": 0},
        {"amount": -5, "balance": 0},
        {"amount": 5, "balance": 4},
        {"kind": K.BACK, "amount": 5, "balance": -5},
        {"kind": K.CORRECTION, "amount": 5, "balance": 5, "reason": "x"},
    ],
)
def test_the_database_refuses_nonsense(parcel, nonsense):
    with pytest.raises(IntegrityError), transaction.atomic():
        PaymentRecord.objects.create(parcel=parcel, number=1, **({"kind": K.SHORT} | nonsense))


# Goods wait for the money


def test_unpaid_goods_are_not_packed(parcel):
    walk(fresh(parcel), S.CONFIRMED)

    with pytest.raises(NotPaidYet) as unpaid:
        move_parcel(fresh(parcel), to=S.PACKED)
    assert unpaid.value.rest == TOTAL
    mark(parcel, K.SHORT, TOTAL - 1)
    with pytest.raises(NotPaidYet):
        move_parcel(fresh(parcel), to=S.PACKED)

    assert fresh(parcel).state == S.CONFIRMED
    mark(parcel, K.FULL)
    walk(fresh(parcel), S.PACKED, S.HANDED_OVER, S.DELIVERED)


def test_cash_goods_are_packed_without_money(cash):
    walk(fresh(cash), S.CONFIRMED, S.PACKED)


# Running out


@pytest.mark.parametrize("confirmed", [False, True])
def test_unpaid_goods_go_back_to_the_shelf_once(parcel, tea, confirmed):
    if confirmed:
        walk(fresh(parcel), S.CONFIRMED)
    assert expire_unpaid() == 0

    run_out_of_time()

    assert (expire_unpaid(), expire_unpaid()) == (1, 0)
    assert (fresh(parcel).state, record_of(tea).num_allocated) == (S.EXPIRED, 0)
    assert "tiền chuyển khoản" in fresh(parcel).moves.last().reason


def test_where_money_came_or_is_said_to_come_nothing_runs_out(tea):
    said, short = (transfer_of(tea) for _ in range(2))
    say_paid(said)
    mark(short, K.SHORT, 1_000)

    run_out_of_time()
    OrderGroup.objects.filter(parcels=short).update(placed_at=timezone.now() - timedelta(days=9))

    assert (expire_unpaid(), expire_unconfirmed()) == (0, 0)
    assert record_of(tea).num_allocated == 2


def test_a_cash_order_never_runs_out_for_want_of_a_transfer(cash):
    run_out_of_time()
    walk(fresh(cash), S.CONFIRMED, S.PACKED)

    assert expire_unpaid() == 0


# What the buyer says


def test_the_buyer_says_once_that_it_is_transferred(parcel):
    assert say_paid(parcel)

    assert not say_paid(parcel)
    assert state_of(parcel) == M.SAID


def test_nothing_is_said_of_cash_or_of_what_ended(parcel, cash):
    walk(fresh(parcel), S.CANCELLED)

    assert not say_paid(cash)
    assert not say_paid(parcel)


# Letters


def test_the_buyer_is_written_to_for_each_line(parcel, mailoutbox):
    letters(mailoutbox)
    mark(parcel, K.SHORT, 200_000)

    (letter,) = letters(mailoutbox)

    assert "200.000" in letter
    assert "Còn thiếu 25.000" in letter
    assert letters(mailoutbox) == []


def test_the_letter_of_the_order_says_where_to_transfer(parcel, mailoutbox):
    (letter,) = letters(mailoutbox)

    for said in ("Vietcombank 0011012345678, HTX MAU", parcel.order.number, "225.000"):
        assert said in letter


def test_the_members_are_told_that_a_buyer_says_so(mailoutbox):
    people = Cast()
    people.binh  # make her a member
    fees()
    with_account(people.producer_a)
    parcel = transfer_of(goods_of(people.producer_a))
    outbox.drain()
    mailoutbox.clear()

    say_paid(parcel)
    outbox.drain()

    (letter,) = mailoutbox
    assert letter.to == ["binh@example.vn"]
    assert parcel.order.number in letter.subject
    assert "báo đã chuyển khoản" in letter.subject


def test_a_cancelled_paid_parcel_says_in_its_letter_what_comes_back(parcel, mailoutbox):
    mark(parcel, K.FULL)
    letters(mailoutbox)

    move_parcel(fresh(parcel), to=S.CANCELLED)

    (letter,) = letters(mailoutbox)
    assert "trả lại bạn 225.000" in letter
