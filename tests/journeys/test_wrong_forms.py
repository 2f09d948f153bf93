"""What a buyer types wrong: everything else is kept, and they are told where and why."""

import time

import pytest

from . import purchase
from .purchase import Receiver

pytestmark = pytest.mark.browser


def _checkout(visit, **wishes):
    visitor = visit(**wishes)
    purchase.take(visitor, "mat-ong-bac-ha-mau")
    purchase.ask_fees(visitor, "lam dong")
    visitor.goes_to("/thanh-toan/")
    return visitor


def test_wrong_number_keeps_everything_else(visit):
    buyer = _checkout(visit)
    purchase.fill_in(buyer, Receiver(phone="12345"))
    buyer.field("note").fill("Gọi trước khi giao <b>nhé</b>")

    purchase.send(buyer)

    summary = buyer.page.locator("[data-error-summary]")
    summary.wait_for()
    assert summary.evaluate("one => one === document.activeElement")
    kept = {name: buyer.field(name).input_value() for name in ("name", "phone", "street", "note")}
    assert kept == {
        "name": "Nguyễn Thị Mẫu",
        "phone": "12345",
        "street": "Số 1, thôn Mẫu",
        "note": "Gọi trước khi giao <b>nhé</b>",
    }
    assert buyer.field("province").input_value() == "Lâm Đồng"
    assert buyer.field("commune").input_value() == "phường Mũi Né"

    summary.get_by_role("link").click()
    assert buyer.page.evaluate("document.activeElement.id") == "id_phone"
    assert buyer.field("phone").get_attribute("aria-invalid") == "true"
    buyer.field("phone").fill("0912000123")
    purchase.send(buyer)
    assert purchase.order_code(buyer)


def test_every_line_of_the_summary_leads_to_its_field(visit):
    buyer = _checkout(visit)

    buyer.field("province").fill("")
    purchase.send(buyer)

    links = buyer.page.locator("[data-error-summary] a")
    links.first.wait_for()
    reached = []
    for place in range(links.count()):
        links.nth(place).click()
        reached.append(buyer.page.evaluate("document.activeElement.id"))
    assert reached == ["id_name", "id_phone", "id_province", "id_commune", "id_street"]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_two_communes_of_one_spelling_are_asked_about(visit, scripts):
    buyer = _checkout(visit, scripts=scripts)
    purchase.fill_in(buyer, Receiver(province="Tây Ninh", commune=""))
    buyer.field("commune").fill("tan thanh")

    purchase.send(buyer)

    asked = buyer.page.locator("#chon-xa")
    asked.wait_for()
    assert asked.locator("label").all_inner_texts() == ["xã Tân Thành", "xã Tân Thạnh"]
    asked.get_by_label("xã Tân Thạnh").check()
    _agree(buyer)
    assert "xã Tân Thạnh, Tỉnh Tây Ninh" in buyer.page.locator("address").inner_text()


def test_old_commune_is_asked_about(visit):
    buyer = _checkout(visit)
    purchase.fill_in(buyer, Receiver(province="Hà Nội", commune=""))
    buyer.field("commune").fill("thị trấn Trâu Quỳ")

    purchase.send(buyer)

    asked = buyer.page.locator("#chon-xa")
    asked.wait_for()
    assert asked.locator("label").all_inner_texts() == ["xã Gia Lâm", "xã Bát Tràng"]
    asked.get_by_label("xã Gia Lâm").check()
    _agree(buyer)
    assert "xã Gia Lâm, Thành phố Hà Nội" in buyer.page.locator("address").inner_text()


def test_fees_follow_the_province_before_anything_is_sent(visit):
    buyer = _checkout(visit)
    before = buyer.page.locator(".summary__total").inner_text()

    purchase.choose(buyer, "province", "ca mau")

    buyer.page.get_by_text("Tổng cộng, giao đến Cà Mau").wait_for()
    assert buyer.page.locator(".summary__total").inner_text() != before
    assert buyer.field("commune").input_value() == ""


def test_communes_that_come_late_are_offered_for_what_is_typed_already(visit):
    buyer = _checkout(visit)
    buyer.page.route("**/xa-phuong/**", lambda route: (time.sleep(1), route.continue_()))
    purchase.choose(buyer, "province", "ca mau")

    buyer.field("commune").fill("dat mui")

    buyer.page.get_by_role("option", name="xã Đất Mũi").wait_for()


def _agree(buyer) -> None:
    """Send; where the total is new to the buyer the page asks once more."""
    purchase.send(buyer)
    buyer.page.wait_for_load_state()
    if "/thanh-toan/" in buyer.path:
        purchase.send(buyer)
    purchase.order_code(buyer)
