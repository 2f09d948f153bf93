"""The checkout's form: what people type, what others forge, two tabs, the back button."""

import time
import unicodedata

import pytest
from django.core import signing
from django.test import Client

from catalog.places.models import Commune
from marketplace.shop.ordering.models import OrderGroup
from tests.cast import Cast
from tests.factories.register import CommuneFactory

from .browsing import add, checkout_form, quantities, submit
from .purchases import StockRecord, basket_with, everything, goods_of, producer_in

pytestmark = pytest.mark.django_db

HTML = '<script>alert("x")</script><b>An</b>'


@pytest.fixture
def tea(general_fees):
    CommuneFactory()
    return goods_of(producer_in("08", "HTX Mẫu A"), name="Chè Mẫu", stock=50)


@pytest.fixture
def browser(tea):
    """A guest with two packs of tea in the basket."""
    browser = Cast().browser()
    add(browser, tea, "2")
    return browser


def test_a_guest_orders_and_sees_the_order(browser):
    reply = submit(browser, checkout_form(browser))

    group = OrderGroup.objects.get()
    assert (reply.status_code, reply.headers["Location"]) == (302, f"/don-hang/{group.code}/")
    assert group.total == 225_000
    page = browser.get(reply.headers["Location"]).content.decode()
    assert group.display_code in page
    assert "225.000" in page
    assert browser.cookies["gio"].value == "0"


@pytest.mark.parametrize(
    "spelling",
    ["0912345678", "0912 345 678", "0912.345.678", "+84912345678", "84 912-345-678"],
)
def test_a_telephone_number_in_any_spelling_is_one_number(browser, spelling):
    submit(browser, checkout_form(browser, phone=spelling))

    assert OrderGroup.objects.get().phone == "0912345678"


@pytest.mark.parametrize("wrong", ["", "12345", "abc", "0912345678901234", "0912 345 67x", "٠٩"])
def test_a_wrong_number_keeps_all_that_was_typed(browser, wrong):
    before = everything()

    reply = submit(browser, checkout_form(browser, phone=wrong, street="Thôn 3"))

    assert reply.status_code == 422
    assert list(reply.context["form"].errors) == ["phone"]
    assert 'value="Thôn 3"' in reply.content.decode()
    assert everything() == before


def test_names_in_decomposed_letters_are_stored_composed(browser):
    decomposed = {
        name: unicodedata.normalize("NFD", text)
        for name, text in {
            "name": "Nguyễn Thị Hường",
            "street": "Đường Lê Lợi",
            "province": "Lâm Đồng",
            "commune": "phường Phan Thiết",
            "note": "Gọi trước",
        }.items()
    }

    submit(browser, checkout_form(browser, **decomposed))

    group = OrderGroup.objects.get()
    assert (group.name, group.street, group.note) == (
        "Nguyễn Thị Hường",
        "Đường Lê Lợi",
        "Gọi trước",
    )
    assert group.commune_name == "phường Phan Thiết"


def test_a_note_of_five_thousand_letters_is_given_back_whole(browser):
    note = "Giao giờ hành chính. " * 250

    reply = submit(browser, checkout_form(browser, note=note))

    assert reply.status_code == 422
    assert list(reply.context["form"].errors) == ["note"]
    assert note.strip() in reply.content.decode()
    assert OrderGroup.objects.count() == 0
    assert quantities() == [2]


@pytest.mark.parametrize("field", ["name", "street", "province", "commune"])
def test_five_thousand_letters_in_any_field_are_refused(browser, field):
    reply = submit(browser, checkout_form(browser, **{field: "ă" * 5_000}))

    assert reply.status_code == 422
    assert field in reply.context["form"].errors


def test_html_in_every_field_stays_text(browser):
    form = checkout_form(browser, name=HTML, street=HTML, note=HTML)

    reply = submit(browser, form)

    group = OrderGroup.objects.get()
    assert (group.name, group.street, group.note) == (HTML, HTML, HTML)
    page = browser.get(reply.headers["Location"]).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize("field", ["phone", "province", "commune", "email", "gio", "tong"])
def test_html_where_it_cannot_be_meant_is_refused_as_text(browser, field):
    reply = submit(browser, checkout_form(browser, **{field: HTML}))

    assert "<script>alert" not in reply.content.decode()
    assert OrderGroup.objects.count() == (1 if field == "gio" else 0)


@pytest.mark.parametrize(
    "forged", ["", "1", "0", "-225000", "NaN", "Infinity", "2.25e5x", "225001", "1e400", "٢"]
)
def test_another_total_than_the_pages_is_not_agreed_to(browser, forged):
    before = everything()

    reply = submit(browser, checkout_form(browser, tong=forged))

    assert reply.status_code == 409
    assert "225.000" in reply.content.decode()
    assert everything() == before


