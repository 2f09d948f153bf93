"""One basket becomes one group with a parcel and a child order per producer."""

from decimal import Decimal

import pytest

from catalog.journal.models import OutboxMessage
from marketplace.shop.ordering.models import LineTerms, OrderGroup, Parcel
from tests.cast import Cast

from .purchases import (
    Basket,
    Order,
    OrderLine,
    address,
    basket_with,
    fees,
    goods_of,
    order,
    producer_in,
    record_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_producers():
    """Tea 300 g and honey 600 g of A (same province), fish of B (same region), rice of C (far)."""
    fees(18_000, zone="province", step_fee=3_000)
    fees(25_000, zone="region", step_fee=4_000)
    fees(32_000, zone="country", step_fee=5_000)
    near, coast, far = (
        producer_in("68", "HTX Mẫu A"),
        producer_in("48", "HTX Mẫu B"),
        producer_in("08", "HTX Mẫu C"),
    )
    return {
        "tea": goods_of(near, name="Chè Mẫu", price=33_335),
        "honey": goods_of(near, name="Mật ong Mẫu", price=120_001),
        "fish": goods_of(coast, name="Cá khô Mẫu", price=99_999),
        "rice": goods_of(far, name="Gạo Mẫu", price=58_000),
    }


def test_goods_of_three_producers_become_one_group_of_three_orders(three_producers):
    goods = three_producers
    basket = basket_with((goods["tea"], 3), goods["fish"], (goods["honey"], 2), (goods["rice"], 4))

    placed = order(basket)

    assert placed.is_new
    near, coast, far = placed.group.parcels.select_related("order")
    assert [(p.position, p.seller_name) for p in (near, coast, far)] == [
        (1, "HTX Mẫu A"),
        (2, "HTX Mẫu B"),
        (3, "HTX Mẫu C"),
    ]
    # 5 packs of 300 g: 18.000 and two steps; 1 pack: first weight; 4 packs: two steps.
    assert [(p.delivery_zone, p.weight_grams, p.delivery_fee) for p in (near, coast, far)] == [
        ("province", 1_500, 24_000),
        ("region", 300, 25_000),
        ("country", 1_200, 42_000),
    ]
    assert [p.order.total_incl_tax for p in (near, coast, far)] == [
        3 * 33_335 + 2 * 120_001 + 24_000,
        99_999 + 25_000,
        4 * 58_000 + 42_000,
    ]


def test_the_groups_total_is_the_sum_of_its_parcels_to_the_dong(three_producers):
    goods = three_producers
    basket = basket_with((goods["tea"], 3), (goods["fish"], 2), (goods["rice"], 4))

    group = order(basket).group

    orders = Order.objects.filter(parcel__group=group)
    assert group.total == sum(o.total_incl_tax for o in orders)
    assert group.goods_total == 3 * 33_335 + 2 * 99_999 + 4 * 58_000
    assert group.delivery_total == sum(p.delivery_fee for p in group.parcels.all())
    for child in orders:
        lines = sum(line.line_price_incl_tax for line in child.lines.all())
        assert child.total_incl_tax == child.total_excl_tax == lines + child.shipping_incl_tax


def test_the_group_keeps_what_the_buyer_wrote(general_fees):
    where = address(email="an@example.vn", note="Gọi trước\nkhi giao")

    group = order(basket_with(goods_of(producer_in("08", "HTX Mẫu A"))), where=where).group

    group.refresh_from_db()
    assert (group.name, group.phone, group.email) == (
        "Nguyễn Văn An",
        "0912345678",
        "an@example.vn",
    )
    assert (group.province_code, group.province_name) == ("68", "Tỉnh Lâm Đồng")
    assert (group.commune_code, group.commune_name) == ("22918", "phường Phan Thiết")
    assert (group.street, group.note, group.user) == ("12 Trần Phú", "Gọi trước\nkhi giao", None)
    assert (group.payment_method, group.language) == ("cod", "vi")


def test_the_stock_is_allocated_and_the_basket_closed(three_producers):
    tea, fish = three_producers["tea"], three_producers["fish"]
    basket = basket_with((tea, 3), fish)

    order(basket)

    basket.refresh_from_db()
    assert basket.status == Basket.SUBMITTED
    assert basket.date_submitted is not None
    assert [record_of(one).net_stock_level for one in (tea, fish)] == [7, 9]
    assert [line.num_allocated for line in OrderLine.objects.order_by("pk")] == [3, 1]


def test_every_line_has_its_terms_and_every_order_starts_as_placed(three_producers):
    tea = three_producers["tea"]
    certificate = tea.product.certificates.get()

    order(basket_with((tea, 2), three_producers["rice"]))

    terms = LineTerms.objects.get(listing=tea)
    assert (terms.certificate, terms.star, terms.decision_no) == (
        certificate,
        4,
        certificate.decision_no,
    )
    assert (terms.pack, terms.unit_price) == ("hộp 200 g", Decimal(33_335))
    assert LineTerms.objects.count() == OrderLine.objects.count() == 2
    assert {o.status for o in Order.objects.all()} == {"placed"}
    assert {line.status for line in OrderLine.objects.all()} == {"placed"}
    assert {parcel.state for parcel in Parcel.objects.all()} == {"placed"}


def test_a_person_who_signed_in_owns_the_group_and_its_orders(three_producers):
    an = Cast().an
    basket = basket_with(three_producers["tea"], three_producers["fish"], owner=an)

    group = order(basket, user=an, language="en").group

    assert (group.user, group.language) == (an, "en")
    assert [o.user for o in Order.objects.all()] == [an, an]


def test_a_frozen_basket_is_ordered_too(general_fees):
    basket = basket_with(goods_of(producer_in("08", "HTX Mẫu A")))
    basket.freeze()

    assert order(basket).is_new


def test_a_second_call_gives_the_first_ones_group_and_writes_nothing(general_fees):
    listing = goods_of(producer_in("08", "HTX Mẫu A"))
    basket = basket_with((listing, 2))
    first = order(basket)

    again = order(basket, seen_total=first.group.total)

    assert (again.group, again.is_new) == (first.group, False)
    assert OrderGroup.objects.count() == Order.objects.count() == 1
    assert OutboxMessage.objects.count() == 1
    assert record_of(listing).net_stock_level == 8


def test_a_second_call_succeeds_whatever_it_says(general_fees):
    listing = goods_of(producer_in("08", "HTX Mẫu A"), stock=1)
    basket = basket_with(listing)
    group = order(basket).group

    again = order(basket, seen_total=None, where=address(name="Ai đó", street="Nơi khác"))

    assert (again.group, again.is_new) == (group, False)
    group.refresh_from_db()
    assert (group.name, group.street) == ("Nguyễn Văn An", "12 Trần Phú")


def test_the_last_unit_can_be_bought(general_fees):
    listing = goods_of(producer_in("08", "HTX Mẫu A"), stock=5)

    order(basket_with((listing, 5)))

    assert record_of(listing).net_stock_level == 0
