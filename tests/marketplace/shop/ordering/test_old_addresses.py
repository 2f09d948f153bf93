"""An address of before 1/7/2025: recognised, today's commune proposed, the old name kept."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from catalog.lib import clock
from catalog.places.models import Commune, OldUnit
from catalog.places.services import load_old_units
from marketplace.accounts.models import ProducerMember
from marketplace.shop.ordering.models import OrderGroup
from marketplace.shop.ordering.services.moving import move_parcel
from tests.cast import Cast
from tests.factories.register import ProducerFactory
from tests.marketplace.shop.listings.reading import Elements, words_of

from .browsing import ANSWERS, add, submit
from .purchases import fees, goods_of

pytestmark = pytest.mark.django_db
BEN_NGHE = "phường Bến Nghé, quận 1"


@pytest.fixture(scope="module")
def real_places(django_db_setup, django_db_blocker):
    """All provinces, communes and old units; gone again behind the last test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_places", verbosity=0)
        call_command("load_places", "--old-units", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def browser(real_places):
    fees()
    commune = Commune.objects.filter(province_id="68").first()
    maker = ProducerFactory(name="HTX Mẫu A", slug="htx-mau-a", commune=commune)
    browser = Client()
    add(browser, goods_of(maker))
    return browser


def send(browser, **answers):
    """The checkout's form for Ho Chi Minh City, at the total the page shows."""
    browser.get("/gio-hang/", {"tinh": "79"})
    shown = browser.get("/thanh-toan/").context
    hidden = {"gio": shown["signed_basket"], "tong": f"{shown['quote'].total}"}
    return submit(browser, {**hidden, **ANSWERS, "province": "TP HCM", **answers})


def proposed(reply) -> list[dict]:
    return Elements(reply).all("input", type="radio", name="commune_code")


@pytest.mark.parametrize(
    "typed",
    [
        BEN_NGHE,
        "phường Bến Nghé, quận 1, TP HCM",
        "P. Bến Nghé, Q.1, TP. Hồ Chí Minh",
        "phuong ben nghe, quan 1",
    ],
)
def test_an_old_ward_with_its_district_is_recognised_and_the_ward_of_today_proposed(browser, typed):
    reply = send(browser, commune=typed)

    (choice,) = proposed(reply)
    assert reply.status_code == 422
    assert "Nơi này nay là phường Sài Gòn." in words_of(reply)
    assert "checked" in choice
    assert not OrderGroup.objects.exists()


def test_one_more_press_takes_the_proposal_and_keeps_the_old_name(browser):
    (choice,) = proposed(send(browser, commune=BEN_NGHE))

    order = send(browser, commune=BEN_NGHE, commune_code=choice["value"])

    group = OrderGroup.objects.get()
    assert order.status_code == 302
    assert group.commune_name == "phường Sài Gòn"
    assert group.address_as_typed == BEN_NGHE


def test_a_divided_ward_is_asked_about_and_nothing_is_chosen_beforehand(browser):
    ward = OldUnit.objects.filter(commune__province="79", share="part").first()
    typed = f"{ward.old_ward}, {ward.old_district}"

    reply = send(browser, commune=typed)

    assert len(proposed(reply)) > 1
    assert not any("checked" in choice for choice in proposed(reply))
    assert "Đơn vị này đã sắp xếp lại" in words_of(reply)
    chosen = proposed(reply)[1]["value"]
    assert send(browser, commune=typed, commune_code=chosen).status_code == 302
    assert OrderGroup.objects.get().commune_code == chosen


def test_a_doubtful_link_is_asked_about_too(browser):
    OldUnit.objects.filter(old_ward="Phường Bến Nghé", commune__province="79").update(doubtful=True)

    (choice,) = proposed(send(browser, commune=BEN_NGHE))

    assert "checked" not in choice
    assert not OrderGroup.objects.exists()


def test_an_old_province_leads_to_the_one_it_went_into(browser):
    answers = {"province": "Bình Thuận", "commune": "xã Hàm Liêm, huyện Hàm Thuận Bắc"}
    (choice,) = proposed(send(browser, **answers))

    order = send(browser, **answers, commune_code=choice["value"])

    group = OrderGroup.objects.get()
    assert order.status_code == 302
    assert group.province_name == "Tỉnh Lâm Đồng"
    assert group.address_as_typed == "xã Hàm Liêm, huyện Hàm Thuận Bắc, Bình Thuận"


def test_no_district_is_asked_for(browser):
    page = browser.get("/thanh-toan/")

    names = {field.get("name", "") for field in Elements(page).all("input")}
    assert not {name for name in names if "district" in name or "huyen" in name}


def test_a_name_of_today_leaves_no_old_one(browser):
    send(browser, commune="phường Sài Gòn")

    assert OrderGroup.objects.get().address_as_typed == ""


def test_the_old_name_is_printed_even_after_newer_units_are_loaded(browser):
    (choice,) = proposed(send(browser, commune=BEN_NGHE))
    url = send(browser, commune=BEN_NGHE, commune_code=choice["value"]).url
    group = OrderGroup.objects.get()
    parcel = group.parcels.get()
    move_parcel(parcel, to="confirmed")
    binh = Cast().person("binh")
    ProducerMember.objects.create(
        user=binh, producer=parcel.seller.producer, valid_from=clock.today()
    )
    counter = Client()
    counter.force_login(binh)
    load_old_units([])
    Commune.objects.filter(code=choice["value"]).update(
        name="Tên Mới", valid_to=clock.today() - timedelta(days=1)
    )

    own = f"/ban-hang/htx-mau-a/don/{parcel.order.number}/"
    pages = [browser.get(url), counter.get(f"{own}phieu/"), counter.get(f"{own}nhan/")]

    for page in pages:
        assert f"Tên cũ: {BEN_NGHE}" in words_of(page)
        assert "phường Sài Gòn" in words_of(page)
        assert "Tên Mới" not in words_of(page)
