"""A guest buys goods of two producers and finds the order again: with scripts and without,
in Vietnamese on a phone and in English at a desk."""

import pytest

from . import purchase

pytestmark = pytest.mark.browser

HONEY, RICE, SAUCE = "Mật ong bạc hà Mẫu", "Gạo nếp Mẫu", "Nước mắm Mẫu"
ROADS = [
    pytest.param({"width": 360, "lang": "vi"}, id="phone"),
    pytest.param({"width": 360, "lang": "vi", "scripts": False}, id="phone-without-scripts"),
    pytest.param({"width": 1280, "lang": "en"}, id="desk-in-english"),
    pytest.param({"width": 1280, "lang": "vi", "scripts": False}, id="desk-without-scripts"),
]


@pytest.mark.parametrize("road", ROADS)
def test_guest_buys_of_two_producers_and_opens_the_order_again(visit, road):
    guest = visit(**road)

    purchase.open_list(guest)
    _filter(guest, province="08", group="2")
    assert set(guest.page.locator("article h3").all_inner_texts()) == {HONEY, RICE}
    purchase.open_product(guest, HONEY)
    purchase.add(guest, 2)
    purchase.search(guest, "nuoc mam")
    purchase.open_product(guest, SAUCE)
    purchase.add(guest)

    purchase.ask_fees(guest, "lam dong")
    parcels = guest.page.locator(".parcel h2").all_inner_texts()
    assert parcels == ["Hợp tác xã Mẫu Núi", "Hợp tác xã Mẫu Biển"]
    shown = guest.page.locator(".summary__total").inner_text()
    assert shown.startswith(guest.words["total to Lâm Đồng"])
    if road.get("scripts", True):
        assert guest.basket_count == "3"

    guest.button("order").click()
    purchase.fill_in(guest)
    assert guest.page.locator(".summary__total dd").inner_text() == shown.split("\n")[-1]
    purchase.send(guest)
    code = purchase.order_code(guest)
    assert guest.heading == guest.words["thanks"]
    assert guest.page.locator(".summary__total dd").inner_text() == shown.split("\n")[-1]
    assert guest.basket_count == ""

    elsewhere = visit(**road)
    purchase.look_up(elsewhere, code.lower(), "+84 912.000.123")
    assert purchase.order_code(elsewhere) == code


def test_order_does_not_open_to_a_wrong_number(visit, states):
    state = states.ordered
    somebody = visit(state=None)

    somebody.goes_to(states.order_path)
    assert "/don-hang/?ma=" in somebody.path
    somebody.field("phone").fill("0912 000 124")
    somebody.button("see order").click()

    assert somebody.page.locator("[data-error-summary]").is_visible()
    assert somebody.page.locator(".order__code").count() == 0
    assert state is not None


def _filter(guest, *, province: str, group: str) -> None:
    for name, value in (("tinh", province), ("nhom", group)):
        panel = guest.page.locator("details.filters summary")
        form = guest.page.locator("#bo-loc")
        if panel.is_visible() and not form.is_visible():
            panel.click()
        form.locator(f"input[name={name}][value='{value}']").check()
        button = guest.button("see results")
        if button.is_visible():  # else the list follows the box by itself
            button.click()
        guest.page.wait_for_url(f"**{name}={value}*")
