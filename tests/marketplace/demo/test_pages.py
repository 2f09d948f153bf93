"""Whoever opens any page of the demo is told that its data is sample data."""

import pytest
from django.test import Client

from catalog.lib.vietnamese import slug
from marketplace.demo.real import is_verified
from marketplace.demo.rows import real_products

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

PAGES = [
    "/",
    "/san-pham/",
    "/san-pham/mam-hau-u-chum/",  # revoked: a page, but not for sale
    "/chu-the/",
    "/gio-hang/",
    "/don-hang/",
    "/cau-chuyen/",
    "/tro-giup/dieu-khoan/",
    "/tai-khoan/login/",
    "/tai-khoan/signup/",
    "/khong-co-trang-nay/",
]
STRIP = 'class="sample"'


@pytest.fixture
def browser(settings):
    settings.SAMPLE_DATA = True
    return Client()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_sample_data(browser, prefix, page):
    html = browser.get(f"{prefix}{page}").content.decode()

    assert html.count(STRIP) == 1
    if not prefix:
        assert "dữ liệu mẫu" in html


def test_a_real_product_says_so_too(browser):
    verified = next(row for row in real_products() if is_verified(row))

    html = browser.get(f"/san-pham/{slug(verified.name)}/").content.decode()

    assert verified.decision_no in html
    assert STRIP in html


def test_an_unverified_product_says_so_and_offers_nothing(browser):
    unverified = next(row for row in real_products() if not is_verified(row))

    html = browser.get(f"/san-pham/{slug(unverified.name)}/").content.decode()

    assert "hưa xác minh" in html
    assert "/gio-hang/them/" not in html


def test_a_site_without_sample_data_says_nothing_of_it(settings):
    settings.SAMPLE_DATA = False

    assert STRIP not in Client().get("/san-pham/").content.decode()
