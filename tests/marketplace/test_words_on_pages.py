"""A walk in each language: no word of the other one on the way.

All data here is without marks, so a letter with marks on an English page is a word of ours.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from wagtail.models import Locale

from catalog.journal.outbox import drain
from catalog.lib import clock
from catalog.register.models import Paper
from cms.demo import plant_home, plant_news_index
from marketplace.accounts.models import ProducerMember
from tests.cast import Cast
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProductSetFactory,
    ProvinceFactory,
)
from tests.factories.shop import on_sale
from tests.interface import read, words_of
from tests.marketplace.shop.ordering.purchases import address, basket_with, fees, order
from tests.marketplace.test_headers import OWN
from tests.marketplace.test_words import MARKED

pytestmark = pytest.mark.django_db
# Names that English keeps: the site's, the decree's, the currency's own sign.
KEPT = re.compile(r"Làng Sao|NĐ-CP|₫|Tiếng Việt|(phường Phan Thiết, |example )Lâm Đồng")
# Makers, places and papers of the parts page.
SAMPLES = re.compile(
    r"(HTX|Công ty TNHH|Cơ sở) Mẫu[^·]*|Tuyên Quang|Lâm Đồng|Hà Nội|Đắk Lắk|QĐ-MẪU"
    r"|Bộ Nông nghiệp và Môi trường"
)
ENGLISH = re.compile(
    r"\b(the|your|you|please|password|sign|address|enter|field|required|code|account|with|this"
    r"|products?|producers?|basket|order|search|home|page|price|stock|stars?|decision|from|until"
    r"|delivery|total|items?|filters?|sort|results?|add|remove|not|is|are|of|and|to|for)\b",
    re.IGNORECASE,
)
PREFIX = {"vi": "", "en": "/en"}


@pytest.fixture
def village():
    """A shop with one of everything a page can say, and a home page in both languages."""
    for code in PREFIX:
        locale, _ = Locale.objects.get_or_create(language_code=code)
        plant_news_index(plant_home(code, locale), code, locale)
    place = ProvinceFactory(code="68", name="Lam Dong", full_name="Lam Dong")
    commune = CommuneFactory(name="Phan Thiet", unit_type="Phuong", province=place)
    maker = ProducerFactory(
        name="HTX Mau", slug="htx-mau", commune=commune, street="So 1", tax_no="0000000000",
        registration_no="42", representative="An",
    )  # fmt: skip
    tea = ProductSetFactory(name="Che", name_en="Tees", group_name="Che", group_name_en="Tees")
    spirit = ProductSetFactory(
        set_no=14, name="Ruou", name_en="Vodka", group_name="Ruou", group_name_en="Vodka"
    )
    common = {"producer": maker, "product_set": tea}
    told = {"decision_no": "7/QD", "authority": "UBND"}
    plain = ProductFactory(name="Che Shan", slug="che-shan", code="08-1", gtin="", **common)
    CertificateFactory(product=plain, **told)
    Paper.objects.create(
        producer=maker, product=plain, kind="test_report", number="12", issuer="QT"
    )
    on_sale(product=plain, pack="H 200 g", stock=12)
    on_sale(product=plain, pack="H 500 g", price=230_000, stock=0)
    day = clock.today()
    ended = {
        "het-han": {"issued_on": day - timedelta(900), "expires_on": day - timedelta(3)},
        "thu-hoi": {"revoked_on": day, "revocation_ground": "law_broken"},
        "gia-han": {"expires_on": day - timedelta(3), "extended_until": day + timedelta(60)},
        "hai-sao": {"star": 2},
    }
    for slug, fields in ended.items():
        product = ProductFactory(name=slug, slug=slug, **common)
        CertificateFactory(product=product, **told, **fields)
        on_sale(product=product, pack="H 200 g")
    ProductFactory(name="chua-ro", slug="chua-ro", **common)
    ruou = ProductFactory(name="Ruou", slug="ruou", producer=maker, product_set=spirit)
    CertificateFactory(product=ruou, **told)
    on_sale(product=ruou, pack="C 500 ml")
    fees()
    sold = ProductFactory(name="Che Xanh", slug="che-xanh", **common)
    CertificateFactory(product=sold, **told)
    return on_sale(product=sold, pack="H 1")


GUEST = [
    "/", "/san-pham/", "/san-pham/?sao=4&nhom=11&tinh=68&gia=1&con_hang=1", "/san-pham/?q=khong",
    "/san-pham/?q=che", "/san-pham/?nhom=14", "/san-pham/che-shan/", "/san-pham/het-han/",
    "/san-pham/thu-hoi/", "/san-pham/gia-han/", "/san-pham/hai-sao/", "/san-pham/chua-ro/",
    "/san-pham/ruou/", "/chu-the/", "/chu-the/?tinh=01", "/chu-the/htx-mau/", "/gio-hang/",
    "/don-hang/", "/cau-chuyen/", "/khong-co/", "/tai-khoan/login/", "/tai-khoan/signup/",
    "/tai-khoan/password/reset/", "/tai-khoan/password/reset/done/", "/tai-khoan/confirm-email/",
    "/tai-khoan/mo/khong-co/",
]  # fmt: skip


def foreign(pieces: list[str], language: str) -> list[str]:
    """The pieces that are in the other language."""
    alien = MARKED if language == "en" else ENGLISH
    return [piece for piece in pieces if alien.search(KEPT.sub("", piece))]


class Walk:
    """A visitor who keeps to one language and writes down every piece in the other."""

    def __init__(self, language: str, client: Client | None = None) -> None:
        self.language, self.client, self.alien = language, client or Client(), []

    def to(self, path: str, **data) -> int:
        address = path if path.startswith("/en/") else PREFIX[self.language] + path
        status, pieces = read(self.client, address, self.language, **data)
        self.alien += [f"{path}: {piece}" for piece in foreign(pieces, self.language)]
        return status

    def go(self, path: str, **data) -> str:
        """Press a button that leads elsewhere; the answer is where."""
        headers = {"sec-fetch-site": "same-origin"}
        response = self.client.post(PREFIX[self.language] + path, data, headers=headers)
        assert response.status_code in {302, 303}, (path, response.status_code)
        return response.headers["Location"].removeprefix("/en")


@pytest.mark.parametrize("language", PREFIX)
def test_guest_reads_one_language_on_every_page(village, language):
    walk = Walk(language)
    assert {walk.to(path) for path in GUEST} == {200, 404}
    walk.client.cookies["du_tuoi"] = "1"
    assert walk.to("/san-pham/ruou/") == 200
    assert walk.alien == []


@pytest.mark.parametrize("language", PREFIX)
def test_purchase_speaks_one_language_to_the_letter(village, language):
    walk = Walk(language)
    listing = str(village.pk)
    assert walk.to("/gio-hang/them/", listing=listing, quantity="1.5") == 422
    assert walk.to("/gio-hang/them/", listing=listing, quantity="999") == 409
    assert walk.to("/gio-hang/them/", listing="0", quantity="1") == 404
    walk.go("/gio-hang/them/", listing=listing, quantity="2")
    for path in ("/gio-hang/", "/gio-hang/?tinh=xyz", "/gio-hang/?tinh=68", "/thanh-toan/"):
        assert walk.to(path) == 200
    buyer = {"name": "An", "phone": "0912345678", "province": "68", "commune": "Phan Thiet",
             "street": "12", "email": "an@example.vn"}  # fmt: skip
    assert walk.to("/thanh-toan/", name="", phone="12", province="68", commune="xyz") == 422
    assert walk.to("/thanh-toan/", **buyer, tong="1") == 409
    shown = walk.client.get(PREFIX[language] + "/thanh-toan/").content.decode()
    total = re.search(r'name="tong" value="(\d+)"', shown)[1]
    order = walk.go("/thanh-toan/", **buyer, tong=total)
    assert walk.to(order) == 200
    assert walk.to("/don-hang/", code="7KQ4M2ZP9X", phone="0912345678") == 422
    drain()
    assert letters_in_other_than(language) == []
    assert walk.alien == []


@pytest.mark.parametrize("language", PREFIX)
def test_seller_and_buyer_follow_an_order_in_one_language(village, language):
    people = Cast()
    producer = village.product.producer
    ProducerMember.objects.create(user=people.lan, producer=producer, valid_from=people.day)
    placed = order(
        basket_with(village, owner=people.an), user=people.an, language=language,
        where=address(name="An", street="12", email="an@example.vn"),
    ).group  # fmt: skip
    seller, buyer = Walk(language, people.browser("lan")), Walk(language, people.browser("an"))
    shop, number = f"/ban-hang/{producer.slug}/", placed.parcels.get().order.number
    pages = ["", "don/", f"don/{number}/", "don/soan-hang/", "hang/", f"hang/{village.pk}/"]
    pages.append(f"hang/them/{village.product_id}/")
    assert {seller.to(shop + page) for page in pages} == {200}
    seller.go(f"{shop}don/{number}/buoc/", buoc="confirmed")
    pages = ["don/soan-hang/", f"don/{number}/", f"don/{number}/phieu/", f"don/{number}/nhan/"]
    assert {seller.to(shop + page) for page in [*pages, ""]} == {200}
    own = ["/don-hang/cua-toi/", f"/don-hang/{placed.code}/", f"/don-hang/{placed.code}/huy/1/"]
    assert {buyer.to(page) for page in own} == {200}
    buyer.go(own[-1])
    assert buyer.to(own[1]) == 200
    drain()
    assert letters_in_other_than(language) == []
    assert seller.alien + buyer.alien == []


@pytest.mark.parametrize("language", PREFIX)
def test_accounts_speak_one_language_to_the_letter(language):
    people = Cast()
    walk = Walk(language, people.browser("dung"))
    assert {walk.to(path) for path in OWN} == {200}
    guest = Walk(language)
    assert guest.to("/tai-khoan/login/", login="a@example.vn", password="x") == 200
    assert guest.to("/tai-khoan/signup/", name="", email="a", password1="123") == 200
    guest.go("/tai-khoan/password/reset/", email=people.an.email)
    Walk(language).go("/tai-khoan/password/reset/", email="ai@example.vn")
    own = {"name": "Moi", "email": "moi@example.vn", "password1": "mat-khau-rieng-9"}
    Walk(language).go("/tai-khoan/signup/", **own)
    assert len(mail.outbox) == 3
    assert letters_in_other_than(language) == []
    assert walk.alien + guest.alien == []


@pytest.mark.parametrize("language", PREFIX)
def test_parts_page_speaks_one_language(language):
    walk = Walk(language, Cast().browser("sau"))
    assert walk.to("/_parts/") == 200
    assert foreign([SAMPLES.sub("", piece) for piece in walk.alien], language) == []


@pytest.mark.parametrize("language", PREFIX)
def test_refused_form_is_explained_in_the_language_of_its_page(language):
    walk = Walk(language, Client(enforce_csrf_checks=True))
    assert walk.to("/tai-khoan/login/", login="x") == 403
    assert walk.alien == []


def letters_in_other_than(language: str) -> list[str]:
    """Subjects and sentences of the letters sent that are in the other language."""
    pieces = []
    for letter in mail.outbox:
        pieces += [letter.subject, *re.sub(r"\S+@\S+|https?://\S+", "", letter.body).splitlines()]
        pieces += words_of(letter.alternatives[0][0], language)
    return foreign(pieces, language)
