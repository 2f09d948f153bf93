"""Handicrafts: pottery and basketry, brocade."""

from catalog.lib.drawing import colours as ink
from catalog.lib.drawing.shapes import Shape, Shapes, ellipse, lathe, line, outline, poly

from .motif import Motif, shade


def vase_and_basket() -> Shapes:
    """A blue-and-white vase and a woven basket."""
    vase = (
        *lathe(
            140,
            "34,78! 28,96 24,122 48,160 76,204 78,252 56,312 44,330! 50,352!",
            ink.PAPER,
            "#dcd5c6",
            0.34,
        ),
        ellipse((140, 78), (34, 8), "#c8c0b0"),
        line("117,118 140,123 163,118", ink.INDIGO, 6),
        line("97,162 140,172 183,162", ink.INDIGO, 6),
        line("84,302 140,314 196,302", ink.INDIGO, 6),
        line("95,328 140,336 185,328", ink.INDIGO, 4),
    )
    flower = (
        line("140,296 138,260 142,232", ink.INDIGO, 5),
        outline("140,236! 112,226 106,200! 128,208", ink.INDIGO),
        outline("140,236! 168,226 174,200! 152,208", ink.INDIGO),
        outline("140,240! 122,214 140,184! 158,214", "#5676ad"),
        line("140,280 112,270 100,250", ink.INDIGO, 5),
        line("140,272 168,264 182,246", ink.INDIGO, 5),
    )
    handle = line("222,268 240,190 284,168 328,190 346,268", ink.OCHRE, 11)
    basket = (
        handle,
        *lathe(284, "68,262! 66,300 54,338 46,354!", "#b98442", "#9a6a30", 0.4),
        *_weave(),
        line("216,262 284,270 352,262", ink.BARK, 11),
        line("218,260 284,268 350,260", ink.SAND, 5),
    )
    return (shade(ink.CLOTH, 216, 142, 355), *vase, *flower, *basket)


def _weave() -> Shapes:
    slips: list[Shape] = []
    for row, (y, half) in enumerate(((286, 58), (304, 55), (322, 49), (340, 42))):
        count = 5
        pitch = 2 * half / count
        for i in range(count):
            x = 284 - half + pitch * (i + (0.3 if row % 2 else 0.62))
            slips.append(line(f"{x - 0.2 * pitch},{y} {x + 0.22 * pitch},{y}", ink.STRAW, 9))
    return tuple(slips)


def brocade() -> Shapes:
    """A length of brocade over a bamboo rod, with its fringe."""
    red, gold, white, dark = ink.LACQUER, ink.GOLD, ink.CREAM, "#26304f"
    cloth = poly("104,92 296,92 296,318 104,318", dark)
    stripes = (
        poly("104,104 296,104 296,122 104,122", red),
        poly("104,176 296,176 296,182 104,182", gold),
        poly("104,236 296,236 296,242 104,242", gold),
        poly("104,296 296,296 296,312 104,312", red),
    )
    zigzags = tuple(
        line(_zigzag(y), colour, 5)
        for y, colour in ((140, white), (154, gold), (258, gold), (274, white))
    )
    diamonds = tuple(
        poly(_diamond(x, 209, size), colour)
        for size, colour in ((24, red), (14, white), (7, dark))
        for x in (128, 176, 224, 272)
    )
    fringe = tuple(
        line(f"{x},320 {x},346", colour, 5)
        for i, colour in enumerate((red, gold, white))
        for x in range(110 + 12 * i, 296, 36)
    )
    rod = (
        line("66,88 334,88", ink.OCHRE, 15),
        line("66,85 334,85", ink.HONEY, 5),
        *(line(f"{x},82 {x},94", ink.BARK, 3) for x in (88, 312)),
        line("84,82 200,34! 316,82", ink.BARK, 4),
    )
    return (*fringe, cloth, *stripes, *zigzags, *diamonds, *rod)


def _zigzag(y: int) -> str:
    return " ".join(f"{x},{y + (-6 if i % 2 else 6)}!" for i, x in enumerate(range(104, 300, 12)))


def _diamond(x: int, y: int, size: int) -> str:
    return f"{x - size},{y} {x},{y - size} {x + size},{y} {x},{y + size}"


MOTIFS = {
    21: Motif(vase_and_basket, ink.CLOTH),
    22: Motif(brocade, ink.DYED),
}
