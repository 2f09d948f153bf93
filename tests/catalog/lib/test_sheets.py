"""Tables to take away: nothing in them runs, and what is a number stays one."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from catalog.lib.sheets import Sheet, as_csv, as_xlsx, download, neutral

FORMULAS = [
    '=HYPERLINK("http://a.example","x")',
    "+84912345678",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
]


def of(*row):
    return Sheet("Tờ 1", [f"cột {n}" for n, _ in enumerate(row)], [row])


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_begins_like_a_formula(text):
    csv_cell = read_csv(as_csv(of(text)))[1][0]
    page = load_workbook(io.BytesIO(as_xlsx(of(text)))).active

    assert csv_cell[0] == "'"
    assert page["A2"].data_type == "s"
    assert page["A2"].value.startswith("'")


def test_a_heading_is_neutralised_too():
    sheet = Sheet("x", ["=1+1"], [])

    assert read_csv(as_csv(sheet)) == [["'=1+1"]]
    assert load_workbook(io.BytesIO(as_xlsx(sheet))).active["A1"].value == "'=1+1"


def test_plain_words_stay_as_they_are():
    assert neutral("Chè Shan tuyết 5-sao = ngon") == "Chè Shan tuyết 5-sao = ngon"
    assert neutral("") == ""


def test_control_signs_are_left_out():
    assert neutral("a\x00b\x0bc") == "abc"


def test_numbers_stay_numbers_even_below_zero():
    sheet = of(-5, Decimal(125000), Decimal("1.5"))

    page = load_workbook(io.BytesIO(as_xlsx(sheet))).active
    assert [cell.value for cell in page[2]] == [-5, 125000, 1.5]
    assert [cell.data_type for cell in page[2]] == ["n", "n", "n"]
    assert read_csv(as_csv(sheet))[1] == ["-5", "125000", "1.5"]


def test_days_and_instants_are_those_of_viet_nam():
    late = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
    sheet = of(date(2026, 11, 24), late, None)

    page = load_workbook(io.BytesIO(as_xlsx(sheet))).active
    assert page["A2"].value == datetime(2026, 11, 24)  # noqa: DTZ001 - sheets know no zones
    assert page["B2"].value == datetime(2026, 11, 25, 1, 30)  # noqa: DTZ001
    assert read_csv(as_csv(sheet))[1] == ["2026-11-24", "2026-11-25 01:30", ""]


def test_each_sheet_has_its_page_and_a_title_excel_takes():
    book = load_workbook(
        io.BytesIO(as_xlsx(Sheet("Theo xã [2026/4]: rất rất là dài", ["a"], []), of(1)))
    )

    assert len(book.sheetnames) == 2
    assert book.sheetnames[0] == "Theo xã  2026 4   rất rất là dài"[:31]


def test_a_download_is_a_file_and_never_a_page():
    response = download("csv", "so-dang-ky", of("a"))

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="so-dang-ky.csv"'
    assert response["X-Content-Type-Options"] == "nosniff"
