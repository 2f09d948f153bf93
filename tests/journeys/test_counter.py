"""A producer on a phone, by touch, without scripts and without help."""

import pytest

pytestmark = pytest.mark.browser
HOME = "/ban-hang/mau-nui/"
PACKS = (  # pack, net grams, grams with packaging, price, pieces
    ("gói 250 g", "250", "300", "65.000", "40"),
    ("gói 500 g", "500", "560", "120.000", "25"),
    ("túi 1 kg", "1000", "1.100", "230.000", "10"),
)
RICE = "Gạo nếp Mẫu"
TARGET = 44


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_three_pack_sizes_are_added_without_help(visit, states, scripts):
    visitor = visit(width=360, scripts=scripts, state=states.binh)
    mark = "" if scripts else " (túi)"
    visitor.goes_to(f"{HOME}hang/")
    page = visitor.page

    for pack, net, grams, price, pieces in PACKS:
        product = page.locator("li.parcel").filter(has_text=RICE)
        product.get_by_role("link", name="Thêm quy cách").click()
        page.locator("#id_unit").fill(pack.split()[0])
        page.locator("#id_pack").fill(pack + mark)
        page.locator("#id_net_amount").fill(net)
        page.locator("#id_net_unit").select_option("g")
        page.locator("#id_weight_grams").fill(grams)
        page.locator("#id_price").fill(price)
        page.locator("#id_in_stock").fill(pieces)
        save = page.get_by_role("button", name="Lưu", exact=True)
        assert save.bounding_box()["height"] >= TARGET
        save.click()
        page.wait_for_url(f"**{HOME}hang/")

    shown = page.locator("li.parcel").filter(has_text=RICE).inner_text()
    for pack, _, _, price, pieces in PACKS:
        assert f"{pack}{mark}" in shown
        assert price in shown
        assert f"kho {pieces}" in shown
    buyer = visit(width=360)
    buyer.goes_to("/san-pham/gao-nep-mau/")
    assert all(f"{pack}{mark}" in buyer.page.inner_text("main") for pack, *_ in PACKS)


def test_texts_are_saved_as_a_draft_without_scripts(visit, states):
    visitor = visit(width=360, scripts=False, state=states.binh)
    visitor.goes_to(f"{HOME}noi-dung/")
    page = visitor.page
    page.locator(".packs__one").filter(has_text=RICE).locator("a").click()
    page.locator("#id_summary").fill("")
    page.locator("#id_story").fill("Chữa khỏi đói.")

    page.get_by_role("button", name="Lưu nháp").click()

    told = page.inner_text("main")
    assert "Bản nháp" in told
    assert "chữa khỏi" in told.lower()
    assert page.locator("#id_story").input_value() == "Chữa khỏi đói."
