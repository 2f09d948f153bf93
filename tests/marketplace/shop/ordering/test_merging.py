"""Two baskets meet at sign-in: nothing is lost, and nothing is asked for that is not there."""

import pytest
from django.core.signing import Signer

from tests.cast import Cast, signed_in

from .purchases import Basket, StockRecord, basket_with, goods_of, producer_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def hill(db):
    return producer_in("08", "HTX Mẫu A")


def held(basket) -> dict[str, int]:
    return dict(basket.lines.order_by("pk").values_list("product__title", "quantity"))


def test_lines_of_both_are_kept_and_the_guests_basket_is_closed(hill):
    tea, rice = goods_of(hill, name="Chè"), goods_of(hill, name="Gạo")
    mine, guests = basket_with((tea, 2)), basket_with((rice, 3))

    cut = mine.merge(guests, add_quantities=False)

    assert cut == []
    assert held(mine) == {"Chè (hộp 200 g)": 2, "Gạo (hộp 200 g)": 3}
    guests.refresh_from_db()
    assert (guests.status, guests.lines.count()) == (Basket.MERGED, 0)


def test_the_same_goods_in_both_are_not_doubled(hill):
    tea = goods_of(hill)
    mine, guests = basket_with((tea, 2)), basket_with((tea, 4))

    mine.merge(guests, add_quantities=False)

    assert list(held(mine).values()) == [4]


def test_no_line_is_merged_beyond_the_free_stock(hill):
    tea = goods_of(hill, stock=5)
    mine, guests = basket_with((tea, 4)), basket_with((tea, 4))

    cut = mine.merge(guests, add_quantities=True)

    assert list(held(mine).values()) == [5]
    assert [line.quantity for line in cut] == [5]


def test_a_sold_out_line_stays_to_say_so(hill):
    tea = goods_of(hill, stock=5)
    mine, guests = Basket.objects.create(), basket_with((tea, 3))
    StockRecord.objects.update(num_allocated=5)

    mine.merge(guests)

    assert list(held(mine).values()) == [1]


def test_a_basket_merged_already_gives_nothing_more(hill):
    tea = goods_of(hill)
    mine, guests = basket_with(tea), basket_with((tea, 2))
    mine.merge(Basket.objects.get(pk=guests.pk), add_quantities=True)

    assert mine.merge(guests, add_quantities=True) == []

    assert list(held(mine).values()) == [3]


def test_a_guests_basket_is_taken_over_at_sign_in(hill):
    tea, rice = goods_of(hill, name="Chè", stock=5), goods_of(hill, name="Gạo")
    an = Cast().an
    mine = basket_with((tea, 4), owner=an)
    guests = basket_with((tea, 5), (rice, 2))
    browser = signed_in(an, second_step=False)
    browser.cookies["oscar_open_basket"] = Signer().sign(guests.pk)

    browser.get("/gio-hang/")

    assert held(mine) == {"Chè (hộp 200 g)": 5, "Gạo (hộp 200 g)": 2}
    assert browser.cookies["oscar_open_basket"].value == ""


def test_a_basket_cookie_of_somebody_elses_leads_nowhere(hill):
    theirs = basket_with(goods_of(hill), owner=Cast().an)
    browser = Cast().browser()
    browser.cookies["oscar_open_basket"] = Signer().sign(theirs.pk)

    browser.get("/gio-hang/")

    assert browser.cookies["oscar_open_basket"].value == ""
    assert theirs.lines.count() == 1


@pytest.mark.parametrize("cookie", ["1", "1:forged", "", "x" * 4_000, "-1:Ky"])
def test_a_forged_basket_cookie_is_dropped(hill, cookie):
    basket_with(goods_of(hill))
    browser = Cast().browser()
    browser.cookies["oscar_open_basket"] = cookie

    assert browser.get("/gio-hang/").status_code == 200
    assert browser.cookies["oscar_open_basket"].value == ""
