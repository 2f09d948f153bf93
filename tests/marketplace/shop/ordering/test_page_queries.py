"""What the basket's and the checkout's pages ask of the database, however much lies in it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from marketplace.shop.listings.models import Listing
from marketplace.shop.ordering.models import OrderGroup
from tests.factories.register import CommuneFactory
from tests.marketplace.shop.listings.reading import Elements

from .browsing import add, checkout_form, submit
from .purchases import goods_of, producer_in

pytestmark = pytest.mark.django_db
FEW, MANY = 2, 12  # of two producers and of three


@pytest.fixture
def shops(general_fees):
    """Three producers, and a commune to send to."""
    CommuneFactory()
    return [producer_in(code, f"HTX Mẫu {code}") for code in ("08", "48", "01")]


def shopper_with(shops, lines: int) -> Client:
    """A guest with so many goods in the basket, of the producers in turn."""
    browser = Client()
    for number in range(lines):
        assert add(browser, goods_of(shops[number % len(shops)])).status_code == 302
    browser.get("/gio-hang/", {"tinh": "68"})
    browser.get("/thanh-toan/")  # provinces and communes are kept from here on
    return browser


def asked(act) -> int:
    with CaptureQueriesContext(connection) as caught:
        act()
    return len(caught)


@pytest.mark.parametrize(
    ("path", "most"),
    [("/gio-hang/", 10), ("/thanh-toan/", 8), ("/thanh-toan/tong-tien/?tinh=68", 8)],
)
def test_pages_cost_as_many_queries_for_twelve_lines_as_for_two(shops, path, most):
    two, twelve = shopper_with(shops, FEW), shopper_with(shops, MANY)

    few = asked(lambda: two.get(path))
    many = asked(lambda: twelve.get(path))

    assert few == many
    assert few <= most


def test_adding_costs_the_same_whatever_lies_in_the_basket(shops):
    two, twelve = shopper_with(shops, FEW), shopper_with(shops, MANY)
    goods = goods_of(shops[0])

    few = asked(lambda: add(two, goods))
    many = asked(lambda: add(twelve, goods))

    assert few == many
    assert few <= 10


def test_changing_costs_the_same_whatever_else_lies_in_the_basket(shops):
    def changed(browser) -> int:
        fields = Elements(browser.get("/gio-hang/")).all("input", type="number")
        wanted = {fields[0]["name"]: "2"}
        return asked(lambda: browser.post("/gio-hang/sua/", wanted))

    assert changed(shopper_with(shops, FEW)) == changed(shopper_with(shops, MANY))


def test_ordering_over_the_page_costs_the_same_for_twelve_lines(shops):
    def ordered(browser) -> int:
        form = checkout_form(browser)
        return asked(lambda: submit(browser, form))

    few, many = ordered(shopper_with(shops, FEW)), ordered(shopper_with(shops, MANY))

    assert OrderGroup.objects.count() == 2
    assert few == many


def test_the_order_page_costs_the_same_for_twelve_lines(shops):
    def seen(browser) -> int:
        where = submit(browser, checkout_form(browser)).headers["Location"]
        return asked(lambda: browser.get(where))

    assert seen(shopper_with(shops, FEW)) == seen(shopper_with(shops, MANY))


def test_keys_past_a_thousand_are_bought_and_taken_out_like_others(shops):
    listing = goods_of(shops[0])
    Listing.objects.filter(pk=listing.pk).update(id=1_234_567)
    browser = Client()

    page = Elements(browser.get(listing.product.get_absolute_url()))
    (pack,) = page.all("input", name="listing")
    added = add(browser, pack["value"])
    (take_out,) = Elements(browser.get("/gio-hang/")).all("button", name="bo")

    assert pack["value"] == "1234567"
    assert added.headers["Location"] == reverse("basket:summary")
    assert take_out["value"].isdigit()
