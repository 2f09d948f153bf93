"""Cards follow the register, the goods and the stock, whoever changes them and how."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models import F

from catalog.lib import clock
from catalog.register import services
from catalog.register.models import Certificate
from marketplace.shop.listings.models import Listing, ProductCard
from marketplace.shop.listings.selectors.cards import (
    cards_of_products,
    cards_on,
    newest_cards,
)
from marketplace.shop.listings.services.cards import note_stock_change
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProvinceFactory,
)
from tests.factories.shop import StockRecord, on_sale, seller_of

pytestmark = pytest.mark.django_db


def on_sale_today():
    """Names on sale today, the newest recognition first."""
    return [card.name for card in newest_cards(clock.today(), limit=50)]


def test_a_card_says_what_the_register_says():
    listing = on_sale(name="Chè Shan Mẫu", name_en="Shan tea", price=285_000, pack="hộp 200 g")
    product, certificate = listing.product, listing.product.certificates.get()

    card = ProductCard.objects.get()

    assert (card.name, card.name_en, card.slug) == ("Chè Shan Mẫu", "Shan tea", product.slug)
    assert (card.star, card.decision_no) == (4, certificate.decision_no)
    assert card.recognised_on == card.sells_from == certificate.issued_on
    assert card.sells_until == certificate.expires_on
    assert (card.province_code, card.province_name, card.province_name_en) == (
        "68", "Lâm Đồng", "Lam Dong",
    )  # fmt: skip
    assert (card.price, card.pack, card.packs, card.price_band) == (285_000, "hộp 200 g", 1, 2)
    assert (card.set_no, card.group_no, card.is_alcohol) == (11, 11, False)
    assert card.in_stock


def test_each_window_has_its_own_card_and_star():
    today = clock.today()
    listing = on_sale(certificate=())
    first = CertificateFactory(product=listing.product, star=3)
    later = CertificateFactory(
        product=listing.product, star=5, issued_on=today + timedelta(10), authority_level="ministry"
    )

    windows = ProductCard.objects.order_by("sells_from").values_list(
        "star", "sells_from", "sells_until"
    )

    assert list(windows) == [
        (3, first.issued_on, today + timedelta(9)),
        (5, today + timedelta(10), later.expires_on),
    ]


def test_granting_extending_replacing_and_revoking_move_the_windows():
    today = clock.today()
    listing = on_sale(certificate=())
    assert not ProductCard.objects.exists()

    granted = services.grant_certificate(
        listing.product,
        star=3,
        decision_no="1/QĐ-MẪU",
        authority="UBND tỉnh",
        authority_level="province",
        issued_on=today - timedelta(300),
        expires_on=today,
    )
    assert cards_on(today).get().star == 3
    assert not cards_on(today + timedelta(1)).exists()

    services.extend_certificate(granted, until=today + timedelta(90))
    assert cards_on(today + timedelta(90)).get().star == 3

    new = services.replace_certificate(
        granted,
        star=4,
        decision_no="2/QĐ-MẪU",
        authority="UBND tỉnh",
        authority_level="province",
        issued_on=today,
    )
    assert cards_on(today).get().decision_no == "2/QĐ-MẪU"

    services.revoke_certificate(new, ground="law_broken", decision_no="3/QĐ-MẪU")
    assert not cards_on(today).exists()


def ended(listing):
    listing.product.certificates.get().delete()


def below(listing):
    listing.product.certificates.get().delete()
    CertificateFactory(product=listing.product, star=2)


def revoked(listing):
    listing.product.certificates.get().delete()
    CertificateFactory(product=listing.product, revoked=True)


def expired(listing):
    listing.product.certificates.get().delete()
    CertificateFactory(product=listing.product, expired=True)


def not_made(listing):
    listing.product.is_active = False
    listing.product.save()


def closed(listing):
    listing.product.producer.is_active = False
    listing.product.producer.save()


def suspended(listing):
    seller = listing.product.producer.seller
    seller.suspended_at = clock.now()
    seller.save()


def no_seller(listing):
    listing.product.producer.seller.delete()


def taken_off(listing):
    listing.is_active = False
    listing.save()


def deleted(listing):
    listing.delete()


def without_price(listing):
    record = StockRecord.objects.get(product=listing.oscar_product)
    record.price = None
    record.save()


def without_record(listing):
    StockRecord.objects.get(product=listing.oscar_product).delete()


@pytest.mark.parametrize(
    "happen",
    [
        ended, below, revoked, expired, not_made, closed, suspended, no_seller,
        taken_off, deleted, without_price, without_record,
    ],
)  # fmt: skip
def test_what_may_not_be_sold_has_no_card_today(happen):
    listing = on_sale(name="Chè Mẫu")
    on_sale(name="Mật ong Mẫu")
    assert sorted(on_sale_today()) == ["Chè Mẫu", "Mật ong Mẫu"]

    happen(Listing.objects.select_related("product__producer__seller").get(pk=listing.pk))

    assert on_sale_today() == ["Mật ong Mẫu"]


def test_a_seller_who_is_let_back_sells_again():
    listing = on_sale(name="Chè Mẫu")
    seller = seller_of(listing.product.producer)
    seller.suspended_at = clock.now()
    seller.save()
    assert on_sale_today() == []

    seller.suspended_at = None
    seller.save()

    assert on_sale_today() == ["Chè Mẫu"]


def test_the_card_shows_the_cheapest_pack_and_counts_the_packs():
    product = ProductFactory()
    on_sale(product=product, pack="hộp 500 g", price=300_000)
    on_sale(product=product, pack="gói 100 g", price=70_000, stock=0)
    on_sale(product=product, pack="hộp 1 kg", price=550_000)

    card = ProductCard.objects.get()

    assert (card.price, card.pack, card.packs, card.price_band) == (70_000, "gói 100 g", 3, 1)
    assert card.in_stock


def test_a_producer_who_moves_takes_all_cards_along():
    producer = ProducerFactory(name="HTX Mẫu A", short_name="Mẫu A")
    for name in ("Chè Mẫu", "Mật ong Mẫu"):
        on_sale(name=name, producer=producer)
    far = CommuneFactory(
        code="00691", name="Hà Giang 1", province=ProvinceFactory(code="08", name="Tuyên Quang")
    )

    producer.short_name, producer.commune, producer.province = "Mẫu B", far, far.province
    producer.save()

    says = set(ProductCard.objects.values_list("producer_name", "province_code", "province_name"))
    assert says == {("Mẫu B", "08", "Tuyên Quang")}


def test_the_last_piece_turns_the_card_to_out_of_stock():
    listing = on_sale(stock=2)
    records = StockRecord.objects.filter(product=listing.oscar_product)

    records.update(num_allocated=1)
    assert note_stock_change(records.values_list("pk", flat=True)) == 0
    assert ProductCard.objects.get().in_stock

    records.update(num_allocated=F("num_allocated") + 1)
    assert note_stock_change(records.values_list("pk", flat=True)) == 1
    assert not ProductCard.objects.get().in_stock

    records.update(num_allocated=1)
    assert note_stock_change(records.values_list("pk", flat=True)) == 1
    assert ProductCard.objects.get().in_stock


def test_a_card_stays_in_stock_while_another_pack_is_left():
    product = ProductFactory()
    small = on_sale(product=product, pack="gói 100 g", stock=1)
    on_sale(product=product, pack="hộp 500 g", stock=1)
    sold_out = StockRecord.objects.filter(product=small.oscar_product)
    sold_out.update(num_allocated=1)

    assert note_stock_change([sold_out.get().pk]) == 0
    assert ProductCard.objects.get().in_stock


def test_refresh_cards_mends_what_was_changed_by_hand(capsys):
    listing = on_sale(name="Chè Mẫu", price=100_000)
    gone = on_sale(name="Mật ong Mẫu")
    StockRecord.objects.filter(product=listing.oscar_product).update(price=80_000)
    yesterday = clock.today() - timedelta(1)
    Certificate.objects.filter(product=gone.product).update(
        revoked_on=yesterday, revocation_ground="stopped"
    )
    ProductCard.objects.filter(product=gone.product).update(name="Mật ong giả")

    call_command("refresh_cards")

    cards = cards_on(clock.today()).values_list("name", "price")
    assert list(cards) == [("Chè Mẫu", 80_000)]
    assert ProductCard.objects.get(product=gone.product).name == "Mật ong Mẫu"
    assert "2 cards changed" in capsys.readouterr().out

    call_command("refresh_cards")
    assert "0 cards changed" in capsys.readouterr().out


def test_chosen_cards_come_in_the_order_asked_without_those_not_on_sale():
    tea, honey = on_sale(name="Chè Mẫu"), on_sale(name="Mật ong Mẫu")
    ended_today = CertificateFactory(product=ProductFactory(name="Cũ"), expired=True).product

    asked = [honey.product_id, ended_today.pk, 999_999, tea.product_id]

    assert [c.name for c in cards_of_products(asked, day=clock.today())] == [
        "Mật ong Mẫu",
        "Chè Mẫu",
    ]
