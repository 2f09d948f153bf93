"""Producers, products, papers: stored forms, free addresses, and words for what is wrong."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from catalog.register.models import Certificate, Producer, Product, ProductSet, RuleVersion
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProvinceFactory,
)

pytestmark = pytest.mark.django_db


def test_the_26_sets_stand_in_17_groups_and_6_sectors():
    for _ in range(2):
        call_command("load_register", verbosity=0)

    sets = ProductSet.objects.all()
    assert [s.set_no for s in sets] == list(range(1, 27))
    assert sorted({s.group_no for s in sets}) == list(range(1, 18))
    assert [s.group_no for s in sets] == sorted(s.group_no for s in sets)
    assert [s.sector_code for s in sets][::25] == ["I", "VI"]
    assert len({s.sector_code for s in sets}) == 6
    assert [s.set_no for s in sets if s.is_alcohol] == [14, 15]
    assert RuleVersion.objects.count() == 4
    assert RuleVersion.objects.get(effective_to=None).code == "26/2026/QĐ-TTg"


def test_loading_again_mends_a_changed_row():
    call_command("load_register", verbosity=0)
    ProductSet.objects.filter(set_no=11).update(name="sai")

    call_command("load_register", verbosity=0)

    assert ProductSet.objects.get(set_no=11).name == "Chè tươi, chè chế biến"


def test_two_products_of_one_name_get_two_addresses():
    slugs = [ProductFactory(name="Tinh bột nghệ", slug="").slug for _ in range(3)]

    assert slugs == ["tinh-bot-nghe", "tinh-bot-nghe-2", "tinh-bot-nghe-3"]


def test_a_name_without_latin_letters_still_gets_an_address():
    assert ProductFactory(name="★★★", slug="").slug == "san-pham"
    assert ProducerFactory(name="★" * 200, slug="").slug == "chu-the"


def test_the_folded_name_follows_the_name():
    product = ProductFactory(name="Chè Đắng", name_en="Bitter tea")
    assert product.folded == "che dang bitter tea"

    product.name = "Chè Xanh"
    product.save(update_fields=["name"])

    product.refresh_from_db()
    assert product.folded == "che xanh bitter tea"


def test_a_producer_is_stored_in_one_form():
    producer = ProducerFactory.build(
        name="  HTX   Mẫu ",
        phone="+84 912.345.678",
        tax_no="0100109106 001",
        commune=CommuneFactory(),
    )

    producer.full_clean()

    assert (producer.name, producer.phone) == ("HTX Mẫu", "0912345678")
    assert producer.tax_no == "0100109106-001"


def test_a_doubtful_tax_number_is_warned_of_and_not_refused():
    producer = ProducerFactory(tax_no="0100233487")

    producer.full_clean()

    assert "Bạn xem lại" in producer.tax_doubt
    assert ProducerFactory.build(tax_no="0100233488").tax_doubt == ""
    assert ProducerFactory.build(tax_no="").tax_doubt == ""


def test_wrong_fields_of_a_producer_are_named_with_their_cure():
    elsewhere = ProvinceFactory(code="01", name="Hà Nội")
    producer = ProducerFactory.build(phone="123", province=elsewhere, commune=CommuneFactory())

    with pytest.raises(ValidationError) as refusal:
        producer.full_clean()

    assert "0912 345 678" in refusal.value.message_dict["phone"][0]
    assert "Chọn lại" in refusal.value.message_dict["commune"][0]


@pytest.mark.parametrize(
    "gtin", ["9520000000005", "952000000004X", "12345", "９５２０００００００００１"]
)
def test_a_wrong_article_number_is_refused(gtin):
    product = ProductFactory()
    product.gtin = gtin

    with pytest.raises(ValidationError) as refusal:
        product.full_clean()

    assert "mã vạch" in refusal.value.message_dict["gtin"][0]


@pytest.mark.parametrize("gtin", ["", "4006381333931", "96385074", "036000291452"])
def test_a_right_article_number_is_taken(gtin):
    product = ProductFactory()
    product.gtin = gtin

    product.full_clean()


def test_an_empty_code_is_none_so_that_many_may_lack_one():
    products = [ProductFactory(), ProductFactory()]

    for product in products:
        product.code = " "
        product.full_clean()
        product.save()

    assert Product.objects.filter(code=None).count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"expires_on": dt.date(2020, 1, 1)}, "expires_on"),
        ({"extended_until": dt.date(2099, 1, 1)}, "extended_until"),
        ({"revoked_on": dt.date(2026, 11, 1)}, "revocation_ground"),
        (
            {"revoked_on": dt.date(2026, 11, 1), "revocation_ground": "stopped"},
            "revocation_decision_no",
        ),
    ],
)
def test_a_certificate_in_a_form_is_held_to_the_same_rules(changes, field):
    certificate = CertificateFactory()
    for name, value in changes.items():
        setattr(certificate, name, value)

    with pytest.raises(ValidationError) as refusal:
        certificate.full_clean()

    assert next(iter(refusal.value.message_dict)) == field


def test_the_address_names_what_is_known():
    producer = ProducerFactory(street="Thôn 1")

    assert producer.address == "Thôn 1, phường Phan Thiết, Tỉnh Lâm Đồng"


def test_every_model_has_words_for_itself():
    certificate = CertificateFactory(decision_no="1/QĐ", product__name="Chè")

    assert str(certificate) == "Chè: 4 sao, 1/QĐ"
    assert {m._meta.verbose_name for m in (Producer, Product, Certificate)} == {
        "chủ thể",
        "sản phẩm",
        "giấy chứng nhận",
    }
