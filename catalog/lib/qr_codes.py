"""QR codes drawn here: no text leaves the machine to become a picture."""

from io import BytesIO

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4  # modules of white around it, as the standard asks
PIXELS = 10  # of the saved picture, for each module


def svg(text: str, *, label: str) -> SafeString:
    """An inline drawing, black on white in any colour scheme; ``label`` is read out for it."""
    rows = _modules(text)
    runs = [
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    ]
    return format_html(
        '<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}"'
        ' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
        '<path fill="#000" d="{path}"/></svg>',
        size=len(rows),
        label=label,
        path="".join(runs),
    )


def png(text: str) -> bytes:
    """The same as a picture to save and to open in a bank's app."""
    rows = _modules(text)
    picture = Image.new("1", (len(rows), len(rows)), 1)
    picture.putdata([0 if dark else 1 for row in rows for dark in row])
    saved = BytesIO()
    size = len(rows) * PIXELS
    picture.resize((size, size), Image.Resampling.NEAREST).save(saved, "PNG", optimize=True)
    return saved.getvalue()


def _modules(text: str) -> list[list[bool]]:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    return code.get_matrix()


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where dark modules begin in a row, and how many stand together."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
