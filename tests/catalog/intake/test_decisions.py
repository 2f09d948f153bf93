"""A decision with its products from a table: proposed by one officer, confirmed by another."""

import datetime as dt

import pytest

from catalog.decisions.models import Proposal
from catalog.decisions.services import confirm_many
from catalog.lib import clock
from catalog.register.models import Certificate, Producer, Product
from tests.cast import Cast
from tests.catalog.decisions.papers import TODAY, proposed
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProductSetFactory,
)

from .tables import DECISION, applied, cure, read, undone, verdicts

pytestmark = pytest.mark.django_db
NUMBER = "3981/QĐ-UBND"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def people():
    people = Cast()
    CommuneFactory()
    ProductSetFactory()
    people.hoa = people.person("hoa")
    return people


def row(name, producer="HTX Mẫu A", /, **changes):
    """One row of the decision, in the order of the heading."""
    told = {
        "name": name,
        "producer": producer,
        "kind": "",
        "commune": "",
        "set": "11",
        "star": "4 sao",
        "number": NUMBER,
        "day": "05/08/2026",
        "authority": "UBND tỉnh Lâm Đồng",
    }
    return list((told | changes).values())


def test_a_decision_of_forty_products_38_on_sale_and_two_that_wait_with_their_reason(people):
    CommuneFactory(code="22920", name="Tân Thành", unit_type="Phường")
    CommuneFactory(code="22921", name="Tân Thành", unit_type="Xã")
    products = [ProductFactory(producer=people.producer_a, name=f"Chè {n}") for n in range(40)]
    rows = [row(product.name) for product in products]
    rows[7] = row("Chè 7", commune="Tân Thành")
    rows[20] = row("Chè 20", set="Bộ trà lạ")

    batch = read("decision", DECISION, *rows, by=people.giang)
    assert not Proposal.objects.exists()
    applied(batch)
    outcome = confirm_many(Proposal.objects.waiting().order_by("pk"), by=people.hoa)

    assert (len(outcome.confirmed), outcome.waiting) == (38, [])
    on_sale = set(Product.objects.sellable_on(TODAY))
    assert on_sale == {p for p in products if p.name not in {"Chè 7", "Chè 20"}}
    assert cure(batch, 9) == [
        (
            "D9",
            "Có 2 nơi có thể là “Tân Thành”: phường Tân Thành, xã Tân Thành. Ghi rõ một nơi.",
        )
    ]
    assert cure(batch, 22) == [("E22", "Không có bộ sản phẩm này. Ghi số từ 1 đến 26.")]

    rows[7], rows[20] = row("Chè 7", commune="Phan Thiết"), row("Chè 20")
    mended = read("decision", DECISION, *rows, by=people.giang)
    assert [verdicts(mended).count(v) for v in ("same", "changed", "bad")] == [38, 2, 0]
    applied(mended)
    confirm_many(Proposal.objects.waiting(), by=people.hoa)
    assert Product.objects.sellable_on(TODAY).count() == 40
    assert set(verdicts(read("decision", DECISION, *rows, by=people.giang))) == {"same"}


def test_new_products_and_their_new_producer_come_with_the_decision(people):
    rows = [
        row("Chè Một", "HTX Mới Mẫu", kind="Hợp tác xã", commune="Phan Thiết"),
        row("Chè Hai", "HTX mới mẫu", kind="Hợp tác xã", commune="Phan Thiết"),
        row("Chè Ba", "HTX Lạ"),
    ]

    batch = applied(read("decision", DECISION, *rows, by=people.giang))

    producer = Producer.objects.get()
    assert set(producer.products.values_list("name", flat=True)) == {"Chè Một", "Chè Hai"}
    assert Proposal.objects.waiting().count() == 2
    assert not Certificate.objects.exists()
    assert "Chưa có chủ thể “HTX Lạ”" in cure(batch, 4)[0][1]
    assert set(verdicts(read("decision", DECISION, *rows, by=people.giang))) == {"same", "bad"}


