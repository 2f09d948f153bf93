"""Whatever is pressed twice, opened twice or gone back to: one basket is one order."""

import pytest

from . import purchase

pytestmark = pytest.mark.browser

HONEY, SAUCE = "mat-ong-bac-ha-mau", "nuoc-mam-mau"


def _ready_to_order(visit, **wishes):
    buyer = visit(**wishes)
    purchase.take(buyer, HONEY)
    purchase.ask_fees(buyer, "lam dong")
    buyer.goes_to("/thanh-toan/")
    purchase.fill_in(buyer)
    return buyer


def test_double_click_places_one_order(visit):
    buyer = _ready_to_order(visit)
    sent = []
    buyer.page.on("request", lambda request: sent.append(request.method == "POST"))

    buyer.button("order").dblclick()

    assert purchase.order_code(buyer)
    assert sum(sent) == 1


def test_back_button_and_another_press_lead_to_the_same_order(visit):
    buyer = _ready_to_order(visit)
    purchase.send(buyer)
    code = purchase.order_code(buyer)

    buyer.page.go_back()
    buyer.page.wait_for_load_state()
    if "/thanh-toan/" in buyer.path:  # the form is shown again, or the site leads on at once
        if buyer.field("name").input_value() == "":
            purchase.fill_in(buyer)
        purchase.send(buyer)

    assert purchase.order_code(buyer) == code


def test_second_tab_of_one_checkout_leads_to_the_same_order(visit):
    buyer = _ready_to_order(visit)
    second = buyer.context.new_page()
    buyer.watch(second)
    second.goto(buyer.page.url)
    tab = type(buyer)(context=buyer.context, page=second, base=buyer.base, lang=buyer.lang)
    purchase.fill_in(tab)

    purchase.send(buyer)
    code = purchase.order_code(buyer)
    purchase.send(tab)

    assert purchase.order_code(tab) == code


def test_goods_added_in_a_second_tab_are_shown_before_they_are_ordered(visit):
    buyer = _ready_to_order(visit)
    second = buyer.context.new_page()
    buyer.watch(second)
    tab = type(buyer)(context=buyer.context, page=second, base=buyer.base, lang=buyer.lang)
    purchase.take(tab, SAUCE)

    purchase.send(buyer)
    buyer.page.get_by_role("alert").wait_for()

    assert "Tổng tiền đã thay đổi" in buyer.page.get_by_role("alert").inner_text()
    assert buyer.field("name").input_value() == "Nguyễn Thị Mẫu"
    purchase.send(buyer)
    assert purchase.order_code(buyer)
    assert buyer.page.locator(".order__parcel").count() == 2


def test_basket_keeps_count_over_back_and_forward(visit):
    buyer = visit()
    buyer.goes_to(f"/san-pham/{HONEY}/")
    purchase.add(buyer, 2)

    buyer.page.go_back()

    assert HONEY in buyer.path
    assert buyer.basket_count == "2"


def test_line_taken_out_can_be_put_back(visit):
    buyer = visit()
    buyer.goes_to(f"/san-pham/{HONEY}/")
    purchase.add(buyer, 2)

    buyer.page.locator("button[name=bo]").click()
    buyer.page.wait_for_url("**/gio-hang/?bo=*")
    assert buyer.basket_count == ""
    buyer.button("Để lại vào giỏ").click()
    buyer.page.wait_for_url("**/gio-hang/")

    assert buyer.page.locator(".basket__quantity input").input_value() == "2"
    assert buyer.basket_count == "2"
