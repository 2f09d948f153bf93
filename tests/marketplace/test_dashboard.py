"""Oscar's dashboard reads for staff, writes nothing that a service of ours owns."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import get_finders
from oscar.core.loading import get_model

from marketplace.shop.dashboard.gate import MAY_WRITE, ONLY_READ, may_write
from tests.cast import Cast
from tests.factories.shop import on_sale

pytestmark = pytest.mark.django_db
Order = get_model("order", "Order")
Partner = get_model("partner", "Partner")
StockRecord = get_model("partner", "StockRecord")
Product = get_model("catalogue", "Product")
FOREIGN = re.compile(r"(?:src|href|action)=[\"'](?:https?:)?//")
MAIN = [
    "",
    "catalogue/",
    "catalogue/categories/",
    "catalogue/product-types/",
    "catalogue/option/",
    "catalogue/attribute-option-group/",
    "catalogue/stock-alerts/",
    "orders/",
    "orders/statistics/",
    "users/",
    "users/alerts/",
    "partners/",
    "offers/",
    "offers/new/metadata/",
    "ranges/",
    "ranges/create/",
    "vouchers/",
    "vouchers/create/",
    "vouchers/sets/",
    "reviews/",
    "reports/",
    "comms/",
    "pages/",
    "shipping/weight-based/",
]


@pytest.fixture
def staff():
    return Cast().browser("sau")


def test_main_pages_open_without_editor_or_third_party(staff):
    for part in MAIN:
        response = staff.get(f"/quan-tri/{part}")
        page = response.content.decode()
        assert response.status_code == 200, part
        assert not FOREIGN.findall(page), part
        assert "tinymce.min.js" not in page, part
        nonce = re.search(r"'nonce-([^']+)'", response.headers["Content-Security-Policy"])[1]
        inline = re.findall(r"<script(?![^>]*\ssrc=)([^>]*)>", page)
        assert all(f'nonce="{nonce}"' in attributes for attributes in inline), part
        assert not re.findall(r"\son(?:click|load|change|submit)=", page), part


def test_product_partner_and_order_pages_open(staff):
    listing = on_sale()
    stock = listing.oscar_product.stockrecords.get()
    for part in (
        f"catalogue/products/{listing.oscar_product_id}/",
        f"partners/{stock.partner_id}/",
        f"catalogue/products/{listing.oscar_product_id}/delete/",
    ):
        assert staff.get(f"/quan-tri/{part}").status_code == 200, part


def test_staff_cannot_write_stock_products_partners_orders_or_people(staff):
    listing = on_sale(stock=10)
    product, stock = listing.oscar_product, listing.oscar_product.stockrecords.get()
    someone = Cast().person("ai")
    before = {
        "stock": list(StockRecord.objects.values()),
        "products": list(Product.objects.values()),
        "partners": list(Partner.objects.values()),
        "orders": list(Order.objects.values()),
    }
    for part, data in {
        f"catalogue/products/{product.pk}/": {"stockrecords-0-num_in_stock": "999"},
        f"catalogue/products/{product.pk}/delete/": {},
        "catalogue/products/create/": {"product_class": "1"},
        "catalogue/products/bulk-action/": {"action": "make_non_public"},
        "catalogue/": {"action": "make_non_public", "selected_product": product.pk},
        "catalogue/categories/create/": {"name": "x"},
        "orders/": {"action": "change_order_statuses", "new_status": "delivered"},
        "orders/1/": {"order_action": "change_order_status", "new_status": "delivered"},
        "orders/1/shipping-address/": {"line1": "x"},
        "partners/create/": {"name": "x"},
        f"partners/{stock.partner_id}/": {"name": "x"},
        f"partners/{stock.partner_id}/delete/": {},
        f"partners/{stock.partner_id}/users/add/": {"email": "x@example.vn"},
        f"partners/{stock.partner_id}/users/{someone.pk}/link/": {},
        "users/": {"action": "make_inactive", "selected_user": someone.pk},
        f"users/{someone.pk}/password-reset/": {},
    }.items():
        response = staff.post(f"/quan-tri/{part}", data)
        assert response.status_code == 403, part
        assert "chỉ để xem" in response.content.decode(), part
    after = {
        "stock": list(StockRecord.objects.values()),
        "products": list(Product.objects.values()),
        "partners": list(Partner.objects.values()),
        "orders": list(Order.objects.values()),
    }
    assert after == before
    someone.refresh_from_db()
    assert someone.is_active


def test_linking_a_user_to_a_partner_by_get_is_refused_too(staff):
    stock = on_sale().oscar_product.stockrecords.get()
    someone = Cast().person("ai")
    address = f"/quan-tri/partners/{stock.partner_id}/users/{someone.pk}/link/"
    assert staff.get(address).status_code == 403
    assert not stock.partner.users.exists()


@pytest.mark.parametrize("name", ["partner_user", "binh", "dung", "lan"])
def test_nobody_but_staff_comes_in(name):
    browser = Cast().browser(name)
    for part in ("", "orders/", "catalogue/"):
        assert browser.get(f"/quan-tri/{part}").status_code == 403


def test_what_may_write_is_a_short_list():
    assert MAY_WRITE == ("offer-", "range-", "voucher-", "reviews-", "comms-")
    assert {"order-stats", "catalogue-product-lookup"} == ONLY_READ
    assert not any(may_write(n) for n in ("order-list", "catalogue-product", "", "partner-list"))


def test_offers_can_still_be_made(staff):
    data = {"name": "Khuyến mại mẫu", "description": "", "offer_type": "Site"}
    assert staff.post("/quan-tri/offers/new/metadata/", data).status_code == 302


def test_tinymce_is_neither_served_nor_collected():
    assert not finders.find("oscar/js/tinymce/tinymce.min.js")
    taken = [path for finder in get_finders() for path, _ in finder.list([])]
    assert not [path for path in taken if "tinymce" in path.lower()]
    assert finders.find("oscar/js/jquery/jquery.min.js")


def test_own_pages_and_names_that_oscar_asks_for_exist(client):
    from django.urls import reverse

    for name, arguments in {
        "customer:order": ["AB12"],
        "customer:alerts-confirm": ["k"],
        "search:search": [],
        "wishlists:detail": ["k"],
        "offer:detail": ["x"],
        "password-reset-confirm": ["u", "t"],
        "home": [],
        "customer:notifications-inbox": [],
    }.items():
        response = client.get(reverse(name, args=arguments))
        assert response.status_code == 302, name
