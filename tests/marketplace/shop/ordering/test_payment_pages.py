"""What the buyer sees of paying: the choice, the code, the button, the seller's words."""

import re
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from catalog.lib import qr_codes
from marketplace.shop.ordering.enums import PaymentKind as K
from marketplace.shop.ordering.models import OrderGroup, Parcel
from marketplace.shop.ordering.selectors.payment import transfer_text
from marketplace.shop.ordering.services.moving import move_parcel
from tests.factories.register import CommuneFactory, ProductSetFactory
from tests.marketplace.shop.listings.reading import Elements, words_of

from .browsing import add, checkout_form, quantities, submit
from .money import fresh, mark, with_account
from .purchases import goods_of, producer_in

pytestmark = pytest.mark.django_db
TRANSFER = {"payment": "vietqr"}


@pytest.fixture
def hill(general_fees):
    CommuneFactory()
    return producer_in("08", "HTX Mẫu A")


@pytest.fixture
def coast(general_fees):
    return producer_in("48", "HTX Mẫu B")


@pytest.fixture
def browser():
    return Client()


def adult() -> Client:
    browser = Client()
    browser.cookies["du_tuoi"] = "1"
    return browser


def spirit_of(producer):
    return goods_of(producer, name="Rượu Mẫu", product_set=ProductSetFactory(set_no=14))


def choices(response) -> dict[str, tuple[bool, bool]]:
    """Which ways to pay are open, and which is chosen."""
    return {
        field["value"]: ("disabled" not in field, "checked" in field)
        for field in Elements(response).all("input", name="payment")
    }


def ordered(browser, **answers) -> str:
    """The address of the order just placed."""
    return submit(browser, checkout_form(browser, **answers)).headers["Location"]


# The choice


def test_cash_stands_first_and_transfer_beside_it(browser, hill):
    with_account(hill)
    add(browser, goods_of(hill))

    assert choices(browser.get("/thanh-toan/")) == {"cod": (True, True), "vietqr": (True, False)}


def test_one_seller_without_account_closes_transfer_and_says_who(browser, hill, coast):
    with_account(hill)
    add(browser, goods_of(hill))
    add(browser, goods_of(coast))

    page = browser.get("/thanh-toan/")

    assert choices(page) == {"cod": (True, True), "vietqr": (False, False)}
    assert "chưa có tài khoản ngân hàng của HTX Mẫu B" in words_of(page)


def test_alcohol_closes_cash_and_says_why(hill):
    with_account(hill)
    browser = adult()
    add(browser, spirit_of(hill))

    page = browser.get("/thanh-toan/")

    assert choices(page) == {"cod": (False, False), "vietqr": (True, True)}
    assert "không dùng tiền mặt" in page.content.decode()


def test_what_was_chosen_stays_chosen_after_an_error(browser, hill):
    with_account(hill)
    add(browser, goods_of(hill))

    page = submit(browser, checkout_form(browser, phone="12", **TRANSFER))

    assert page.status_code == 422
    assert choices(page)["vietqr"] == (True, True)


def test_an_unknown_way_to_pay_orders_nothing(browser, hill):
    add(browser, goods_of(hill))

    assert submit(browser, checkout_form(browser, payment="vnpay")).status_code == 422
    assert not OrderGroup.objects.exists()


def test_a_forged_transfer_is_refused_with_the_cure(browser, hill):
    add(browser, goods_of(hill))

    page = submit(browser, checkout_form(browser, **TRANSFER))

    assert page.status_code == 409
    assert "HTX Mẫu A chưa có tài khoản nhận chuyển khoản" in page.content.decode()
    assert not OrderGroup.objects.exists()


def test_forged_cash_for_alcohol_is_refused(hill):
    with_account(hill)
    browser = adult()
    add(browser, spirit_of(hill))

    page = submit(browser, checkout_form(browser, payment="cod"))

    assert page.status_code == 409
    assert "không bán trả tiền mặt" in page.content.decode()
    assert not OrderGroup.objects.exists()


# Alcohol


def test_alcohol_goes_into_an_adults_basket_alone(browser, hill):
    with_account(hill)
    spirit = spirit_of(hill)

    asked = add(browser, spirit)
    assert asked.headers["Location"] == spirit.product.get_absolute_url()
    assert quantities() == []

    add(adult(), spirit)
    assert quantities() == [1]


