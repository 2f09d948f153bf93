"""Producers and products from a table: seen before written, written once, put back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.intake import errors
from catalog.intake.services import ask_to_apply
from catalog.journal.models import AuditEvent, Job
from catalog.register.models import Producer, Product
from catalog.register.services import keep_entry
from tests.cast import Cast
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProductSetFactory,
    ProvinceFactory,
)

from .tables import PRODUCERS, PRODUCTS, applied, cure, read, sent, undone, verdicts

pytestmark = pytest.mark.django_db


@pytest.fixture
def giang():
    CommuneFactory()  # phường Phan Thiết in Lâm Đồng
    ProductSetFactory()
    return Cast().giang


def snapshot():
    return [
        list(model.objects.order_by("pk").values(*fields))
        for model, fields in (
            (Producer, ("pk", "name", "kind", "tax_no", "phone", "commune", "street")),
            (Product, ("pk", "name", "producer", "product_set", "ingredients")),
        )
    ]


def test_nothing_is_written_before_the_officer_says_so(giang):
    known = ProducerFactory(name="HTX Mẫu Cũ", phone="0900000000", tax_no="")

    batch = read(
        "producers",
        PRODUCERS,
        ["HTX Mẫu Mới", "HTX", "", "912345678", "Phan Thiết"],
        ["htx mẫu cũ", "Hợp tác xã", "", "+84 90 000 0001", "phường Phan Thiết"],
        ["HTX Mẫu Cũ ", "", "", "", "phan thiet"],
        ["", "", "", "", ""],
        ["Nhà Lạ", "Tập đoàn", "", "123", "Xã Không Có"],
        by=giang,
    )

    assert batch.stage == "ready"
    assert verdicts(batch) == ["new", "changed", "bad", "bad"]
    changed = batch.rows.get(verdict="changed")
    assert changed.changes == [["Điện thoại", "0900000000", "0900000001"]]
    assert Producer.objects.count() == 1
    known.refresh_from_db()
    assert known.phone == "0900000000"
    assert cure(batch, 6) == [
        ("E6", "Không có xã, phường nào tên “Xã Không Có”. Ghi tên theo đơn vị từ 1/7/2025."),
        ("B6", "Không rõ loại hình. Ghi ví dụ: Hợp tác xã, Hộ sản xuất."),
        ("D6", "Số điện thoại chưa đúng. Ghi 10 số, ví dụ 0912 345 678."),
    ]
    assert [cell for cell, _ in cure(batch, 4)] == ["B4"]


def test_rows_are_written_and_the_same_table_again_changes_nothing(giang):
    known = ProducerFactory(name="HTX Mẫu Cũ")
    rows = [
        PRODUCERS,
        ["HTX Mẫu Mới", "HTX", "", "912345678", "Phan Thiết"],
        ["HTX Mẫu Cũ", "hộ", "", "", "Phan Thiết"],
    ]

    applied(read("producers", *rows, by=giang))

    new = Producer.objects.get(name="HTX Mẫu Mới")
    assert (new.phone, new.province_id, new.slug) == ("0912345678", "68", "htx-mau-moi")
    known.refresh_from_db()
    assert known.kind == "household"
    verbs = AuditEvent.objects.filter(verb__startswith="producer").order_by("pk")
    assert [(e.verb, e.actor, e.before) for e in verbs] == [
        ("producer.changed", giang, {"kind": "cooperative"}),
        ("producer.entered", giang, None),
    ]
    before = snapshot()

    again = read("producers", *rows, by=giang)
    assert verdicts(again) == ["same", "same"]
    applied(again)

    assert snapshot() == before


def test_products_find_their_producer_by_name_or_tax_number(giang):
    one = ProducerFactory(name="HTX Mẫu Một")
    two = ProducerFactory(name="HTX Mẫu Hai", tax_no="0101234567")
    ProducerFactory(name="HTX Trùng")
    ProducerFactory(name="HTX Trùng")
    ProducerFactory(name="HTX Xa", commune=Cast().commune_b)
    existing = ProductFactory(name="Chè Cũ", producer=one)

    batch = read(
        "products",
        [*PRODUCTS, "MST"],
        ["Chè Mới", "HTX mau mot", "11. Chè", "", ""],
        ["Chè cũ", "HTX Mẫu Một", "Bộ 11", "Lá chè", ""],
        ["Cá Khô", "Tên cũ của HTX", "11", "", "101234567"],
        ["Kẹo", "HTX Trùng", "11", "", ""],
        ["Bánh", "HTX Xa", "11", "", ""],
        ["Mứt", "HTX Mẫu Một", "27", "", ""],
        ["Chè mới", "HTX Mẫu Một", "11", "", ""],
        by=giang,
    )

    assert verdicts(batch) == ["new", "changed", "new", "bad", "bad", "bad", "bad"]
    assert [cure(batch, n)[0][0] for n in (5, 6, 7, 8)] == ["B5", "B6", "C7", "A8"]
    applied(batch)
    existing.refresh_from_db()
    assert existing.ingredients == "Lá chè"
    assert set(one.products.values_list("name", flat=True)) == {"Chè Cũ", "Chè Mới"}
    assert two.products.get().name == "Cá Khô"


def test_new_names_that_exist_elsewhere_get_addresses_of_their_own(giang):
    ProductFactory(name="Chè Sen", slug="che-sen")
    for n in range(3):
        ProducerFactory(name=f"HTX Mẫu {n}")

    applied(
        read(
            "products",
            PRODUCTS,
            *(["Chè Sen", f"HTX Mẫu {n}", "11", ""] for n in range(3)),
            by=giang,
        )
    )

    slugs = list(Product.objects.values_list("slug", flat=True))
    assert len(set(slugs)) == len(slugs) == 4


def test_an_officer_writes_nothing_of_another_place(giang):
    ha_giang = CommuneFactory(
        code="00691", name="Hà Giang 1", province=ProvinceFactory(code="08", name="Tuyên Quang")
    )
    batch = read(
        "producers",
        [*PRODUCERS, "Tỉnh"],
        ["HTX Mẫu Mới", "HTX", "", "", ha_giang.name, "Tuyên Quang"],
        by=giang,
    )
    assert verdicts(batch) == ["bad"]
    assert "không thuộc địa bàn" in cure(batch, 2)[0][1]

    of_commune = read(
        "producers",
        PRODUCERS,
        ["HTX Mẫu Mới", "HTX", "", "", "Phan Thiết"],
        by=giang,
        provinces=(),
        communes=("22918",),
    )
    assert verdicts(of_commune) == ["new"]


def test_what_somebody_changed_since_the_preview_is_not_overwritten(giang):
    one, two = ProducerFactory(name="HTX Mẫu Một"), ProducerFactory(name="HTX Mẫu Hai")
    batch = read(
        "producers",
        PRODUCERS,
        ["HTX Mẫu Một", "HTX", "", "0912345678", "Phan Thiết"],
        ["HTX Mẫu Hai", "HTX", "", "0912345679", "Phan Thiết"],
        by=giang,
    )
    one.phone = "0987654321"
    keep_entry(one, by=giang)

    applied(batch)

    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.phone, two.phone) == ("0987654321", "0912345679")
    assert list(batch.rows.values_list("state", flat=True)) == ["failed", "applied"]
    assert "đã đổi từ lúc xem trước" in batch.rows.get(number=2).told


def test_undoing_puts_back_what_nobody_touched_and_names_the_rest(giang):
    known = ProducerFactory(name="HTX Mẫu Cũ")
    ProducerFactory(name="HTX Mẫu Kia")
    before = snapshot()
    makers = applied(
        read(
            "producers",
            PRODUCERS,
            ["HTX Mẫu Mới", "HTX", "", "", "Phan Thiết"],
            ["HTX Mẫu Cũ", "hộ", "", "0912345678", "Phan Thiết"],
            by=giang,
        )
    )
    goods = applied(
        read(
            "products",
            PRODUCTS,
            ["Chè Một", "HTX Mẫu Mới", "11", ""],
            ["Chè Hai", "HTX Mẫu Cũ", "11", ""],
            ["Chè Ba", "HTX Mẫu Kia", "11", ""],
            by=giang,
        )
    )
    CertificateFactory(product=Product.objects.get(name="Chè Ba"))

    early = undone(makers)
    assert list(early.rows.values_list("state", flat=True)) == ["kept", "undone"]
    assert "nơi khác dùng đến: HTX Mẫu Mới" in early.rows.get(number=2).told
    known.refresh_from_db()
    assert known.kind == "cooperative"

    undone(goods)

    assert list(goods.rows.values_list("state", flat=True)) == ["undone", "undone", "kept"]
    assert set(Product.objects.values_list("name", flat=True)) == {"Chè Ba"}
    assert snapshot()[0][:2] == before[0]


def test_two_presses_write_once(giang):
    batch = read("producers", PRODUCERS, ["HTX Mẫu Mới", "HTX", "", "", "Phan Thiết"], by=giang)
    ask_to_apply(batch, by=giang)
    jobs_before = Job.objects.count()

    with pytest.raises(errors.NotAtThatStage):
        ask_to_apply(batch, by=giang)

    assert Job.objects.count() == jobs_before


def test_a_table_without_its_columns_says_which_are_missing(giang):
    batch = read("products", ["Tên sản phẩm", "Ghi chú"], ["Chè", "x"], by=giang)

    assert batch.stage == "refused"
    assert batch.problem.startswith("Bảng thiếu cột: Chủ thể, Bộ sản phẩm.")
    assert not batch.rows.exists()


def test_a_stopped_table_can_be_gone_on_with(giang):
    from catalog.journal import jobs

    batch = read("producers", PRODUCERS, ["HTX Mẫu Mới", "HTX", "", "", "Phan Thiết"], by=giang)
    jobs.cancel(ask_to_apply(batch, by=giang))
    batch.refresh_from_db()
    assert not Producer.objects.exists()

    applied(batch)

    assert Producer.objects.count() == 1


def test_reading_asks_hardly_more_for_two_hundred_rows_than_for_one(giang):
    from catalog.journal import jobs

    for n in range(200):
        ProducerFactory(name=f"HTX Mẫu {n}")

    def questions(count):
        batch = sent(
            "products",
            PRODUCTS,
            *([f"Chè {n}", f"HTX Mẫu {n}", "11", ""] for n in range(count)),
            by=giang,
        )
        with CaptureQueriesContext(connection) as asked:
            jobs.run(batch.job_id)
        batch.refresh_from_db()
        with CaptureQueriesContext(connection) as written:
            jobs.run(ask_to_apply(batch, by=giang).pk)
        assert batch.rows.filter(state="applied").count() == count
        Product.objects.all().delete()
        return len(asked), len(written)

    few, many = questions(1), questions(200)
    assert many[0] - few[0] <= 2
    assert many[1] - few[1] <= 12  # statements of a hundred rows each
