"""Codes drawn here: the same modules on the page and in the saved picture."""

from io import BytesIO
from xml.etree import ElementTree as ET

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M

from catalog.lib import qr_codes, vietqr

TEXT = vietqr.payload(bank_bin="970403", account="0011012345678", amount=180_000, purpose="7KQ4")


def modules(text: str) -> list[list[bool]]:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    return code.get_matrix()


def drawn(picture: str) -> set[tuple[int, int]]:
    """The dark modules of a drawing: its path is runs of squares."""
    path = ET.fromstring(picture).findall("path")[1].get("d")  # noqa: S314 - our own
    squares = set()
    for run in path.strip("M").removesuffix("z").split("zM"):
        start, rest = run.split("h", 1)
        x, y = map(int, start.split())
        squares |= {(x + step, y) for step in range(int(rest.partition("v")[0]))}
    return squares


def test_the_drawing_has_a_square_for_each_dark_module_and_no_other():
    rows = modules(TEXT)

    dark = {(x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark}
    assert drawn(qr_codes.svg(TEXT, label="Mã")) == dark


def test_the_drawing_is_named_and_its_name_stays_text():
    picture = qr_codes.svg(TEXT, label='Chuyển cho "A" <b>')

    svg = ET.fromstring(picture)  # noqa: S314 - our own
    assert (svg.get("role"), svg.get("aria-label")) == ("img", 'Chuyển cho "A" <b>')
    assert "style" not in picture


def test_the_saved_picture_has_the_same_modules():
    rows = modules(TEXT)

    picture = Image.open(BytesIO(qr_codes.png(TEXT)))

    assert picture.size == (len(rows) * 10, len(rows) * 10)
    found = [
        [not picture.getpixel((x * 10 + 5, y * 10 + 5)) for x in range(len(rows))]
        for y in range(len(rows))
    ]
    assert found == rows
