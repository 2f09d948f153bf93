"""A shop in which anything may happen in any order, and what must hold after each step.

Hypothesis looks for a sequence of buyers', producers' and the operator's doings that breaks
a sum; ``test_sums.py`` says how long it looks.
"""

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from django.conf import settings as site
from django.db import transaction
from django.db.models import Count, F, Sum
from django.utils.timezone import now
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from marketplace.shop.delivery.models import DeliveryRate
from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.errors import MoveRefused, NotPaidYet, OrderRefused
from marketplace.shop.ordering.models import (
    ConfirmationTerm,
    LineTerms,
    OrderGroup,
    Parcel,
    ParcelMove,
)
from marketplace.shop.ordering.services import filling
from marketplace.shop.ordering.services.moving import expire_unconfirmed, move_parcel

from .offers_of_oscar import Benefit, Voucher, offer, voucher
from .purchases import (
    Basket,
    BasketLine,
    Order,
    OrderLine,
    StockRecord,
    VoucherApplication,
    basket_with,
    fees,
    goods_of,
    order,
    producer_in,
    put_in,
    record_of,
    total_of,
)

PRICES = st.integers(1, 9_999_999)
FEES = st.integers(0, 99_999)
QUANTITIES = st.integers(1, 5)
# Mostly the way a parcel hopes to go, the first of each state's.
TURNS = st.lists(st.sampled_from((0, 0, 0, 0, 1, 2, 3)), min_size=1, max_size=4)
LIMIT = 2  # uses of the limited offer
HELD = (ParcelState.PLACED, ParcelState.CONFIRMED, ParcelState.PACKED)  # pieces are kept for it
GONE = (ParcelState.HANDED_OVER, ParcelState.DELIVERED)
WAYS = site.OSCAR_ORDER_STATUS_PIPELINE


