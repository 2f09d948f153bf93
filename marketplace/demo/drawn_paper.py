"""A picture that stands for a paper, plainly a sample."""

import io

from PIL import Image, ImageDraw

SIZE = (600, 420)
PAPER, INK = "#fbf8f1", "#23211b"


def paper(code: str) -> io.BytesIO:
    """A sheet with a frame and its code in plain letters."""
    sheet = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((20, 20, SIZE[0] - 20, SIZE[1] - 20), outline=INK, width=3)
    draw.text((60, 60), f"MAU / SAMPLE: {code}", fill=INK)
    target = io.BytesIO()
    sheet.save(target, "JPEG")
    target.seek(0)
    return target
