"""The mark of the site and the picture shown where a page has none of its own.

The files under ``static/img`` are this module's output: after a change here run
``python -m catalog.lib.drawing.brand static/img``.
"""

import io
import math
import sys
from pathlib import Path as File

from PIL import Image, ImageDraw

from . import colours as ink
from . import raster, svg
from .scenes import draw_raster
from .shapes import Move, Path, Shapes, line, outline, placed, poly

SIDE = 64
TILE = "#1f5137"
COVER = (1200, 630)
# The three pictures on the cover: set, key, left edge, top edge.
CARDS = ((11, "trang-bia", 456, 150), (4, "trang-bia", 692, 204), (13, "trang-bia", 928, 150))
CARD_SIDE = 220


def mark() -> Shapes:
    """A golden star over a golden line, on a rounded tile of leaf green."""
    tile = "14,0! 50,0! 60,4 64,14! 64,50! 60,60 50,64! 14,64! 4,60 0,50! 0,14! 4,4"
    return (outline(tile, TILE), star((32, 28), 20, ink.GOLD), line("12,54 52,54", ink.GOLD, 5))


def star(centre: tuple[float, float], radius: float, colour: str) -> Path:
    """A five-pointed star, one point up."""
    points = []
    for i in range(10):
        reach = radius if i % 2 == 0 else 0.46 * radius
        angle = math.radians(36 * i - 90)
        points.append(
            f"{centre[0] + reach * math.cos(angle)},{centre[1] + reach * math.sin(angle)}"
        )
    return poly(" ".join(points), colour)


def logo() -> str:
    """The mark as a file; large numbers, so that rounding does not bend the star."""
    return svg.document(svg.fragment(placed(mark(), Move(scale=8))), side=8 * SIDE)


def cover() -> bytes:
    """1200 by 630 pixels of JPEG for shared links: the mark and three pictures."""
    canvas = Image.new("RGB", COVER, "#163a28")
    ground = raster.image(
        (poly("0,0 64,0 64,64 0,64", "#163a28"), *mark()),
        size=(240, 240),
        box=(0, 0, SIDE, SIDE),
    )
    canvas.paste(ground, (112, (COVER[1] - 240) // 2))
    for set_no, key, left, top in CARDS:
        picture = draw_raster(set_no, key, CARD_SIDE)
        canvas.paste(picture, (left, top), _rounded(CARD_SIDE, 18))
    return jpeg(canvas)


def jpeg(image: Image.Image) -> bytes:
    """The same bytes for the same pixels, and nothing of where they came from."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=86, optimize=True, progressive=True)
    return out.getvalue()


def _rounded(side: int, radius: int) -> Image.Image:
    mask = Image.new("L", (2 * side, 2 * side))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, 2 * side - 1, 2 * side - 1), 2 * radius, fill=255)
    return mask.reduce(2)


def write(folder: File) -> None:
    """All files of the mark."""
    (folder / "logo.svg").write_text(logo() + "\n")
    (folder / "favicon.svg").write_text(logo() + "\n")
    (folder / "og-default.jpg").write_bytes(cover())


if __name__ == "__main__":
    write(File(sys.argv[1]))
