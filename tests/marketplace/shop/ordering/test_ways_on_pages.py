"""Choosing how parcels come: in the basket by the province alone, then ordered as shown."""

from datetime import timedelta

import pytest
from django.test import Client

from catalog.lib import clock
from marketplace.shop.delivery.models import ConsolidationPoint, DeliveryRate
from marketplace.shop.ordering.models import OrderGroup
from marketplace.shop.ordering.services.moving import move_parcel
from tests.factories.register import CommuneFactory
from tests.marketplace.shop.delivery.offers import picks_up, point_in
from tests.marketplace.shop.listings.reading import Elements, words_of

from .browsing import ANSWERS, add, submit
from .purchases import fees, goods_of, producer_in

pytestmark = pytest.mark.django_db
BARE = {name: ANSWERS[name] for name in ("name", "phone", "province", "email", "note")}


@pytest.fixture
def market():
    """Tea and coffee of Lâm Đồng, fish of Hà Nội, a point, and the tea's maker lets people come."""
    CommuneFactory()
    fees(20_000)
    tea = goods_of(producer_in("68", "HTX Mẫu A"), name="Chè Mẫu", price=100_000)
    coffee = goods_of(producer_in("68", "HTX Mẫu B"), name="Cà phê Mẫu", price=50_000)
    fish = goods_of(producer_in("01", "HTX Mẫu C"), name="Cá Mẫu", price=70_000)
    picks_up(tea.product.producer.seller)
    return {"tea": tea, "coffee": coffee, "fish": fish, "point": point_in()}


def shopper(*goods) -> Client:
    browser = Client()
    for listing in goods:
        add(browser, listing)
    return browser


def at_point(market) -> dict:
    return {"tinh": "68", "nhan": market["point"].pk}


def fetched_tea(market) -> dict:
    return {"tinh": "68", "tu-lay": market["tea"].product.producer.seller.pk}


def checkout_form(browser, **answers) -> dict:
    page = browser.get("/thanh-toan/")
    hidden = {
        field["name"]: field.get("value", "")
        for field in Elements(page).all("input", type="hidden")
        if field["name"] in {"gio", "tong", "nhan", "tu-lay"}
    }
    return {**hidden, **answers}


def test_the_basket_shows_every_way_with_fee_and_days_from_the_province_alone(market):
    browser = shopper(market["tea"], market["coffee"], market["fish"])

    page = words_of(browser.get("/gio-hang/", {"tinh": "Lâm Đồng"}))

    assert "60.000 ₫" in page  # three parcels to the door
    assert "12.000 ₫ cho cả 2 kiện" in page
    assert "Vẫn giao tận nơi: HTX Mẫu C." in page
    assert "Tự đến lấy kiện của HTX Mẫu A" in page
    assert "lấy được sau 2 ngày" in page
    assert "Xưởng chè, thôn Phìn Hồ" in page


def test_nothing_is_asked_where_there_is_nothing_to_choose(market):
    page = words_of(shopper(market["fish"]).get("/gio-hang/", {"tinh": "01"}))

    assert "Cách nhận hàng" not in page


def test_what_was_chosen_is_counted_and_kept(market):
    browser = shopper(market["tea"], market["coffee"], market["fish"])

    browser.get("/gio-hang/", at_point(market))
    quote = browser.get("/gio-hang/").context["quote"]

    assert [parcel.fee for parcel in quote.parcels] == [0, 0, 20_000]
    assert (quote.point_fee, quote.total) == (12_000, 252_000)


def test_goods_fetched_at_a_point_are_ordered_without_an_address(market):
    browser = shopper(market["tea"], market["coffee"])
    browser.get("/gio-hang/", at_point(market))

    page = browser.get("/thanh-toan/")
    assert Elements(page).all("input", name="street") == []
    order = submit(browser, checkout_form(browser, **BARE))

    group = OrderGroup.objects.get()
    assert order.status_code == 302
    assert (group.total, group.point_fee, group.street) == (162_000, 12_000, "")
    shown = words_of(browser.get(order.url))
    assert "Điểm gom chợ Mẫu, 1 Nguyễn Huệ" in shown
    assert "Phí điểm gom hàng" in shown
    assert "8–18 giờ" in shown


