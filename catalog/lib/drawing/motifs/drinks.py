"""Drinks: rice spirit, wine, spring water, coconut."""

from catalog.lib.drawing import colours as ink
from catalog.lib.drawing.shapes import (
    Move,
    Shapes,
    circle,
    dots,
    ellipse,
    lathe,
    leaf,
    line,
    outline,
    placed,
    poly,
    ray,
)

from .motif import Motif, shade


def gourd_of_spirit() -> Shapes:
    """A calabash with a red cord, and two small cups."""
    gourd = (
        *lathe(176, "11,62! 13,84!", ink.LACQUER, ink.LACQUER_DEEP),
        *lathe(
            176,
            "14,80! 18,100 48,128 54,156 40,186 28,204 52,224 88,258 94,296 76,334 36,352!",
            "#c08a45",
            "#9a6528",
            0.34,
        ),
        ellipse((142, 272), (12, 30), "#d9ab68", 18),
        ellipse((150, 144), (8, 17), "#d9ab68", 16),
    )
    cord = (
        line("148,200 176,208 204,200", ink.LACQUER, 9),
        line("148,210 176,218 204,210", ink.LACQUER_DEEP, 5),
        line("200,206 226,226 230,254", ink.LACQUER, 5),
        line("198,206 214,236 212,262", ink.LACQUER, 5),
        outline("230,250! 222,282 230,290 240,282", ink.LACQUER),
        outline("212,258! 204,290 212,298 222,290", ink.LACQUER_DEEP),
        circle((202, 206), 9, ink.LACQUER),
    )
    cups: Shapes = ()
    for x, y in ((318, 352), (264, 358)):
        cups += (
            *lathe(x, f"31,{y - 44}! 29,{y - 26} 18,{y - 8} 16,{y}!", ink.PAPER, "#d9d3c6", 0.3),
            ellipse((x, y - 44), (31, 8), "#d9d3c6"),
            ellipse((x, y - 43), (26, 5), ink.SKY),
            line(f"{x - 26},{y - 22} {x},{y - 17} {x + 26},{y - 22}", ink.INDIGO, 3),
        )
    return (shade(ink.HARVEST, 216, 132, 354), *gourd, *cord, *cups)


def bottle_and_glass() -> Shapes:
    """A bottle of fruit wine, a filled glass and a bunch of berries."""
    bottle = (
        *lathe(
            142,
            "17,66! 17,140! 22,160 48,188 52,212 52,338 46,352!",
            "#36543f",
            "#243c2e",
            0.34,
        ),
        *lathe(142, "20,54! 20,110!", ink.LACQUER, ink.LACQUER_DEEP, 0.3),
        *lathe(142, "52,226! 52,312!", ink.CREAM, "#e0cfa6", 0.5),
        line("118,292 142,284 166,292", ink.AMBER, 4),
        *leaf((142, 278), 42, 24, 0, "#8e2a4a", "#701c38"),
        line("108,190 103,214", "#6f8f74", 6),
    )
    glass = (
        *lathe(
            258, "46,150! 52,196 42,240 8,262 5,272 5,334 14,342 42,352!", "#f4eee8", "#ddd2d0", 0.4
        ),
        *lathe(258, "50,198! 40,238 8,258!", "#8e2a4a", "#701c38", 0.34),
        ellipse((258, 198), (50, 8), "#b0506c"),
        ellipse((258, 150), (46, 8), "#fffaf4"),
    )
    berries = placed(_bunch(), Move(326, 318, 0, 0.86))
    return (shade(ink.PLUM, 222, 146, 354), *bottle, *glass, *berries)


def _bunch() -> Shapes:
    return (
        *leaf((2, -38), 42, 26, -52, ink.LEAF),
        *leaf((0, -38), 42, 26, 48, ink.LEAF_DEEP),
        line("0,-34 2,-58", ink.BARK, 6),
        *dots("-28,-22 0,-24 28,-22 -15,2 14,2 0,26", 17, "#6d3560"),
        *dots("-33,-27 -5,-29 23,-27 -20,-3 9,-3 -5,21", 4, "#a9729b"),
    )


def spring_water() -> Shapes:
    """A bottle of clear water and the drop it comes from."""
    bottle = (
        *lathe(
            250,
            "22,98! 22,116! 26,134 58,160 60,190 54,222 60,252 60,336 48,352!",
            "#d3e8f0",
            "#b3d3e0",
            0.36,
        ),
        *lathe(250, "60,196! 54,222 60,252 60,336 48,352!", "#8fc1d6", "#6ba6c0", 0.36),
        *lathe(250, "25,72! 25,104!", ink.INDIGO, "#1f3860", 0.3),
        *lathe(250, "57,236! 61,250 61,312!", ink.PAPER, "#dfe6ea", 0.5),
        outline(
            "190,312! 212,280 226,262! 240,278 254,292! 270,268 284,254! 298,278 310,312!", ink.SEA
        ),
        line("206,156 200,184", ink.PAPER, 6),
    )
    drop = (
        outline("130,136! 98,196 76,238 84,290 130,312 176,290 184,238 162,196", "#4f93b3"),
        outline("130,136! 150,196 160,240 130,312 176,290 184,238 162,196", "#3a7899"),
        line("104,238 102,262 112,280", "#d3e8f0", 9),
    )
    ripple = (
        ellipse((146, 352), (112, 15), "#6ba6c0"),
        ellipse((146, 350), (82, 10), "#a9d0e0"),
        ellipse((146, 349), (44, 5), "#d3e8f0"),
    )
    return (shade(ink.SEASIDE, 256, 74, 354), *ripple, *drop, *bottle)


def coconut() -> Shapes:
    """A young coconut opened for drinking, with an orange slice."""
    straw = (
        line("214,206 236,92! 286,78", ink.PAPER, 13),
        *(
            line(text, ink.LACQUER, 13)
            for text in ("220,176 224,156", "230,126 234,104", "256,86 270,82")
        ),
    )
    nut = (
        outline(
            "96,246 104,196 148,178! 256,178! 298,198 304,252 276,318 200,354 124,318",
            ink.LEAF_LIGHT,
        ),
        outline("240,178! 256,178! 298,198 304,252 276,318 200,354 250,300 264,236", "#52803f"),
        outline("126,206 120,250 138,300 128,256", "#93b87c"),
    )
    cut = (
        poly("134,186 160,164 244,164 272,188 200,204", "#d9cf9f"),
        ellipse((202, 182), (70, 21), ink.PAPER),
        ellipse((202, 184), (46, 12), "#cfdde0"),
    )
    slice_ = (
        circle((0, 0), 42, ink.HONEY),
        circle((0, 0), 36, ink.CREAM),
        circle((0, 0), 32, "#eeae3a"),
        *(ray((0, 0), (-31, 31), angle, ink.CREAM, 3) for angle in (10, 55, 100, 145)),
    )
    petals = tuple(ray((0, 0), (14, 26), 72 * i, ink.ROSE_PALE, 20) for i in range(5))
    flower = (*petals, *dots("0,0", 9, ink.GOLD))
    return (
        shade(ink.JADE, 200, 92, 352),
        *placed(slice_, Move(124, 172, 8)),
        *nut,
        *cut,
        *straw,
        *placed(flower, Move(300, 328, 14)),
    )


MOTIFS = {
    14: Motif(gourd_of_spirit, ink.HARVEST),
    15: Motif(bottle_and_glass, ink.PLUM),
    16: Motif(spring_water, ink.SEASIDE),
    17: Motif(coconut, ink.JADE),
}
