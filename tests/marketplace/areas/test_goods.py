"""Price, stock and pack sizes behind the counter: shown at once, never below what is ordered."""

import pytest

from catalog.journal.models import AuditEvent
from marketplace.shop.listings.models import Listing, ProductCard
from tests.cast import Cast
from tests.marketplace.shop.ordering.purchases import basket_with, fees, goods_of, order, record_of

pytestmark = pytest.mark.django_db
HOME = "/ban-hang/htx-mau-a/hang/"


@pytest.fixture
def village():
    people = Cast()
    fees()
    people.tea = goods_of(people.producer_a, name="Chè Mẫu", price=100_000, stock=10)
    people.fish = goods_of(people.producer_b, name="Cá Mẫu", price=50_000, stock=10)
    people.binh  # make her a member
    return people


def send(browser, listing, **fields):
    data = {"price": "100000", "in_stock": "10", "is_active": "on", **fields}
    return browser.post(f"{HOME}{listing.pk}/", {k: v for k, v in data.items() if v is not None})


def test_a_new_price_shows_with_the_next_request(village):
    guest = village.browser("guest")
    slug = village.tea.product.slug
    assert "100.000" in guest.get(f"/san-pham/{slug}/").content.decode()

    assert send(village.browser("binh"), village.tea, price="120000").status_code == 302

    assert "120.000" in guest.get(f"/san-pham/{slug}/").content.decode()
    assert ProductCard.objects.get(product=village.tea.product).price == 120_000
    event = AuditEvent.objects.get(verb="pack.changed")
    assert (event.before["price"], event.after["price"]) == ("100000", "120000")


def test_stock_goes_not_below_what_is_ordered(village):
    order(basket_with((village.tea, 4)))

    response = send(village.browser("binh"), village.tea, in_stock="3")

    assert response.status_code == 422
    assert "Đã có người đặt 4" in response.content.decode()
    assert record_of(village.tea).num_in_stock == 10


def test_a_pack_that_sells_no_more_leaves_the_lists(village):
    send(village.browser("binh"), village.tea, is_active=None)

    assert not ProductCard.objects.filter(product=village.tea.product).exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [("price", "-1"), ("price", "1,5"), ("price", "1e9"), ("in_stock", "NaN"), ("in_stock", "-3")],
)
def test_a_wrong_number_names_its_field_and_changes_nothing(village, field, typed):
    response = send(village.browser("binh"), village.tea, **{field: typed})

    record = record_of(village.tea)
    assert response.status_code == 422
    assert f'id="id_{field}_error"' in response.content.decode()
    assert (record.price, record.num_in_stock) == (100_000, 10)


def test_another_producers_pack_is_not_there(village):
    browser = village.browser("binh")

    assert browser.get(f"{HOME}{village.fish.pk}/").status_code == 404
    assert send(browser, village.fish, price="1000").status_code == 404
    assert record_of(village.fish).price == 50_000


def test_a_new_pack_size_is_on_sale_at_once(village):
    product = village.tea.product
    size = {
        "unit": "hộp",
        "pack": "hộp 500 g",
        "net_amount": "500",
        "net_unit": "g",
        "weight_grams": "600",
        "price": "230000",
        "in_stock": "5",
        "is_active": "on",
    }

    response = village.browser("binh").post(f"{HOME}them/{product.pk}/", size)

    assert response.status_code == 302
    assert Listing.objects.get(product=product, pack="hộp 500 g").weight_grams == 600
    assert ProductCard.objects.get(product=product).packs == 2
    again = village.browser("binh").post(f"{HOME}them/{product.pk}/", size)
    assert again.status_code == 422
    assert product.listings.count() == 2


@pytest.mark.parametrize(
    ("amount", "unit", "field"), [("500", "", "net_unit"), ("", "g", "net_amount")]
)
def test_an_amount_and_its_unit_go_together(village, amount, unit, field):
    product = village.tea.product
    size = {
        "unit": "hộp",
        "pack": "hộp to",
        "net_amount": amount,
        "net_unit": unit,
        "weight_grams": "600",
        "price": "230000",
        "in_stock": "5",
    }

    response = village.browser("binh").post(f"{HOME}them/{product.pk}/", size)

    assert response.status_code == 422
    assert f'id="id_{field}_error"' in response.content.decode()
    assert product.listings.count() == 1


def test_nobody_adds_a_pack_to_another_producers_product(village):
    url = f"{HOME}them/{village.fish.product.pk}/"

    assert village.browser("binh").get(url).status_code == 404


def test_a_pack_number_too_big_for_the_database_is_not_there(village):
    browser = village.browser("binh")

    assert browser.get(f"{HOME}{'9' * 25}/").status_code == 404
    assert browser.get(f"{HOME}them/{'9' * 25}/").status_code == 404


@pytest.mark.parametrize("typed", ["1.000", "1,000", "1 000", "1000"])
def test_a_thousand_may_be_written_as_people_write_it(village, typed):
    assert send(village.browser("binh"), village.tea, in_stock=typed).status_code == 302

    assert record_of(village.tea).num_in_stock == 1_000


@pytest.mark.parametrize("typed", ["1.0", "1.00", "10.0000", "1.000,000", "٥٠"])
def test_what_could_be_a_fraction_is_asked_again(village, typed):
    assert send(village.browser("binh"), village.tea, in_stock=typed).status_code == 422

    assert record_of(village.tea).num_in_stock == 10


def new_pack(**fields):
    return {
        "unit": "hộp",
        "pack": "hộp 500 g",
        "weight_grams": "600",
        "price": "230000",
        "in_stock": "5",
        **fields,
    }


def test_a_new_pack_may_wait_before_it_sells(village):
    product = village.tea.product

    village.browser("binh").post(f"{HOME}them/{product.pk}/", new_pack())

    assert not Listing.objects.get(product=product, pack="hộp 500 g").is_active
    assert ProductCard.objects.get(product=product).packs == 1


@pytest.mark.parametrize("field", ["unit", "pack"])
def test_invisible_signs_name_no_pack(village, field):
    product = village.tea.product

    response = village.browser("binh").post(
        f"{HOME}them/{product.pk}/", new_pack(**{field: "\u200b \u202e"})
    )

    assert response.status_code == 422
    assert product.listings.count() == 1