class Shop(RuleBasedStateMachine):
    """Three producers, their packs, and buyers who place, cancel, wait and send back."""

    baskets = Bundle("baskets")
    listings = Bundle("listings")

    def __init__(self):
        super().__init__()
        self.before = transaction.savepoint()
        fees()
        self.sales = [
            offer(7, name="Bảy phần trăm"),
            offer(33_333, name="Bớt tiền", kind=Benefit.FIXED, max_global_applications=LIMIT),
            offer("12.5", name="Bớt phí giao", kind=Benefit.SHIPPING_PERCENTAGE),
        ]
        self.vouchers = [
            voucher(10, code="MOTLAN", usage=Voucher.SINGLE_USE),
            voucher(5, code="NHIEULAN", usage=Voucher.MULTI_USE),
        ]
        ConfirmationTerm.objects.all().delete()
        ConfirmationTerm.objects.create(hours=48, effective_from="2020-01-01")
        self.brought = {}  # stock record -> pieces that its producer ever brought

    def teardown(self):
        transaction.savepoint_rollback(self.before)
        transaction.get_connection().run_on_commit.clear()

    @initialize(target=listings, price=PRICES)
    def open_shop(self, price):
        self.producers = [producer_in(code, f"HTX Mẫu {code}") for code in ("68", "48", "08")]
        return self._on_the_shelf(self.producers[0], price=price, stock=60)

    @rule(target=listings, price=PRICES, stock=st.integers(0, 60), who=st.integers(0, 2))
    def list_goods(self, price, stock, who):
        return self._on_the_shelf(self.producers[who], price=price, stock=stock)

    @rule(target=baskets, listing=listings, quantity=QUANTITIES)
    def begin(self, listing, quantity):
        return basket_with((listing, quantity))

    @rule(basket=baskets, listing=listings, quantity=QUANTITIES)
    def add(self, basket, listing, quantity):
        if Basket.objects.get(pk=basket.pk).status == Basket.OPEN:
            put_in(basket, listing, quantity)

    @rule(target=baskets, listing=listings, quantity=QUANTITIES)
    def buy_at_once(self, listing, quantity):
        basket = basket_with((listing, quantity))
        # So few that neither price nor stock is in the way.
        StockRecord.objects.filter(pk=record_of(listing).pk).update(price=1_000)
        self.stock_up(listing, quantity)
        assert order(basket).is_new
        return basket

    @rule(basket=baskets, quantity=QUANTITIES)
    def change(self, basket, quantity):
        line = BasketLine.objects.filter(basket=basket).first()
        filling.set_quantity(basket, line_id=line.pk, quantity=quantity)

    @rule(listing=listings, price=PRICES)
    def price_again(self, listing, price):
        StockRecord.objects.filter(pk=record_of(listing).pk).update(price=price)

    @rule(listing=listings, more=QUANTITIES)
    def stock_up(self, listing, more):
        records = StockRecord.objects.filter(pk=record_of(listing).pk)
        records.update(num_in_stock=F("num_in_stock") + more)
        self.brought[records.get().pk] += more

    @rule(first=FEES, step=FEES)
    def new_fees(self, first, step):
        DeliveryRate.objects.update(first_fee=first, step_fee=step)

    @rule(which=st.integers(0, 2))
    def switch_offer(self, which):
        sale = self.sales[which]
        sale.refresh_from_db()
        sale.status = sale.SUSPENDED if sale.status == sale.OPEN else sale.OPEN
        sale.save()

    @rule(basket=baskets, stale=st.booleans())
    def submit(self, basket, stale):
        was_open = Basket.objects.get(pk=basket.pk).status == Basket.OPEN
        seen = Decimal(-1) if stale else total_of(basket)
        try:
            placed = order(basket, seen_total=seen)
        except OrderRefused:
            assert was_open
            assert Basket.objects.get(pk=basket.pk).status == Basket.OPEN
            return
        assert placed.is_new is was_open
        assert not (stale and placed.is_new)

    @rule(basket=baskets, which=st.integers(0, 1))
    def hand_in_a_voucher(self, basket, which):
        held = Basket.objects.get(pk=basket.pk)
        if held.status == Basket.OPEN:
            held.vouchers.add(self.vouchers[which])

    @precondition(lambda _: Parcel.objects.exists())
    @rule(which=st.integers(0, 99), turns=TURNS)
    def go_on(self, which, turns):
        parcel = one_of(Parcel.objects.select_related("order"), which)
        for turn in turns:
            if ways := WAYS[parcel.order.status]:
                self._move(parcel, ParcelState(ways[turn % len(ways)]))
                self.pieces_are_kept_once_and_leave_once()

    @precondition(lambda _: Parcel.objects.exists())
    @rule(which=st.integers(0, 99), to=st.sampled_from(ParcelState))
    def leap(self, which, to):
        parcel = one_of(Parcel.objects.select_related("order"), which)
        self._move(parcel, to)

    @precondition(lambda _: OrderGroup.objects.exists())
    @rule(which=st.integers(0, 99))
    def let_the_term_pass(self, which):
        group = one_of(OrderGroup.objects, which)
        waiting = group.parcels.filter(order__status=ParcelState.PLACED).count()
        OrderGroup.objects.filter(pk=group.pk).update(placed_at=now() - timedelta(hours=49))
        assert expire_unconfirmed() >= waiting
        assert not group.parcels.filter(order__status=ParcelState.PLACED).exists()

    @invariant()
    def every_group_adds_up(self):
        for group in OrderGroup.objects.prefetch_related("parcels__order__lines"):
            orders = [parcel.order for parcel in group.parcels.all()]
            lines = [line for one in orders for line in one.lines.all()]
            sums = [
                *(group.goods_total, group.discount_total, group.delivery_total, group.total),
                *(one.total_incl_tax for one in orders),
                *(line.line_price_incl_tax for line in lines),
            ]
            assert all(type(x) is Decimal and x == x.to_integral_value() for x in sums)
            assert all(x >= 0 for x in sums)
            assert group.total == sum(one.total_incl_tax for one in orders)
            assert group.delivery_total == sum(one.shipping_incl_tax for one in orders)
            paid = sum(line.line_price_incl_tax for line in lines)
            assert group.goods_total - group.discount_total == paid
            for one in orders:
                goods = sum(line.line_price_incl_tax for line in one.lines.all())
                assert one.total_incl_tax == goods + one.shipping_incl_tax

    @invariant()
    def pieces_are_kept_once_and_leave_once(self):
        kept, left = _pieces(HELD), _pieces(GONE)
        for record in StockRecord.objects.all():
            allocated = record.num_allocated or 0
            assert allocated == kept.get(record.pk, 0)
            assert record.num_in_stock == self.brought[record.pk] - left.get(record.pk, 0)
            assert 0 <= allocated <= record.num_in_stock

    @invariant()
    def a_parcel_stands_where_its_last_step_led(self):
        for parcel in Parcel.objects.select_related("order"):
            steps = list(ParcelMove.objects.filter(parcel=parcel).order_by("pk"))
            states = ["placed", *(step.state for step in steps)]
            assert all(to in WAYS[stood] for stood, to in pairwise(states))
            assert states[-1] == parcel.order.status
            assert {line.status for line in parcel.order.lines.all()} == {states[-1]}

    @invariant()
    def every_ordered_basket_has_one_whole_group(self):
        submitted = Basket.objects.filter(status=Basket.SUBMITTED)
        assert set(submitted) == {group.basket for group in OrderGroup.objects.all()}
        assert Parcel.objects.count() == Order.objects.count()
        assert LineTerms.objects.count() == OrderLine.objects.count()
        assert not Order.objects.annotate(n=Count("lines")).filter(n=0).exists()

    @invariant()
    def a_limited_offer_keeps_its_limit(self):
        limited = self.sales[1]
        limited.refresh_from_db()
        assert limited.num_applications <= LIMIT

    @invariant()
    def a_voucher_for_once_is_used_once(self):
        assert VoucherApplication.objects.filter(voucher=self.vouchers[0]).count() <= 1

    def _move(self, parcel, to):
        """Moved exactly when there is a way, and money where it must come first."""
        stood = parcel.order.status
        try:
            move_parcel(parcel, to=to, reason="Lý do Mẫu")
        except MoveRefused:
            assert to not in WAYS[stood]
        except NotPaidYet:
            assert to == ParcelState.PACKED
            assert not parcel.money.may_be_packed
        else:
            assert to in WAYS[stood]
            return
        assert Order.objects.get(pk=parcel.order_id).status == stood

    def _on_the_shelf(self, producer, *, price, stock):
        listing = goods_of(producer, price=price, stock=stock)
        self.brought[record_of(listing).pk] = stock
        return listing


def one_of(rows, which):
    """One of the rows, whichever number was drawn."""
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    return rows.get(pk=keys[which % len(keys)])


def _pieces(states) -> dict[int, int]:
    """Stock record -> pieces in parcels that stand in one of the states."""
    lines = OrderLine.objects.filter(order__status__in=states)
    return dict(lines.values_list("stockrecord").annotate(n=Sum("quantity")))
