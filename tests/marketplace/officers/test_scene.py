"""The scene: a decision of forty products from a spreadsheet, and a colleague who confirms it."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.decisions.models import Proposal
from catalog.intake.models import Batch
from catalog.journal import jobs
from catalog.lib import clock
from catalog.lib.sheets import Sheet, as_xlsx
from catalog.register.models import Certificate
from marketplace.accounts.models import OfficerPost
from tests.cast import Cast, signed_in
from tests.catalog.intake.tables import DECISION
from tests.factories.register import CommuneFactory, ProductFactory
from tests.factories.shop import on_sale

pytestmark = pytest.mark.django_db
NUMBER = "3981/QĐ-UBND"


def on_the_shelf(browser) -> int:
    """How many of the decision's products the shop's list shows."""
    pages = "".join(
        browser.get(f"/san-pham/?q=che+doi&trang={number}").content.decode() for number in (1, 2)
    )
    return sum(f"Chè Đồi Số {n}<" in pages for n in range(100, 140))


@pytest.fixture
def village():
    """Forty products with price and stock, none of them recognised."""
    people = Cast()
    CommuneFactory(code="22920", name="Tân Thành", unit_type="Phường")
    CommuneFactory(code="22921", name="Tân Thành", unit_type="Xã")
    people.hoa = people.person("hoa")
    OfficerPost.objects.create(
        user=people.hoa, province=people.commune_a.province, valid_from=people.day
    )
    for n in range(100, 140):
        product = ProductFactory(producer=people.producer_a, name=f"Chè Đồi Số {n}")
        on_sale(product=product, certificate=False)
    assert not Certificate.objects.exists()
    return people


def spreadsheet() -> SimpleUploadedFile:
    day = f"{clock.today():%d/%m/%Y}"
    rows = [
        [
            f"Chè Đồi Số {n}",
            "HTX Mẫu A",
            "",
            "Tân Thành" if n == 107 else "",
            "bộ 99" if n == 120 else "11",
            4,
            NUMBER,
            day,
            "UBND tỉnh Lâm Đồng",
        ]
        for n in range(100, 140)
    ]
    return SimpleUploadedFile("quyết định.xlsx", as_xlsx(Sheet("Bảng", DECISION, rows)))


def pressed(browser, url):
    """Press a button that leaves a job, and let the worker do it."""
    answer = browser.post(url)
    assert jobs.run(answer.url.rstrip("/").rpartition("/")[2]) == "done"


def test_38_of_forty_are_on_sale_a_second_after_a_colleague_confirms(village):
    guest, giang, hoa = village.browser(), village.browser("giang"), signed_in(village.hoa)
    began = time.process_time()
    giang.post("/can-bo/nhap/", {"subject": "decision", "file": spreadsheet()})
    assert time.process_time() - began < 2
    batch = Batch.objects.get()
    assert jobs.run(batch.job_id) == "done"
    preview = giang.get(f"/can-bo/nhap/{batch.pk}/").content.decode()
    assert "Ghi 38 dòng vào sổ" in preview
    assert "phường Tân Thành, xã Tân Thành" in preview
    assert "Không có bộ sản phẩm này" in preview
    pressed(giang, f"/can-bo/nhap/{batch.pk}/ghi/")
    assert on_the_shelf(guest) == 0

    page = hoa.get("/can-bo/quyet-dinh/cho/", {"so": NUMBER})
    chosen = [line["proposal"].pk for line in page.context["lines"]]
    began = time.process_time()
    answer = hoa.post("/can-bo/quyet-dinh/xac-nhan/", {"so": NUMBER, "chon": chosen})

    assert answer.status_code == 302
    assert on_the_shelf(guest) == 38
    assert time.process_time() - began < 3  # of CPU, two pages of the shop among them
    assert Proposal.objects.filter(state="confirmed").count() == 38
    left = {row.cells["name"] for row in batch.rows.filter(verdict="bad")}
    assert left == {"Chè Đồi Số 107", "Chè Đồi Số 120"}
