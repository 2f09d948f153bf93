"""A parcel's way: who may take the next step, what it does to the stock, and only once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.journal import outbox
from catalog.journal.models import AuditEvent
from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.errors import MoveRefused, ReasonMissing
from marketplace.shop.ordering.models import ConfirmationTerm, OrderGroup, ParcelMove
from marketplace.shop.ordering.services.moving import expire_unconfirmed, move_parcel

from .purchases import basket_with, goods_of, order, producer_in, record_of

pytestmark = pytest.mark.django_db
S = ParcelState


@pytest.fixture
def goods(general_fees):
    return goods_of(producer_in("68", "HTX Mẫu A"), name="Chè Mẫu", price=100_000, stock=10)


@pytest.fixture
def parcel(goods):
    group = order(basket_with((goods, 3)), where=None).group
    return group.parcels.get()


def stock_of(listing) -> tuple[int, int]:
    record = record_of(listing)
    return record.num_in_stock, record.num_allocated


def walk(parcel, *states) -> None:
    for state in states:
        move_parcel(parcel, to=state)


def test_the_whole_way_takes_the_goods_out_of_stock_once(parcel, goods):
    assert stock_of(goods) == (10, 3)

    walk(parcel, S.CONFIRMED, S.PACKED)
    assert stock_of(goods) == (10, 3)
    walk(parcel, S.HANDED_OVER)
    assert stock_of(goods) == (7, 0)
    walk(parcel, S.DELIVERED)

    assert stock_of(goods) == (7, 0)
    assert [move.state for move in parcel.moves.all()] == [
        S.CONFIRMED,
        S.PACKED,
        S.HANDED_OVER,
        S.DELIVERED,
    ]


@pytest.mark.parametrize("end", [S.REFUSED, S.CANCELLED, S.EXPIRED])
def test_a_parcel_that_ends_early_gives_its_stock_back_once(parcel, goods, end):
    move_parcel(parcel, to=end, reason="Hết hàng")
    with pytest.raises(MoveRefused) as again:
        move_parcel(parcel, to=end, reason="Hết hàng")

    assert again.value.stands == end
    assert stock_of(goods) == (10, 0)
    assert ParcelMove.objects.count() == 1


def test_returned_goods_come_back_to_the_shelf(parcel, goods):
    walk(parcel, S.CONFIRMED, S.PACKED, S.HANDED_OVER)

    move_parcel(parcel, to=S.RETURNED, reason="Không liên lạc được")

    assert stock_of(goods) == (10, 0)


@pytest.mark.parametrize("silence", ["", "   ", "\u200b", "\x00"])
@pytest.mark.parametrize("state", [S.REFUSED, S.RETURNED])
def test_a_refusal_without_a_reason_is_refused(parcel, goods, state, silence):
    if state == S.RETURNED:
        walk(parcel, S.CONFIRMED, S.PACKED, S.HANDED_OVER)
    before = stock_of(goods), parcel.moves.count()

    with pytest.raises(ReasonMissing):
        move_parcel(parcel, to=state, reason=silence)

    assert (stock_of(goods), parcel.moves.count()) == before


@pytest.mark.parametrize("state", [S.PACKED, S.HANDED_OVER, S.DELIVERED, S.RETURNED, S.PLACED])
def test_no_step_is_skipped(parcel, goods, state):
    with pytest.raises(MoveRefused):
        move_parcel(parcel, to=state, reason="Vội")

    assert parcel.moves.count() == 0
    assert stock_of(goods) == (10, 3)


def test_nothing_is_cancelled_once_it_is_handed_over(parcel):
    walk(parcel, S.CONFIRMED, S.PACKED, S.HANDED_OVER)

    with pytest.raises(MoveRefused):
        move_parcel(parcel, to=S.CANCELLED)

    parcel.order.refresh_from_db()
    assert parcel.order.status == S.HANDED_OVER


def test_a_refusal_touches_only_its_own_parcel(general_fees):
    tea = goods_of(producer_in("68", "HTX Mẫu A"), name="Chè Mẫu")
    fish = goods_of(producer_in("48", "HTX Mẫu B"), name="Cá Mẫu")
    first, second = order(basket_with(tea, fish)).group.parcels.order_by("position")

    move_parcel(first, to=S.REFUSED, reason="Hết hàng")

    second.order.refresh_from_db()
    assert second.order.status == S.PLACED
    assert stock_of(fish)[1] == 1


def test_the_log_says_who_did_it_and_why(parcel, django_user_model):
    binh = django_user_model.objects.create_user("binh@example.vn", "nuoc-mam-1")

    move_parcel(parcel, to=S.REFUSED, by=binh, reason="Hết hàng")

    event = AuditEvent.objects.get(verb="parcel.refused")
    assert (event.actor, event.reason) == (binh, "Hết hàng")
    assert (event.before, event.after) == ({"state": "placed"}, {"state": "refused"})


def test_the_database_writes_a_state_once(parcel):
    ParcelMove.objects.create(parcel=parcel, state=S.CONFIRMED)

    with pytest.raises(IntegrityError), transaction.atomic():
        ParcelMove.objects.create(parcel=parcel, state=S.CONFIRMED)


def test_the_buyer_gets_one_letter_for_a_refusal(goods, mailoutbox):
    from .purchases import address

    group = order(basket_with(goods), where=address(email="an@example.vn")).group
    outbox.drain()
    mailoutbox.clear()

    move_parcel(group.parcels.get(), to=S.REFUSED, reason="Hết hàng")
    outbox.drain()
    outbox.drain()

    (letter,) = mailoutbox
    assert group.display_code in letter.subject
    assert "Hết hàng" in letter.body
    assert "không phải trả gì" in letter.body


def test_an_order_nobody_answers_runs_out_by_the_rule_of_its_day(parcel, goods):
    assert expire_unconfirmed() == 0

    OrderGroup.objects.update(placed_at=timezone.now() - timedelta(hours=73))
    assert expire_unconfirmed() == 1

    assert expire_unconfirmed() == 0
    assert stock_of(goods) == (10, 0)


def test_a_newer_rule_leaves_older_orders_their_time(parcel):
    ConfirmationTerm.objects.create(
        hours=1, effective_from=timezone.localdate() + timedelta(days=1)
    )
    OrderGroup.objects.update(placed_at=timezone.now() - timedelta(hours=2))

    assert expire_unconfirmed() == 0


def test_an_answered_order_does_not_run_out(parcel):
    walk(parcel, S.CONFIRMED)
    OrderGroup.objects.update(placed_at=timezone.now() - timedelta(days=30))

    assert expire_unconfirmed() == 0