def test_forged_fields_change_nothing(browser):
    forged = {"price": "1", "total": "1", "user": "1", "status": "delivered", "code": "A" * 10}

    submit(browser, checkout_form(browser, **forged, discount_total="225000"))

    group = OrderGroup.objects.get()
    assert (group.total, group.payment_method, group.user) == (225_000, "cod", None)
    assert group.code != "A" * 10


def test_without_its_token_the_form_is_refused(browser):
    form = checkout_form(browser)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies

    assert submit(strict, form).status_code == 403
    assert OrderGroup.objects.count() == 0


def test_goods_added_in_another_tab_are_shown_before_they_are_ordered(browser, tea):
    form = checkout_form(browser)
    add(browser, tea, "1")

    reply = submit(browser, form)

    assert reply.status_code == 409
    assert "325.000" in reply.content.decode()  # three packs; 900 g is one step
    assert submit(browser, {**form, "tong": "325000"}).status_code == 302


def test_the_second_tabs_form_leads_to_the_first_ones_order(browser, tea):
    first, second = checkout_form(browser), checkout_form(browser)
    placed = submit(browser, first)
    add(browser, tea, "1")  # a new basket, which the old form must not order

    again = submit(browser, second)

    assert again.headers["Location"] == placed.headers["Location"]
    assert OrderGroup.objects.count() == 1
    assert quantities() == [1]


def test_the_back_button_leads_to_the_order(browser):
    placed = submit(browser, checkout_form(browser))

    assert browser.get("/thanh-toan/").headers["Location"] == placed.headers["Location"]


def test_the_form_still_orders_when_the_baskets_cookie_is_gone(browser):
    form = checkout_form(browser)
    del browser.cookies["oscar_open_basket"]

    assert submit(browser, form).headers["Location"].startswith("/don-hang/")


class DayBeforeYesterday(signing.TimestampSigner):
    """Signs as it would have done two days ago."""

    def timestamp(self):
        return signing.b62_encode(int(time.time()) - 2 * 24 * 3600)


def test_a_form_kept_for_longer_than_a_day_opens_no_order(browser):
    form = checkout_form(browser)
    submit(browser, form)
    basket = OrderGroup.objects.get().basket_id
    stranger = Client()

    old = DayBeforeYesterday(salt="checkout.basket").sign_object(basket)
    reply = submit(stranger, {**form, "gio": old})

    assert reply.headers["Location"] == "/gio-hang/"
    assert "don" not in stranger.cookies


def test_the_form_of_another_persons_basket_orders_nothing(tea):
    people = Cast()
    basket_with((tea, 1), owner=people.an)
    theirs = people.browser("an", second_step=False)
    form = checkout_form(theirs)
    mine = people.browser("khanh", second_step=False)

    reply = submit(mine, form)

    assert reply.headers["Location"] == "/gio-hang/"
    assert OrderGroup.objects.count() == 0


def test_a_price_that_changed_meanwhile_is_shown_and_all_is_kept(browser):
    form = checkout_form(browser, street="Thôn 3")
    StockRecord.objects.update(price=110_000)

    reply = submit(browser, form)

    page = reply.content.decode()
    assert reply.status_code == 409
    assert "245.000" in page
    assert 'value="Thôn 3"' in page


def test_the_only_goods_gone_at_the_press_are_named_in_the_basket(browser):
    form = checkout_form(browser)
    StockRecord.objects.update(num_in_stock=0)

    reply = submit(browser, form)

    assert (reply.status_code, reply.headers["Location"]) == (302, "/gio-hang/")
    page = browser.get("/gio-hang/").content.decode()
    assert "vừa hết hàng. Chưa đặt gì cả" in page
    assert OrderGroup.objects.count() == 0


def test_an_order_opens_to_whoever_knows_code_and_number(browser):
    submit(browser, checkout_form(browser))
    group = OrderGroup.objects.get()
    stranger = Client()

    closed = stranger.get(f"/don-hang/{group.code}/")
    wrong = stranger.post("/don-hang/", {"code": group.code, "phone": "0987654321"})
    unknown = stranger.post("/don-hang/", {"code": "AAAAAAAAAA", "phone": "0912345678"})
    found = stranger.post(
        "/don-hang/", {"code": group.display_code.lower(), "phone": "+84 912 345 678"}
    )

    assert closed.headers["Location"].startswith("/don-hang/?ma=")
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert wrong.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()
    assert found.headers["Location"] == f"/don-hang/{group.code}/"
    assert "12 Trần Phú" in stranger.get(found.headers["Location"]).content.decode()


def test_the_buyers_commune_is_the_one_of_today(browser):
    submit(browser, checkout_form(browser, commune="phan thiet"))

    assert OrderGroup.objects.get().commune_code == Commune.objects.get(name="Phan Thiết").code
