"""Fresh and raw food: greens and fruit, fish and eggs, rice, honey."""

import math

from catalog.lib.drawing import colours as ink
from catalog.lib.drawing.shapes import (
    Move,
    Point,
    Shape,
    Shapes,
    circle,
    ellipse,
    leaf,
    line,
    outline,
    placed,
    poly,
    ray,
)

from .motif import Motif, shade


def greens_and_fruit() -> Shapes:
    """Pak choi, a dragon fruit and an orange."""
    blade = "0,0! -26,-34 -52,-100 -22,-146 12,-148 46,-106 24,-30"
    leaves: Shapes = ()
    for angle, colour in ((-40, ink.LEAF), (38, ink.LEAF), (-2, ink.LEAF_DEEP)):
        leaves += placed((outline(blade, colour),), Move(150, 244, angle))
    veins = tuple(ray((150, 244), (10, 118), angle, ink.LEAF_PALE, 5) for angle in (-40, 38, -2))
    stalk = (
        outline("112,232 104,290 118,340 150,352 182,340 196,290 188,232 150,222", "#e9eed9"),
        outline("150,228! 188,232 196,290 182,340 150,352!", "#cfdcb8"),
        line("132,244 126,296 138,342", "#cfdcb8", 4),
    )
    scales = tuple(
        outline("0,0! -13,-16 -2,-46! 12,-16", ink.LEAF_LIGHT).moved(Move(x, y, angle, size))
        for x, y, angle, size in (
            (-50, 12, -66, 1), (50, 12, 66, 1), (-42, -28, -44, 1), (42, -28, 44, 1),
            (-16, -52, -16, 1.1), (18, -52, 18, 1.1), (0, -50, 0, 1.3),
        )
    )  # fmt: skip
    plates = tuple(
        outline("0,0! -16,-10 0,-34! 15,-10", "#d98aa0").moved(Move(x, y, angle))
        for x, y, angle in ((-24, 4, -24), (22, 0, 20), (-4, 34, -6), (32, 38, 30), (0, -22, 0))
    )
    dragon = (*scales, ellipse((0, 4), (54, 62), "#c2456f"), *plates)
    orange = (
        circle((206, 318), 36, ink.HONEY),
        outline("206,354! 230,345 242,318 232,294! 226,330", ink.AMBER),
        *leaf((205, 284), 34, 18, 62, ink.LEAF_DEEP),
    )
    return (
        shade(ink.LEAFY, 205, 132),
        *leaves,
        *veins,
        *stalk,
        *placed(dragon, Move(272, 284)),
        *orange,
    )


def fish_and_eggs() -> Shapes:
    """A fish over a nest of eggs."""
    fish = (
        outline("262,170! 318,112! 312,168 322,228!", ink.SEA_DEEP),
        outline("150,118! 190,84 232,100 244,128!", ink.SEA_DEEP),
        outline("176,218! 196,248 222,246 224,216!", ink.SEA_DEEP),
        outline("62,174! 108,130 170,112 226,130 284,168! 226,208 170,226 108,214", ink.SEA),
        outline("66,180 110,206 170,214 226,196 284,168! 226,210 170,228 108,216", ink.SKY),
        line("132,134 148,172 130,208", ink.SEA_DEEP, 5),
        circle((104, 162), 10, ink.PAPER),
        circle((103, 162), 5, ink.INK),
    )
    scales = tuple(
        line(f"{x},{y - 12} {x + 9},{y} {x},{y + 12}", ink.SKY, 4)
        for x, y in ((168, 150), (196, 150), (224, 156), (182, 178), (210, 178), (238, 174))
    )
    egg = "0,-36 -20,-22 -29,4 -20,26 0,32 20,26 29,4 20,-22"
    eggs: Shapes = ()
    for x, y, angle, colour, rim in (
        (160, 310, -14, "#f3dcc0", "#d9b48c"),
        (250, 312, 16, "#e8c39b", "#c99a6b"),
        (205, 306, 2, "#fbf3e2", "#e4cfae"),
    ):
        round_side = "10,-34 20,-22 29,4 20,26 0,32 12,18 17,2"
        eggs += placed((outline(egg, colour), outline(round_side, rim)), Move(x, y, angle))
    nest = (
        outline("106,318! 150,330 205,334 260,330 304,318! 284,352 205,364 126,352", ink.OCHRE),
        *(
            line(text, ink.HONEY, 4)
            for text in ("116,330 170,346 240,344", "150,354 220,350 290,334", "128,344 180,356")
        ),
    )
    return (shade(ink.SEASIDE, 205, 112, 358), *eggs, *nest, *fish, *scales)