@pytest.mark.parametrize(
    ("changes", "cell", "words"),
    [
        ({"star": "năm sao"}, "F2", "Hạng sao là một số"),
        ({"star": "5", "authority": "UBND tỉnh"}, None, ""),
        ({"star": "6"}, "F2", "Hạng sao là một số"),
        ({"day": "5 tháng 8"}, "H2", "Ghi ngày theo mẫu"),
        ({"day": "05/08/2027"}, "H2", "chưa tới"),
        ({"day": "05/08/0206"}, "H2", "Ghi ngày theo mẫu"),
        ({"number": ""}, "G2", "Còn trống"),
        ({"authority": " "}, "I2", "Còn trống"),
        ({"producer": ""}, "B2", "Còn trống"),
        ({"name": ""}, "A2", "Còn trống"),
    ],
)
def test_a_row_that_cannot_be_a_decision_names_its_cell_and_the_cure(people, changes, cell, words):
    ProductFactory(producer=people.producer_a, name="Chè")

    batch = read("decision", DECISION, row("Chè", **changes), by=people.giang)

    if cell is None:
        assert verdicts(batch) == ["changed"]
        assert batch.rows.get().plan["proposal"]["authority_level"] == "ministry"
    else:
        assert verdicts(batch) == ["bad"]
        assert [c for c, text in cure(batch, 2) if words in text] == [cell]


def test_what_stands_decides_whether_it_is_a_recognition_an_upgrade_or_a_downgrade(people):
    def product(name, **standing):
        made = ProductFactory(producer=people.producer_a, name=name)
        if standing:
            CertificateFactory(product=made, **standing)

    product("Mới")
    product("Lên", star=3, issued_on=dt.date(2024, 1, 1))
    product("Xuống", star=5, issued_on=dt.date(2024, 1, 1))
    product("Cũ hơn", star=3, issued_on=dt.date(2026, 9, 1))
    product("Trái", star=3, decision_no=NUMBER, issued_on=dt.date(2026, 8, 5))
    product("Có rồi", star=4, decision_no=NUMBER, issued_on=dt.date(2026, 8, 5))
    product("Đang chờ")
    proposed(Product.objects.get(name="Đang chờ"), people.hoa, star=3, decision_no="1/QĐ-UBND")
    names = ["Mới", "Lên", "Xuống", "Cũ hơn", "Trái", "Có rồi", "Đang chờ"]

    batch = read("decision", DECISION, *(row(name) for name in names), by=people.giang)

    found = [
        (r.verdict, r.plan.get("proposal", {}).get("kind")) for r in batch.rows.order_by("number")
    ]
    assert found == [
        ("changed", "recognise"),
        ("changed", "replace"),
        ("changed", "downgrade"),
        ("bad", None),
        ("bad", None),
        ("same", None),
        ("bad", None),
    ]
    assert "cũ hơn" in cure(batch, 5)[0][1]
    assert "3 sao" in cure(batch, 6)[0][1]
    assert "1/QĐ-UBND" in cure(batch, 8)[0][1]


def test_undoing_takes_back_what_waits_and_leaves_what_was_confirmed(people):
    ProducerFactory(name="HTX Mẫu Kia")
    batch = applied(
        read(
            "decision",
            DECISION,
            row("Chè Một", "HTX Mẫu Kia"),
            row("Chè Hai", "HTX Mẫu Kia"),
            by=people.giang,
        )
    )
    confirm_many(Proposal.objects.filter(product__name="Chè Một"), by=people.hoa)

    undone(batch)

    assert list(batch.rows.values_list("state", flat=True)) == ["kept", "undone"]
    assert "đã xác nhận" in batch.rows.get(number=2).told
    assert set(Product.objects.values_list("name", flat=True)) == {"Chè Một"}
    assert not Proposal.objects.waiting().exists()
