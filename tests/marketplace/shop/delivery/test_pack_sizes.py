"""A pack's weight and size: entered by its producer, who reads what it is charged as."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from catalog.journal.models import AuditEvent
from marketplace.shop.listings.models import Listing
from tests.cast import Cast
from tests.marketplace.shop.listings.reading import words_of
from tests.marketplace.shop.ordering.purchases import fees, goods_of

pytestmark = pytest.mark.django_db
GOODS = "/ban-hang/htx-mau-a/hang/"


@pytest.fixture
def village():
    people = Cast()
    people.binh, people.chi
    people.tea = goods_of(people.producer_a, name="Chè Mẫu")
    return people


def typed(*sides, grams="300") -> dict:
    return {
        "weight_grams": grams,
        **dict(zip(("length_cm", "width_cm", "height_cm"), sides, strict=False)),
    }


def page_of(listing) -> str:
    return f"{GOODS}{listing.pk}/co-goi/"


def test_the_producer_reads_what_a_measured_pack_is_charged_as(village):
    fees(divisor=5_000)
    browser = village.browser("binh")

    kept = browser.post(page_of(village.tea), typed("30", "20", "10"), follow=True)

    assert "gửi 300 g, 30 × 20 × 10 cm, tính cước theo 1.200 g" in words_of(kept)
    assert "tính cước theo 1.200 g" in words_of(browser.get(GOODS))
    assert AuditEvent.objects.get(verb="pack.measured").after["length_cm"] == 30


def test_a_small_heavy_pack_is_charged_as_it_weighs(village):
    kept = village.browser("binh").post(
        page_of(village.tea), typed("10", "5", "5", grams="1.500"), follow=True
    )

    assert "tính cước theo 1.500 g" in words_of(kept)


def test_a_pack_never_measured_is_charged_as_it_weighs(village):
    assert "gửi 300 g, tính cước theo 300 g" in words_of(village.browser("binh").get(GOODS))


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        (("30", "20"), "Cao (cm): Ghi cả ba số đo, hoặc để trống cả ba."),
        (("30", "20", "0"), "Cao (cm)"),
        (("30", "20", "1,5"), "Cao (cm)"),
        (("301", "20", "10"), "Dài (cm)"),
    ],
)
def test_a_pack_is_measured_in_whole_centimetres_and_whole(village, sides, told):
    reply = village.browser("binh").post(page_of(village.tea), typed(*sides))

    assert reply.status_code == 422
    assert told in words_of(reply)
    assert Listing.objects.get().cubic_cm == 0


def test_the_database_refuses_a_pack_measured_in_part(village):
    with pytest.raises(IntegrityError), transaction.atomic():
        Listing.objects.update(length_cm=10)
    with pytest.raises(IntegrityError), transaction.atomic():
        Listing.objects.update(length_cm=10, width_cm=10, height_cm=0)


def test_a_new_pack_is_measured_when_it_is_entered(village):
    answers = {
        **typed("30", "20", "10", grams="1000"),
        "unit": "thùng",
        "pack": "thùng 2 hộp",
        "price": "200.000",
        "in_stock": "5",
    }

    page = village.browser("binh").post(
        f"{GOODS}them/{village.tea.product_id}/", {**answers, "is_active": "on"}, follow=True
    )

    assert "30 × 20 × 10 cm, tính cước theo 1.000 g" in words_of(page)


@pytest.mark.parametrize("who", ["guest", "an", "chi", "giang"])
def test_nobody_else_measures_a_producers_pack(village, who):
    browser = village.browser(who)
    answer = browser.post(page_of(village.tea), typed("30", "20", "10"))

    assert answer.status_code == (302 if who == "guest" else 404)
    smuggled = f"/ban-hang/htx-mau-b/hang/{village.tea.pk}/co-goi/"
    assert village.browser("chi").post(smuggled, typed("30", "20", "10")).status_code == 404
    assert Listing.objects.get().cubic_cm == 0


def test_the_goods_page_costs_the_same_for_thirty_packs(village):
    browser = village.browser("binh")

    def asked() -> int:
        browser.get(GOODS)
        with CaptureQueriesContext(connection) as caught:
            browser.get(GOODS)
        return len(caught)

    one = asked()
    for number in range(29):
        goods_of(village.producer_a, product=village.tea.product, pack=f"hộp số {number}")

    assert asked() == one
