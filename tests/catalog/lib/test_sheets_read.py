"""One table, saved in many ways, gives the same rows; what would hurt is refused with words."""

import io
import unicodedata
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from catalog.lib import sheets_read
from catalog.lib.sheets import Sheet, as_csv, as_xlsx
from catalog.lib.sheets_read import TableRefused, read_table
from catalog.lib.uploads import UploadTooLarge

ROWS = [
    ["Tên sản phẩm", "Hạng sao", "Ngày quyết định", "Ghi chú"],
    ['Nước mắm cá cơm; loại "nhất"', "4", "05/08/2026", "ướt, ngậy"],
    ["Chè Đồi Sương", "3", "31/12/2025", "Đường Hoà Bình"],
]


def to_1258(text: str) -> bytes:
    """As Windows writes it: letters with hat or horn whole, tones as signs behind them."""
    out = bytearray()
    for char in unicodedata.normalize("NFC", text):
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = next(p for p in parts if p in "\u0300\u0301\u0303\u0309\u0323")
            rest = unicodedata.normalize("NFC", "".join(p for p in parts if p != tone))
            out += rest.encode("cp1258") + tone.encode("cp1258")
    return bytes(out)


def written(separator: str) -> str:
    import csv

    target = io.StringIO()
    csv.writer(target, delimiter=separator).writerows(ROWS)
    return target.getvalue()


def workbook() -> bytes:
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active["B2"], book.active["C2"] = 4, date(2026, 8, 5)
    book.active["B3"] = 3.0
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


WAYS = {
    "xlsx": workbook(),
    **{
        f"{name}{separator!r}": encode(written(separator))
        for separator in ",;\t"
        for name, encode in {
            "utf-8": lambda text: text.encode(),
            "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
            "utf-8 in parts": lambda text: unicodedata.normalize("NFD", text).encode(),
            "windows-1258": to_1258,
            "utf-16": lambda text: text.encode("utf-16"),
            "utf-16-le": lambda text: text.encode("utf-16-le"),
            "utf-16-be": lambda text: text.encode("utf-16-be"),
        }.items()
    },
}


@pytest.mark.parametrize("way", WAYS)
def test_the_same_table_gives_the_same_rows_however_it_was_saved(way):
    lines = read_table(WAYS[way])

    assert [list(line.cells) for line in lines] == ROWS
    assert [line.number for line in lines] == [1, 2, 3]


def test_empty_rows_keep_their_numbers_and_excels_own_line_is_counted():
    lines = read_table(b"sep=;\nA;B\n\n;;\nx;y\n")

    assert [(line.number, line.cells) for line in lines] == [(2, ("A", "B")), (5, ("x", "y"))]


def test_our_own_files_are_read_back_as_they_were_typed():
    sheet = Sheet("Bảng", ["Tên", "Ngày"], [["=1+1", date(2026, 8, 5)], ["'Trích'", None]])

    from_xlsx = [line.cells for line in read_table(as_xlsx(sheet))]
    from_csv = [line.cells for line in read_table(as_csv(sheet))]

    assert from_xlsx == [("Tên", "Ngày"), ("=1+1", "05/08/2026"), ("'Trích'",)]
    assert from_csv == [("Tên", "Ngày"), ("=1+1", "2026-08-05"), ("'Trích'",)]


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return target.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"\xd0\xcf\x11\xe0" + b"x" * 100,
        b"PK\x03\x04 broken",
        zipped(**{"readme.txt": b"x"}),
        zipped(**{"xl/workbook.xml": LAUGHS}),
        zipped(**{"xl/workbook.xml": b"<x/>", "xl/bomb.xml": b"0" * (160 * 1024 * 1024)}),
        zipped(**{"xl/workbook.xml": b"<x/>"} | {f"p{n}": b"" for n in range(600)}),
        workbook()[:-200],
        (";" * 70 + "x").encode(),
        b"A\n" + b"x\n" * 20_001,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 3,
    ],
    ids=lambda content: f"{len(content)} bytes",
)
def test_what_is_no_table_is_refused_with_words(content):
    with pytest.raises(TableRefused) as refusal:
        read_table(content)

    assert len(refusal.value.message) > 20


def test_too_many_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(sheets_read, "MAX_BYTES", 10)

    with pytest.raises(UploadTooLarge):
        read_table(b"A,B\n" * 10)


def test_a_sheet_that_lies_about_its_size_is_read_all_the_same():
    book = Workbook()
    book.active.append(["A"])
    book.active["A50000"] = "xa"
    target = io.BytesIO()
    book.save(target)

    assert [line.number for line in read_table(target.getvalue())] == [1, 50_000]