def test_a_parcel_fetched_at_the_producer_says_where_on_the_order(market):
    browser = shopper(market["tea"], market["fish"])
    browser.get("/gio-hang/", fetched_tea(market))

    order = submit(browser, checkout_form(browser, **ANSWERS))

    assert OrderGroup.objects.get().total == 190_000
    assert "Xưởng chè, thôn Phìn Hồ" in words_of(browser.get(order.url))


def test_a_choice_goes_to_the_checkout_without_working_out_the_fee_first(market):
    browser = shopper(market["tea"], market["coffee"])

    page = browser.get("/thanh-toan/", at_point(market), follow=True)

    assert page.redirect_chain == [("/thanh-toan/", 302)]
    assert page.context["quote"].total == 162_000
    unclear = browser.get("/thanh-toan/", {"tinh": "đâu đó"})
    assert unclear.url.startswith("/gio-hang/?tinh=")


def test_the_next_basket_does_not_remember_the_choice(market):
    browser = shopper(market["tea"])
    browser.get("/gio-hang/", at_point(market))
    submit(browser, checkout_form(browser, **BARE))

    add(browser, market["coffee"])

    assert browser.get("/gio-hang/").context["quote"].point is None


def test_a_point_closed_meanwhile_asks_for_the_address_and_keeps_what_was_typed(market):
    browser = shopper(market["tea"])
    browser.get("/gio-hang/", at_point(market))
    form = checkout_form(browser, **BARE)
    ConsolidationPoint.objects.update(valid_to=clock.today() - timedelta(days=1))

    reply = submit(browser, form)

    assert reply.status_code == 422
    assert reply.context["form"]["name"].value() == "Nguyễn Văn An"
    assert Elements(reply).all("input", name="street")
    assert "không còn mở" in words_of(reply)
    assert not OrderGroup.objects.exists()
    form = {**form, **ANSWERS, "tong": f"{reply.context['quote'].total}", "nhan": ""}
    assert submit(browser, form).status_code == 302


def test_another_province_at_the_checkout_takes_the_point_away_and_says_so(market):
    browser = shopper(market["tea"])
    browser.get("/gio-hang/", at_point(market))

    reply = submit(browser, checkout_form(browser, **{**BARE, "province": "Tỉnh số 01"}))

    assert reply.status_code == 422
    assert "không còn mở" in words_of(reply)


def test_the_summary_follows_another_province_with_the_same_choice(market):
    browser = shopper(market["tea"])

    quote = browser.get("/thanh-toan/tong-tien/", at_point(market)).context["quote"]

    assert (quote.point_fee, quote.total) == (12_000, 112_000)


@pytest.mark.parametrize(
    "typed",
    [
        {"nhan": "abc", "tu-lay": "x"},
        {"nhan": "9" * 30, "tu-lay": "9" * 30},
        {"nhan": "-1", "tu-lay": ["1", "²", "٣"]},
    ],
)
def test_nonsense_in_the_choice_means_delivery_to_the_door(market, typed):
    browser = shopper(market["fish"])

    page = browser.get("/gio-hang/", {"tinh": "68", **typed})

    assert page.status_code == 200
    assert page.context["quote"].total == 90_000


def test_the_basket_says_how_much_is_missing_to_free_delivery(market):
    DeliveryRate.objects.update(free_from=250_000)
    browser = shopper(market["tea"])

    few = words_of(browser.get("/gio-hang/", {"tinh": "68"}))
    add(browser, market["tea"], "2")
    many = words_of(browser.get("/gio-hang/"))

    assert "Còn thiếu 150.000 ₫ tiền hàng của nhà này để được miễn phí giao." in few
    assert "Còn thiếu" not in many
    assert "miễn phí" in many


def test_the_points_fee_is_due_until_no_parcel_comes_there(market):
    browser = shopper(market["tea"], market["coffee"])
    browser.get("/gio-hang/", at_point(market))
    url = submit(browser, checkout_form(browser, **BARE)).url
    first, second = OrderGroup.objects.get().parcels.order_by("position")

    move_parcel(first, to="refused", reason="Hết hàng")
    assert browser.get(url).context["to_pay"] == 62_000

    move_parcel(second, to="refused", reason="Hết hàng")
    assert browser.get(url).context["to_pay"] == 0
