"""Prepared food: a ready meal, things of rice, nuts, dried meat and fish."""

from catalog.lib.drawing import colours as ink
from catalog.lib.drawing.shapes import (
    Move,
    Shape,
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
)

from .motif import Motif, shade


def ready_meal() -> Shapes:
    """A bowl of noodle soup with chopsticks."""
    steam = tuple(
        line(f"{x},{y} {x - 12},{y - 24} {x + 10},{y - 48} {x - 2},{y - 76}", ink.PAPER, 7)
        for x, y in ((150, 168), (196, 150))
    )
    bowl = lathe(200, "112,222! 106,262 82,312 52,334! 50,352!", ink.PAPER, "#e3d9c4", 0.35)
    inside = (
        ellipse((200, 222), (112, 30), "#e3d9c4"),
        ellipse((200, 224), (100, 24), "#d08a3c"),
        line("124,226 150,214 182,222 214,212 236,220", ink.CREAM, 6),
        line("134,236 166,228 200,238 240,230", ink.CREAM, 6),
        line("150,242 190,246 226,242", ink.CREAM, 6),
        ellipse((254, 218), (28, 17), ink.PAPER, -8),
        circle((256, 218), 10, ink.HONEY),
        *leaf((176, 216), 44, 20, -58, ink.LEAF, ink.LEAF_DEEP),
        *leaf((178, 216), 42, 18, 10, ink.LEAF_LIGHT, ink.LEAF),
    )
    band = (
        line("97,276 130,294 200,302 270,294 303,276", ink.INDIGO, 6),
        line("108,296 140,312 200,318 260,312 292,296", ink.LACQUER, 4),
    )
    sticks = (
        line("218,214 336,84", ink.LACQUER_DEEP, 8),
        line("238,220 356,104", ink.LACQUER, 8),
    )
    return (shade(ink.LACQUERED, 200, 84), *steam, *bowl, *band, *inside, *sticks)


def noodles_and_rice_paper() -> Shapes:
    """A round of rice paper with sesame, and a tied sheaf of dried noodles."""
    seeds = "96,160 130,120 176,108 220,140 108,214 150,176 196,190 142,236 184,244 228,216 118,258"
    paper = (
        circle((164, 190), 112, "#e5d6b4"),
        circle((164, 190), 104, ink.PAPER),
        *dots(seeds, 3, ink.BROWN),
    )
    strands: list[Shape] = []
    for i in range(9):
        top, waist = 206 + 16 * i, 234 + 9 * i
        text = f"{top},{176 + 3 * abs(i - 4)} {waist},264 {top - 2},{352 - 4 * abs(i - 4)}"
        strands.append(line(text, (ink.CREAM, "#e2c98f", "#d2b06a")[i % 3], 12))
    tie = (
        outline("228,254 270,248 312,254 312,278 270,284 228,278", ink.LACQUER),
        line("264,266 246,296", ink.LACQUER_DEEP, 6),
        line("272,266 284,300", ink.LACQUER_DEEP, 6),
        circle((268, 266), 8, ink.LACQUER_DEEP),
    )
    return (shade(ink.HARVEST, 268, 78, 356), *paper, *strands, *tie)


def nuts() -> Shapes:
    """Macadamias: whole, cracked and open, with their leaves; a cashew before them."""
    leaves = (
        *leaf((196, 200), 150, 44, -34, ink.LEAF_DEEP, ink.LEAF, ink.LEAF_PALE),
        *leaf((206, 200), 150, 44, 30, ink.LEAF, ink.LEAF_DEEP, ink.LEAF_PALE),
        *leaf((200, 196), 128, 40, -2, ink.LEAF_LIGHT, ink.LEAF, ink.LEAF_PALE),
    )
    whole = (
        circle((134, 262), 66, ink.BROWN),
        outline("134,328 176,312 199,268 190,226 172,272 158,306", ink.BARK),
        ellipse((112, 236), (17, 11), "#a06a40", -38),
    )
    open_half = (
        circle((256, 250), 72, ink.BARK),
        circle((256, 250), 60, ink.SAND),
        circle((256, 252), 50, ink.CREAM),
        outline("256,302 286,292 305,256 298,226 288,258 274,286", "#e4cfa0"),
        ellipse((240, 232), (13, 8), ink.PAPER, -36),
    )
    cashew = (
        outline(
            "136,326 158,306 186,312 204,326 224,318 240,324 240,346 212,362 172,358", ink.STRAW
        ),
        outline("240,330 240,346 212,362 172,358 152,344 190,348 220,344", ink.SAND),
    )
    return (shade(ink.EARTHEN, 200, 128, 340), *leaves, *whole, *open_half, *cashew)


def sausages_and_dried_fish() -> Shapes:
    """Two sausages and two fish on a bamboo pole."""
    pole = (
        line("40,96 360,86", ink.OCHRE, 13),
        line("40,93 360,83", ink.HONEY, 4),
        *(
            line(f"{x},{y - 6} {x},{y + 6}", ink.BARK, 3)
            for x, y in ((110, 94), (208, 91), (316, 88))
        ),
    )
    sausages: Shapes = ()
    for x, angle in ((98, 3), (152, -4)):
        body = (
            line("0,-6 2,24", ink.PAPER, 3),
            poly("-8,20 8,20 0,36", ink.LACQUER_DEEP),
            poly("-8,206 8,206 0,188", ink.LACQUER_DEEP),
            outline("0,26 -20,46 -24,110 -20,178 0,200 20,178 24,110 20,46", ink.LACQUER),
            outline("4,26 20,46 24,110 20,178 4,200 12,160 14,110 12,60", ink.LACQUER_DEEP),
            *dots("-2,74 4,132 -6,164 2,102", 3.5, ink.ROSE_PALE),
        )
        sausages += placed(body, Move(x, 92, angle))
    fish: Shapes = ()
    for x, angle, size in ((228, 2, 0.96), (296, -3, 1.06)):
        body = (
            line("0,-4 0,16", ink.PAPER, 3),
            poly("-22,2 22,2 0,44", ink.SEA_DEEP),
            outline("0,34! -26,80 -32,134 -18,184 0,212! 18,184 32,134 26,80", ink.SEA),
            outline("0,34! 4,130 0,212! 18,184 32,134 26,80", ink.SEA_DEEP),
            circle((-9, 186), 5, ink.PAPER),
            *(line(f"-17,{y} 0,{y + 10} 17,{y}", ink.SKY, 4) for y in (92, 122)),
            line("-20,158 0,166 20,158", ink.SKY, 5),
        )
        fish += placed(body, Move(x, 90, angle, size))
    return (*sausages, *fish, *pole)


MOTIFS = {
    5: Motif(ready_meal, ink.LACQUERED),
    6: Motif(noodles_and_rice_paper, ink.HARVEST),
    7: Motif(nuts, ink.EARTHEN),
    8: Motif(sausages_and_dried_fish, ink.CLOTH),
}
