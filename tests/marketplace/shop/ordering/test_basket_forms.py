"""What may be typed or forged into the basket's forms, and what comes of it: nothing."""

import pytest

from tests.cast import Cast
from tests.factories.register import CertificateFactory, ProductFactory, ProductSetFactory

from .browsing import OURS, add, quantities
from .purchases import Basket, basket_with, goods_of, producer_in
from .test_filling import NO_QUANTITIES

pytestmark = pytest.mark.django_db


@pytest.fixture
def tea(general_fees):
    return goods_of(producer_in("08", "HTX Mẫu A"), name="Chè Mẫu", stock=5)


@pytest.fixture
def browser():
    return Cast().browser()


def change(browser, quantity, **more):
    line = Basket.open.get().lines.get()
    fields = {f"so-luong-{line.pk}": quantity, **more}
    return browser.post("/gio-hang/sua/", fields, headers=OURS)


def test_goods_are_put_in_and_the_header_knows_how_many(browser, tea):
    reply = add(browser, tea, "2")

    assert (reply.status_code, reply.headers["Location"]) == (302, "/gio-hang/")
    assert quantities() == [2]
    assert browser.cookies["gio"].value == "2"


@pytest.mark.parametrize("typed", NO_QUANTITIES)
def test_no_other_quantity_is_put_in(browser, tea, typed):
    reply = add(browser, tea, typed)

    assert reply.status_code == 422
    assert quantities() == []
    assert "<b>1</b>" not in reply.content.decode()


@pytest.mark.parametrize("typed", NO_QUANTITIES)
def test_no_other_quantity_is_set(browser, tea, typed):
    add(browser, tea, "2")

    reply = change(browser, typed)

    assert reply.status_code == 422
    assert quantities() == [2]
    assert "<b>1</b>" not in reply.content.decode()


def test_five_with_blanks_is_five(browser, tea):
    add(browser, tea, " 4 ")
    change(browser, " 5 ")

    assert quantities() == [5]


@pytest.mark.parametrize("forged", ["0", "-1", "abc", "", "1.0", "9" * 30, "999999", "\u0661"])
def test_goods_that_are_not_there_are_not_put_in(browser, tea, forged):
    reply = add(browser, forged)

    assert reply.status_code == 404
    assert Basket.objects.count() == 0


def test_a_price_in_the_form_is_not_read(browser, tea):
    add(browser, tea, price="1", price_incl_tax="1", unit_price="1")

    (line,) = Basket.open.get().lines.all()
    assert line.price_incl_tax == 100_000
    assert "100.000" in browser.get("/gio-hang/").content.decode()


def test_more_than_is_free_is_not_put_in(browser, tea):
    add(browser, tea, "4")

    reply = add(browser, tea, "2")

    assert reply.status_code == 409
    assert "chỉ còn 5, trong giỏ đã có 4" in reply.content.decode()
    assert quantities() == [4]


def test_what_is_not_for_sale_is_not_put_in(browser, tea):
    hill = tea.product.producer
    spirit = goods_of(hill, product_set=ProductSetFactory(set_no=14))
    ended = CertificateFactory(product=ProductFactory(producer=hill), expired=True)
    closed = goods_of(hill)
    type(closed).objects.filter(pk=closed.pk).update(is_active=False)

    replies = [add(browser, one) for one in (spirit, goods_of(hill, product=ended.product), closed)]

    assert [reply.status_code for reply in replies] == [409, 409, 409]
    assert "không dùng tiền mặt" in replies[0].content.decode()
    assert "không còn hiệu lực" in replies[1].content.decode()
    assert quantities() == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://example.com"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "same-origin", "origin": "http://["},
        {"referer": "http://[::1"},
    ],
)
def test_another_sites_page_puts_nothing_in(browser, tea, headers):
    reply = browser.post("/gio-hang/them/", {"listing": tea.pk, "quantity": "1"}, headers=headers)

    assert reply.status_code == 403
    assert "Biểu mẫu đã quá hạn" in reply.content.decode()
    assert Basket.objects.count() == 0


def test_a_link_puts_nothing_in(browser, tea):
    assert browser.get("/gio-hang/them/", {"listing": tea.pk}).status_code == 405
    assert Basket.objects.count() == 0


def test_a_line_of_another_visitors_basket_is_not_changed(browser, tea):
    theirs = basket_with((tea, 2)).lines.get()
    add(browser, tea, "1")

    browser.post("/gio-hang/sua/", {f"so-luong-{theirs.pk}": "5"}, headers=OURS)
    browser.post("/gio-hang/sua/", {"bo": theirs.pk}, headers=OURS)

    assert quantities() == [2, 1]


@pytest.mark.parametrize("forged", ["so-luong-x", "so-luong-", "so-luong-" + "9" * 30])
def test_a_field_that_is_no_line_changes_nothing(browser, tea, forged):
    add(browser, tea, "1")

    reply = browser.post("/gio-hang/sua/", {forged: "5"}, headers=OURS)

    assert reply.status_code in {302, 422}
    assert quantities() == [1]


def test_a_line_taken_out_can_be_put_back_with_one_press(browser, tea):
    add(browser, tea, "3")
    line = Basket.open.get().lines.get()

    reply = browser.post("/gio-hang/sua/", {"bo": line.pk}, headers=OURS, follow=True)

    taken = reply.context["taken_out"]
    assert (taken["listing"], taken["quantity"]) == (tea, 3)
    assert quantities() == []


def test_a_form_of_thousands_of_lines_asks_no_more_than_one_of_one(
    browser, tea, django_assert_max_num_queries
):
    add(browser, tea)
    line = Basket.open.get().lines.get()
    strange = {f"so-luong-{line.pk + n}": "7" for n in range(1, 2_000)}

    with django_assert_max_num_queries(8):
        change(browser, "3", **strange)

    assert quantities() == [3]
