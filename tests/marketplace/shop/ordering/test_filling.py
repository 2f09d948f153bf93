"""What may be typed as a quantity, and what a basket takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.shop.ordering import rules
from marketplace.shop.ordering.errors import BadQuantity, NotEnough
from marketplace.shop.ordering.services import filling

from .purchases import Basket, BasketLine, basket_with, goods_of, order, producer_in, record_of


@pytest.mark.parametrize(
    ("typed", "meant"), [("1", 1), ("999", 999), (" 5 ", 5), ("05", 5), ("\u00a07\n", 7)]
)
def test_a_whole_number_is_taken(typed, meant):
    assert rules.quantity(typed) == meant


NO_QUANTITIES = (
    *("-1", "0", "1e9", "1.5", "1,5", "NaN", "Infinity", "+5", "1000", "99999", "0x5", "1_0"),
    *("", " ", "1 0", "5\x00", "năm", "<b>1</b>", "9" * 5_000),
    *("\u0661", "\uff15", "\u00b2"),  # digits of other scripts: Arabic, full width, raised
)


@pytest.mark.parametrize("typed", NO_QUANTITIES)
def test_anything_else_is_refused(typed):
    with pytest.raises(BadQuantity) as refusal:
        rules.quantity(typed)

    assert refusal.value.typed == typed.strip()[:20]


@given(st.text())
def test_whatever_is_typed_is_a_quantity_of_the_rule_or_refused(typed):
    try:
        quantity = rules.quantity(typed)
    except BadQuantity:
        return
    assert type(quantity) is int
    assert 1 <= quantity <= rules.MOST_OF_ONE


@pytest.fixture
def tea(db):
    return goods_of(producer_in("08", "HTX Mẫu A"), stock=5)


def add(basket, listing, quantity) -> None:
    """As the page does: with the free stock of this moment."""
    record = record_of(listing)
    filling.add_to_basket(
        basket,
        listing=listing,
        stockrecord=record,
        quantity=quantity,
        free=record.net_stock_level,
    )


def held(basket) -> list[int]:
    return list(
        BasketLine.objects.filter(basket=basket).order_by("pk").values_list("quantity", flat=True)
    )


def test_the_first_goods_save_the_basket(tea):
    basket = Basket()

    add(basket, tea, 2)

    line = BasketLine.objects.get()
    assert (line.basket, line.product, line.quantity) == (basket, tea.oscar_product, 2)
    assert (line.price_incl_tax, line.price_currency) == (100_000, "VND")


def test_the_same_goods_again_raise_the_line(tea):
    basket = basket_with((tea, 2))

    add(basket, tea, 3)

    assert held(basket) == [5]


def test_more_than_is_free_is_refused_and_the_line_stays(tea):
    basket = basket_with((tea, 4))

    with pytest.raises(NotEnough) as refusal:
        add(basket, tea, 2)

    assert (refusal.value.free, refusal.value.held) == (5, 4)
    assert held(basket) == [4]


def test_a_refused_first_line_saves_no_basket(tea):
    with pytest.raises(NotEnough):
        add(Basket(), tea, 6)

    assert Basket.objects.count() == 0


def test_a_sold_out_pack_is_refused(tea):
    basket = Basket.objects.create()
    record = record_of(tea)
    record.num_allocated = 5
    record.save()

    with pytest.raises(NotEnough) as refusal:
        add(basket, tea, 1)

    assert (refusal.value.free, held(basket)) == (0, [])


def test_no_line_holds_more_than_the_rule_allows(tea):
    basket = basket_with((tea, 999))

    with pytest.raises(NotEnough):
        filling.add_to_basket(
            basket, listing=tea, stockrecord=record_of(tea), quantity=1, free=100_000
        )

    assert held(basket) == [999]


def test_a_line_of_another_basket_is_not_changed(tea):
    mine, others = basket_with(tea), basket_with((tea, 2))
    theirs = others.lines.get()

    assert not filling.set_quantity(mine, line_id=theirs.pk, quantity=5)
    assert filling.take_out(mine, line_id=theirs.pk) is None

    assert held(others) == [2]


def test_a_basket_that_was_ordered_is_not_changed(tea, general_fees):
    basket = basket_with((tea, 2))
    line = basket.lines.get()
    order(basket)

    assert not filling.set_quantity(basket, line_id=line.pk, quantity=5)
    assert filling.take_out(basket, line_id=line.pk) is None
    assert filling.pieces_in(basket) == 0

    assert held(basket) == [2]


def test_what_is_taken_out_can_be_put_back(tea):
    basket = basket_with((tea, 2))

    taken = filling.take_out(basket, line_id=basket.lines.get().pk)

    assert (taken.listing_id, taken.quantity, held(basket)) == (tea.pk, 2, [])