def rice_ear() -> Shapes:
    """Two heavy ears bowing under their grains."""
    blades = (
        outline("188,400! 172,300 132,226 74,196! 146,246 184,320 202,400!", "#8a8a3c"),
        outline("204,400! 216,316 256,262 322,246! 266,288 236,336 222,400!", "#7a7a34"),
    )
    left = ((180, 400), (166, 280), (142, 150), (108, 92), (64, 104), (44, 172))
    right = ((206, 400), (208, 270), (222, 136), (262, 70), (322, 88), (344, 186))
    return (
        *_ear(left, 30, ("#a8923a", "#8b7729")),
        *blades,
        *_ear(right, 38, ("#d3ae45", "#b38f30")),
    )


def _ear(stem: tuple[Point, ...], length: float, colours: tuple[str, str]) -> Shapes:
    """The stalk, then grains in two rows along its bowed end, then one at the tip."""
    grains: list[Shape] = []
    for side, colour in zip((-34, 30), colours, strict=True):
        for i in range(9):
            foot, way = _along(stem[2:], i / 8)
            grains += leaf(foot, length, 0.52 * length, way + side, colour)
    tip, way = _along(stem[2:], 1)
    grains += leaf(tip, length, 0.52 * length, way, colours[1])
    return (line(" ".join(f"{x},{y}" for x, y in stem), "#6f6a2a", 5), *grains)


def _along(points: tuple[Point, ...], share: float) -> tuple[Point, float]:
    """A place on the way through the points, and its direction (0 is up)."""
    position = share * (len(points) - 1)
    i = min(int(position), len(points) - 2)
    (ax, ay), (bx, by) = points[i], points[i + 1]
    t = position - i
    way = math.degrees(math.atan2(bx - ax, ay - by))
    return (ax + (bx - ax) * t, ay + (by - ay) * t), way


def honeycomb() -> Shapes:
    """Seven cells, a drop of honey, a bee."""
    cells: list[Shape] = []
    size = 48
    for row, kinds in ((-1.5, "ah"), (0, "hah"), (1.5, "hd")):
        for i, kind in enumerate(kinds):
            x = 190 + (i - (len(kinds) - 1) / 2) * size * math.sqrt(3)
            cells += _cell(x, 196 + row * size, size, kind)
    drop = (
        outline(
            "170,254! 176,284 160,312 162,334 176,344 190,334 192,312 184,284 190,254!", ink.GOLD
        ),
        line("169,318 171,330", ink.PAPER, 4),
    )
    wings = (
        ellipse((-10, -24), (12, 25), ink.PAPER, -28),
        ellipse((13, -23), (11, 22), "#e9e2cc", 24),
    )
    bee = (
        *wings,
        ellipse((0, 0), (31, 20), ink.GOLD),
        line("-6,-17 -8,0 -6,17", ink.COFFEE, 8),
        line("10,-16 9,0 10,16", ink.COFFEE, 8),
        circle((-29, 2), 11, ink.COFFEE),
        line("-36,-6 -46,-16", ink.COFFEE, 3),
        line("-31,-8 -36,-20", ink.COFFEE, 3),
        poly("29,-5 40,1 29,6", ink.COFFEE),
    )
    return (*cells, *drop, *placed(bee, Move(304, 112, 14, 0.92)))


def _cell(x: float, y: float, size: float, kind: str) -> Shapes:
    rim, core = {
        "a": (ink.AMBER, "#c98a2a"),
        "h": (ink.HONEY, "#ecc15f"),
        "d": ("#6f4310", "#83561c"),
    }[kind]
    return tuple(
        poly(_hexagon(x, y, radius), colour)
        for radius, colour in ((size - 2, rim), (size - 15, core))
    )


def _hexagon(x: float, y: float, radius: float) -> str:
    corners = [math.radians(60 * i + 30) for i in range(6)]
    return " ".join(f"{x + radius * math.cos(a)},{y + radius * math.sin(a)}" for a in corners)


MOTIFS = {
    1: Motif(greens_and_fruit, ink.LEAFY),
    2: Motif(fish_and_eggs, ink.SEASIDE),
    3: Motif(rice_ear, ink.HARVEST, is_rooted=True),
    4: Motif(honeycomb, ink.GOLDEN),
}
