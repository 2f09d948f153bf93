"""Tables that people send: xlsx, or CSV in whatever encoding and separator their program wrote.

The same table comes out as the same rows of text, whichever way it was saved: NFC, days as
``05/08/2026``, whole numbers without a point. Bombs are refused before they are unpacked.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from .sheets import FORMULA_STARTS
from .uploads import UploadRefused, UploadTooLarge
from .vietnamese import nfc

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 150 * 1024 * 1024
MAX_PARTS = 500
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_CELL = 32_767
_FAR = 100_000  # rows of a sheet that we go through in search of the last filled one
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SEPARATORS = "\t;,"
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = 4096


class TableRefused(UploadRefused):
    """The file cannot be read as a table; the message tells what to send instead."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Line:
    """One row with its number as the spreadsheet shows it, beginning with 1."""

    number: int
    cells: tuple[str, ...]


def read_table(content: bytes) -> list[Line]:
    """All rows that hold anything, the heading first.

    Raises TableRefused or UploadTooLarge.
    """
    refuse_bomb(content)
    rows = _xlsx_rows(content) if content.startswith(_ZIP) else _csv_rows(content)
    lines = []
    for number, cells in enumerate(rows, start=1):
        if number > _FAR:
            break
        if not any(cells):
            continue
        if len(lines) > MAX_ROWS:
            raise TableRefused(
                _("Bảng có hơn %(rows)s dòng. Bạn chia thành nhiều tệp rồi gửi từng tệp.")
                % {"rows": f"{MAX_ROWS:,}".replace(",", ".")}
            )
        lines.append(Line(number, cells))
    if not lines:
        raise TableRefused(_("Bảng không có dòng nào. Bạn xem lại tệp rồi gửi."))
    return lines


def refuse_bomb(content: bytes) -> None:
    """Refuse by size and by what the archive says of itself; cheap enough for a request."""
    if len(content) > MAX_BYTES:
        raise UploadTooLarge(size=len(content), limit=MAX_BYTES, unit="bytes")
    if content.startswith(_OLD_EXCEL):
        raise TableRefused(
            _("Đây là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Bạn lưu thành .xlsx rồi gửi.")
        )
    if not content.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            size = sum(part.file_size for part in parts)
            if len(parts) > MAX_PARTS or size > MAX_UNPACKED:
                raise TableRefused(
                    _("Tệp nở ra quá lớn khi mở. Bạn chép riêng bảng sang tệp mới rồi gửi.")
                )
            if "xl/workbook.xml" not in names:
                raise TableRefused(_("Tệp nén này không phải bảng tính Excel (.xlsx)."))
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as opened:
                        if _DOCTYPE.search(opened.read(_HEAD)):
                            raise TableRefused(_unreadable())
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise TableRefused(_unreadable()) from error


def decode(content: bytes) -> str:
    """Text in UTF-8 or UTF-16 with or without a mark, or in Windows-1258; NFC."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _decoded(content, encoding)
    sample = content[:_HEAD]
    if b"\x00" in sample:  # UTF-16 without a mark: every second byte of ASCII is empty
        odd, even = sample[1::2].count(0), sample[::2].count(0)
        return _decoded(content, "utf-16-le" if odd >= even else "utf-16-be")
    try:
        return nfc(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _decoded(content, "cp1258")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return nfc(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise TableRefused(
            _("Không đọc được chữ trong tệp. Bạn lưu lại thành .xlsx hoặc CSV UTF-8 rồi gửi.")
        ) from error


def _csv_rows(content: bytes) -> Iterator[tuple[str, ...]]:
    text = decode(content)
    if "\x00" in text:
        raise TableRefused(_unreadable())
    separator = ""
    first, _end, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        separator, text = first.strip()[-1], rest  # Excel's own way to say it
    separator = separator or _separator_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    if separator and first.strip().lower().startswith("sep="):
        yield ()  # the line is counted by the spreadsheet
    try:
        for row in reader:
            yield _cells(row)
    except csv.Error as error:
        raise TableRefused(_unreadable()) from error


def _separator_of(text: str) -> str:
    """What stands most often in the heading, outside of quotes."""
    heading = re.sub(r'"[^"]*"', "", next((row for row in text.splitlines() if row.strip()), ""))
    return max(_SEPARATORS, key=heading.count)


def _xlsx_rows(content: bytes) -> Iterator[tuple[str, ...]]:
    book = None
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its own size is not believed
        for row in sheet.iter_rows(values_only=True):
            yield _cells(row)
    except TableRefused:
        raise
    except Exception as error:  # whatever a broken workbook makes of the library
        raise TableRefused(_unreadable()) from error
    finally:
        if book is not None:
            book.close()


def _cells(row: "list | tuple") -> tuple[str, ...]:
    """Text without the empty cells at the end."""
    cells = [_text(value) for value in row[: MAX_COLUMNS * 10]]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise TableRefused(
            _("Bảng có hơn %(columns)s cột. Bạn chỉ giữ các cột như trong mẫu.")
            % {"columns": MAX_COLUMNS}
        )
    return tuple(cells)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    text = nfc(str(value))[:MAX_CELL].strip()
    # Our own files put an apostrophe before what a spreadsheet could run.
    return (
        text[1:] if text.startswith("'") and text[1:].lstrip().startswith(FORMULA_STARTS) else text
    )


def _unreadable() -> str:
    return _("Không mở được tệp này. Bạn lưu lại thành .xlsx hoặc CSV rồi gửi.")
