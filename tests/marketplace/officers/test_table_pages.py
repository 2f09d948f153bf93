"""Tables over HTTP: sent, looked at, written, mended; never another officer's."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from catalog.intake.models import Batch
from catalog.journal import jobs
from catalog.journal.models import Job
from catalog.lib.sheets_read import read_table
from catalog.register.models import Producer
from tests.cast import Cast
from tests.catalog.intake.tables import PRODUCERS, csv_of, read
from tests.factories.register import CommuneFactory, ProductSetFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    CommuneFactory()
    ProductSetFactory()
    return Cast()


def file_of(*rows):
    return SimpleUploadedFile("chủ thể.csv", csv_of(*rows).read())


def test_a_table_is_sent_looked_at_and_written(people):
    browser = people.browser("giang")

    answer = browser.post(
        "/can-bo/nhap/",
        {
            "subject": "producers",
            "file": file_of(PRODUCERS, ["HTX Mẫu Mới", "HTX", "", "", "Phan Thiết"]),
        },
    )
    job = Job.objects.get()
    assert answer.url == f"/tai-khoan/viec/{job.pk}/"
    jobs.run(job.pk)
    job.refresh_from_db()
    page = browser.get(job.result_url).content.decode()
    assert "HTX Mẫu Mới" in page
    assert "Ghi 1 dòng vào sổ" in page
    assert not Producer.objects.exists()

    jobs.run(Job.objects.get(pk=browser.post(f"{job.result_url}ghi/").url.split("/")[-2]).pk)
    page = browser.get(job.result_url).content.decode()

    assert Producer.objects.get().name == "HTX Mẫu Mới"
    assert "Hoàn lại bảng này" in page
    assert "vào sổ</button>" not in page


def test_rows_to_mend_come_back_with_cell_and_cure_and_can_be_sent_again(people):
    batch = read(
        "producers",
        [*PRODUCERS, "Ghi chú riêng"],
        ["=1+1", "HTX", "", "", "Phan Thiết", "x"],
        ["HTX Mẫu Hai", "Tập đoàn", "", "12", "Phan Thiết", "x"],
        by=people.giang,
    )
    browser = people.browser("giang")

    content = browser.get(f"/can-bo/nhap/{batch.pk}/can-sua.xlsx").content

    (sheet,) = load_workbook(io.BytesIO(content)).worksheets
    heading, row = list(sheet.iter_rows(values_only=True))
    assert heading == (*PRODUCERS[:4], "Xã, phường", "Ô", "Cần sửa")
    assert row[0] == "HTX Mẫu Hai"
    assert row[-2] == "B3, D3"
    assert "D3 (Điện thoại): Số điện thoại chưa đúng" in row[-1]
    again = read("producers", *(line.cells for line in read_table(content)), by=people.giang)
    assert again.rows.get().verdict == "bad"


@pytest.mark.parametrize("subject", ["producers", "products", "decision"])
def test_the_form_can_be_downloaded_and_read_back(people, subject):
    content = people.browser("giang").get(f"/can-bo/nhap/mau-{subject}.xlsx").content

    batch = read(subject, *(line.cells for line in read_table(content)), by=people.giang)

    assert batch.stage == "ready"
    assert people.browser("giang").get("/can-bo/nhap/mau-la.xlsx").status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"PK\x03\x04hong", "Không mở được tệp này"),
        ("a.xls", b"\xd0\xcf\x11\xe0" * 9, "Excel kiểu cũ"),
        ("a.csv", b"", "trống"),
    ],
)
def test_a_file_that_is_no_table_is_refused_at_once(people, name, content, words):
    answer = people.browser("giang").post(
        "/can-bo/nhap/",
        {"subject": "producers", "file": SimpleUploadedFile(name, content)},
    )

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Batch.objects.exists()
    assert not Job.objects.exists()


def test_a_commune_sends_no_decision_and_reaches_only_its_commune(people):
    browser = people.browser("dung")
    sent = {"subject": "decision", "file": file_of(PRODUCERS)}
    assert browser.post("/can-bo/nhap/", sent).status_code == 422
    assert browser.get("/can-bo/nhap/mau-decision.xlsx").status_code == 404

    browser.post("/can-bo/nhap/", {"subject": "producers", "file": file_of(PRODUCERS)})

    batch = Batch.objects.get()
    assert (batch.provinces, batch.communes) == ([], [people.commune_a.pk])


@pytest.mark.parametrize("path", ["", "can-sua.xlsx", "ghi/", "hoan-lai/"])
def test_another_officers_table_is_not_there(people, path):
    rows = (PRODUCERS, ["HTX Mẫu Mới", "HTX", "", "", "Phan Thiết"])
    batch = read("producers", *rows, by=people.giang)
    url = f"/can-bo/nhap/{batch.pk}/{path}"

    for who in ("dung", "chi"):
        browser = people.browser(who)
        assert browser.get(url).status_code in {403, 404, 405}
        assert browser.post(url).status_code in {403, 404, 405}
    batch.refresh_from_db()
    assert batch.stage == "ready"


def test_a_table_of_places_one_no_longer_answers_for_is_not_there(people):
    rows = (PRODUCERS, ["HTX Mẫu Mới", "HTX", "", "", "Phan Thiết"])
    batch = read("producers", *rows, by=people.giang, provinces=("68", "08"))

    assert people.browser("giang").get(f"/can-bo/nhap/{batch.pk}/").status_code == 404


def test_the_page_asks_as_much_for_one_row_as_for_thirty(people):
    browser = people.browser("giang")

    def questions(count):
        rows = [[f"HTX Mẫu {n}", "HTX", "", "", "Phan Thiết"] for n in range(count)]
        batch = read("producers", PRODUCERS, *rows, by=people.giang)
        browser.get(f"/can-bo/nhap/{batch.pk}/")
        with CaptureQueriesContext(connection) as asked:
            browser.get(f"/can-bo/nhap/{batch.pk}/")
        return len(asked)

    assert questions(1) == questions(30)
