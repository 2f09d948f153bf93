"""Tables to take away: xlsx and CSV, in which no cell is ever read as a formula.

A name that somebody typed as ``=HYPERLINK(...)`` must not run on the desk of the officer who
opens the sheet, so text that a spreadsheet could take for a formula gets an apostrophe before
it, as people do by hand. Numbers stay numbers: sums work.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from .clock import VIETNAM

Cell = str | int | Decimal | date | datetime | None

KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
# The wide forms are read as the narrow ones by spreadsheets in East Asian languages.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
LONGEST_CELL = 32_000  # a little under what Excel holds
_NOT_IN_A_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_TITLE_LENGTH = 31
_WIDEST, _NARROWEST, _LOOKED_AT = 60, 8, 200
_DAY, _INSTANT, _WHOLE = "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "#,##0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its heading; each row as long as ``head``."""

    title: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def neutral(text: str) -> str:
    """The text without control signs, and never the beginning of a formula."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", str(text))[:LONGEST_CELL]
    # Blanks before it do not keep every program from reading a formula.
    starts = clean.startswith(FORMULA_STARTS) or clean.lstrip().startswith(FORMULA_STARTS)
    return f"'{clean}" if starts else clean


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with the mark by which Excel knows it; days as ``2026-11-24``, numbers plain."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, quoting=csv.QUOTE_ALL)
    writer.writerow([neutral(name) for name in sheet.head])
    writer.writerows([_written(cell) for cell in row] for row in sheet.rows)
    return target.getvalue().encode("utf-8-sig")


def as_xlsx(*sheets: Sheet) -> bytes:
    """A workbook with a page for each sheet: bold heading that stays in sight, real numbers."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        rows = [list(row) for row in sheet.rows]
        page = book.create_sheet(sheet.title.translate(_NOT_IN_A_TITLE)[:_TITLE_LENGTH])
        page.freeze_panes = "A2"
        for number, name in enumerate(sheet.head, start=1):
            width = _width(name, (row[number - 1] for row in rows[:_LOOKED_AT]))
            page.column_dimensions[get_column_letter(number)].width = width
        page.append([_heading(page, name) for name in sheet.head])
        for row in rows:
            page.append([_cell(page, value) for value in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def download(kind: str, name: str, *sheets: Sheet) -> HttpResponse:
    """The sheets as a file ``name.xlsx``, or the first of them as ``name.csv``."""
    content = as_csv(sheets[0]) if kind == "csv" else as_xlsx(*sheets)
    response = HttpResponse(content, content_type=KINDS[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _written(cell: Cell) -> str:
    """As CSV has it: a number may begin with a minus, a text may not."""
    if cell is None:
        return ""
    if isinstance(cell, int | Decimal):
        return str(int(cell)) if cell == int(cell) else str(cell)
    if isinstance(cell, datetime):
        return f"{cell.astimezone(VIETNAM):%Y-%m-%d %H:%M}"
    return cell.isoformat() if isinstance(cell, date) else neutral(cell)


def _cell(page, value: Cell) -> object:
    if value is None:
        return None
    if isinstance(value, datetime):  # a spreadsheet knows no time zones
        return _formatted(page, value.astimezone(VIETNAM).replace(tzinfo=None), _INSTANT)
    if isinstance(value, date):
        return _formatted(page, value, _DAY)
    if isinstance(value, int | Decimal):
        is_whole = value == int(value)
        return _formatted(
            page, int(value) if is_whole else value, _WHOLE if is_whole else "General"
        )
    return _text(page, value)


def _formatted(page, value, number_format: str) -> object:
    cell = WriteOnlyCell(page, value)
    cell.number_format = number_format
    return cell


def _text(page, text: str) -> object:
    cell = WriteOnlyCell(page, neutral(text))
    cell.data_type = "s"  # openpyxl guesses formulas and errors from text
    return cell


def _heading(page, name: str) -> object:
    cell = _text(page, name)
    cell.font = Font(bold=True)
    return cell


def _width(name: str, cells: Iterable[Cell]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, len(str(name))) + 2))
