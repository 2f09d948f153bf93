"""Whatever buyers, sellers and the operator do in whatever order, the sums add up."""

from decimal import Decimal

import pytest
from django.db import transaction
from django.db.models import Count, F, Sum
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from marketplace.shop.delivery.models import DeliveryRate
from marketplace.shop.ordering.errors import OrderRefused
from marketplace.shop.ordering.models import LineTerms, OrderGroup, Parcel
from marketplace.shop.ordering.services import filling

from .offers_of_oscar import Benefit, offer
from .purchases import (
    Basket,
    BasketLine,
    Order,
    OrderLine,
    StockRecord,
    basket_with,
    fees,
    goods_of,
    order,
    producer_in,
    put_in,
    record_of,
    total_of,
)

pytestmark = pytest.mark.django_db

PRICES = st.integers(1, 9_999_999)
FEES = st.integers(0, 99_999)
QUANTITIES = st.integers(1, 5)
LIMIT = 2  # uses of the limited offer


class Shop(RuleBasedStateMachine):
    """Three producers, four packs, four buyers."""

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

    def teardown(self):
        transaction.savepoint_rollback(self.before)
        transaction.get_connection().run_on_commit.clear()

    @initialize(target=listings, price=PRICES)
    def open_shop(self, price):
        self.producers = [producer_in(code, f"HTX Mẫu {code}") for code in ("68", "48", "08")]
        return goods_of(self.producers[0], price=price, stock=60)

    @rule(target=listings, price=PRICES, stock=st.integers(0, 60), who=st.integers(0, 2))
    def list_goods(self, price, stock, who):
        return goods_of(self.producers[who], price=price, stock=stock)

    @rule(target=baskets, listing=listings, quantity=QUANTITIES)
    def begin(self, listing, quantity):
        return basket_with((listing, quantity))

    @rule(basket=baskets, listing=listings, quantity=QUANTITIES)
    def add(self, basket, listing, quantity):
        if Basket.objects.get(pk=basket.pk).status == Basket.OPEN:
            put_in(basket, listing, quantity)

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
        seen = Decimal(1) if stale else total_of(basket)
        try:
            placed = order(basket, seen_total=seen)
        except OrderRefused:
            assert was_open
            assert Basket.objects.get(pk=basket.pk).status == Basket.OPEN
            return
        assert placed.is_new is was_open
        assert not (stale and placed.is_new)

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
    def what_is_allocated_was_ordered(self):
        ordered = dict(OrderLine.objects.values_list("stockrecord").annotate(n=Sum("quantity")))
        for record in StockRecord.objects.all():
            allocated = record.num_allocated or 0
            assert allocated == ordered.get(record.pk, 0)
            assert 0 <= allocated <= record.num_in_stock

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


def run(examples: int) -> None:
    """Let hypothesis look for a sequence that breaks a sum."""
    run_state_machine_as_test(
        Shop,
        settings=settings(
            max_examples=examples,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_sums_add_up_after_a_few_sequences():
    run(4)


@pytest.mark.slow
def test_sums_add_up_after_many_sequences():
    run(60)


@pytest.mark.soak
def test_sums_add_up_after_two_thousand_sequences():
    run(2_000)
