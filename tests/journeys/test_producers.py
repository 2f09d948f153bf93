"""Producers: the list, one's page with what is for sale and what is not, and why."""

import pytest

pytestmark = pytest.mark.browser

HILL = "Hợp tác xã Mẫu Núi"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_producers_are_found_by_province(visit, scripts):
    visitor = visit(scripts=scripts)
    visitor.goes_to("/chu-the/")
    assert visitor.page.locator(".producers h2").count() == 2

    visitor.page.locator("#tinh").select_option(label="Tuyên Quang")
    visitor.button("Lọc").click()
    visitor.page.wait_for_url("**tinh=08*")

    assert visitor.page.locator(".producers h2").all_inner_texts() == [HILL]
    visitor.page.get_by_role("link", name=HILL).click()
    assert visitor.heading == HILL


def test_producer_says_what_is_not_sold_and_why(visit):
    visitor = visit()

    visitor.goes_to("/chu-the/mau-nui/")

    for_sale = visitor.page.locator("article h3").all_inner_texts()
    not_sold = visitor.page.locator(".unsold li").all_inner_texts()
    assert len(for_sale) == 7
    assert "Chè Mẫu gia-han" in for_sale
    assert sorted(line.split("\n")[0].split("  ")[0][:14] for line in not_sold) == [
        "Chè Mẫu chua-x",
        "Chè Mẫu hai-sa",
        "Chè Mẫu het-ha",
        "Chè Mẫu thu-ho",
    ]


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("che-het-han", "đã hết hạn"),
        ("che-thu-hoi", "đã bị thu hồi"),
        ("che-hai-sao", "Chưa đủ 3 sao"),
        ("che-chua-xac-minh", "Chưa xác minh"),
    ],
)
def test_product_without_recognition_says_so_and_offers_nothing(visit, slug, told):
    visitor = visit()

    assert visitor.goes_to(f"/san-pham/{slug}/") == 200

    assert told in visitor.page.locator(".seal").inner_text()
    assert visitor.button("add").count() == 0