def test_an_answer_forgotten_meanwhile_is_asked_again(hill):
    with_account(hill)
    browser = adult()
    add(browser, spirit_of(hill))
    del browser.cookies["du_tuoi"]

    shown = browser.get("/thanh-toan/").content.decode()
    page = submit(browser, checkout_form(browser, **TRANSFER))

    assert "Bạn đã đủ 18 tuổi chưa?" in shown
    assert page.status_code == 409
    assert not OrderGroup.objects.exists()


def test_an_adult_sees_the_buy_button_where_the_seller_has_an_account(hill):
    spirit = spirit_of(hill)
    path = spirit.product.get_absolute_url()
    assert "Thêm vào giỏ" not in adult().get(path).content.decode()

    with_account(hill)

    page = adult().get(path).content.decode()
    assert "Thêm vào giỏ" in page
    assert "Chỉ trả bằng chuyển khoản" in page


# The order's page


def test_each_parcel_has_its_own_code_and_words_to_copy(browser, hill, coast):
    with_account(hill, "111111111")
    with_account(coast, "222222222")
    add(browser, goods_of(hill))
    add(browser, goods_of(coast))

    page = browser.get(ordered(browser, **TRANSFER)).content.decode()

    assert page.count('<svg class="qr"') == 2
    for parcel in Parcel.objects.select_related("order"):
        for said in (parcel.payee_number, "Vietcombank", "HTX MAU", parcel.order.number):
            assert said in page
    assert "Nơi đây không giữ tiền của bạn" in page
    assert page.count("Tôi đã chuyển khoản") == 2


def test_a_cash_order_shows_no_code(browser, hill):
    with_account(hill)
    add(browser, goods_of(hill))

    page = browser.get(ordered(browser)).content.decode()

    assert '<svg class="qr"' not in page
    assert "Tôi đã chuyển khoản" not in page
    assert "Trả khi nhận kiện này" in page


def test_the_page_follows_what_the_seller_writes_down(browser, hill):
    with_account(hill)
    add(browser, goods_of(hill), "2")
    where = ordered(browser, **TRANSFER)
    parcel = Parcel.objects.get()

    mark(parcel, K.SHORT, 200_000)
    short = browser.get(where).content.decode()
    assert "còn thiếu 25.000" in short
    assert '<svg class="qr"' in short

    mark(parcel, K.FULL)
    paid = browser.get(where).content.decode()
    assert "Đã nhận đủ tiền" in paid
    assert '<svg class="qr"' not in paid

    move_parcel(fresh(parcel), to="cancelled")
    off = browser.get(where).content.decode()
    assert "sẽ trả lại bạn 225.000" in off


def test_the_saved_picture_is_for_the_buyer_alone(browser, hill):
    with_account(hill)
    add(browser, goods_of(hill))
    where = ordered(browser, **TRANSFER)
    path = f"{where}ma-vietqr/1.png"

    reply = browser.get(path)

    assert reply.headers["Content-Type"] == "image/png"
    assert Image.open(BytesIO(reply.content)).width > 300
    assert "no-store" in reply.headers["Cache-Control"]
    assert Client().get(path).status_code == 404
    mark(Parcel.objects.get(), K.FULL)
    assert browser.get(path).status_code == 404


def test_the_buyer_says_it_is_transferred(browser, hill):
    with_account(hill)
    add(browser, goods_of(hill))
    where = ordered(browser, **TRANSFER)

    page = browser.post(f"{where}da-chuyen/1/", follow=True).content.decode()
    browser.post(f"{where}da-chuyen/1/")

    assert "Đã báo cho HTX Mẫu A" in page
    assert Parcel.objects.get().said_paid_at is not None
    assert "Tôi đã chuyển khoản" not in page


def test_a_stranger_says_nothing_and_sees_no_account(browser, hill):
    with_account(hill)
    add(browser, goods_of(hill))
    where = ordered(browser, **TRANSFER)
    stranger = Client()

    said = stranger.post(f"{where}da-chuyen/1/")
    seen = stranger.get(where)

    assert (said.status_code, seen.status_code) == (302, 302)
    assert Parcel.objects.get().said_paid_at is None
    assert browser.get(f"{where}da-chuyen/1/").status_code == 405
    assert browser.post(f"{where}da-chuyen/7/").status_code == 404


def test_the_code_on_the_page_is_that_of_the_text(browser, hill):
    with_account(hill)
    add(browser, goods_of(hill))
    page = browser.get(ordered(browser, **TRANSFER)).content.decode()

    drawn = qr_codes.svg(transfer_text(Parcel.objects.get()), label="")
    path = re.findall(r'd="(M[^"]+)"', drawn)[-1]
    assert path in page
