"""Medicinal herbs: remedies, cosmetics, essential oils."""

from catalog.lib.drawing import colours as ink
from catalog.lib.drawing.shapes import (
    Move,
    Shapes,
    dots,
    ellipse,
    lathe,
    leaf,
    line,
    outline,
    placed,
    ray,
)

from .motif import Motif, shade


def mortar() -> Shapes:
    """Mortar and pestle with fresh herbs."""
    herbs = (
        *leaf((164, 214), 128, 50, -40, ink.LEAF, ink.LEAF_DEEP, ink.LEAF_PALE),
        *leaf((180, 214), 140, 50, -8, ink.LEAF_LIGHT, ink.LEAF, ink.LEAF_PALE),
        *leaf((150, 214), 84, 40, -70, ink.LEAF_DEEP, ink.LEAF, ink.LEAF_PALE),
    )
    pestle = placed(
        (
            outline(
                "-11,0! -10,-110 -14,-134 -16,-152 0,-166 16,-152 14,-134 10,-110 11,0!", "#b9b3a6"
            ),
            outline("2,0! 3,-110 5,-150 0,-166 16,-152 14,-134 10,-110 11,0!", "#928b7e"),
        ),
        Move(222, 226, 38),
    )
    bowl = (
        *lathe(
            200,
            "108,216! 110,234! 98,238! 94,284 62,320! 54,334! 70,340! 70,354!",
            "#8d877b",
            "#6c665b",
            0.3,
        ),
        ellipse((200, 216), (108, 22), "#a8a294"),
        ellipse((200, 218), (92, 15), "#4f4a41"),
    )
    front = (
        line("112,254 150,266 200,270 250,266 288,254", "#a8a294", 5),
        *leaf((200, 318), 40, 22, 0, "#b9c7a4"),
        *leaf((197, 318), 32, 18, -52, "#b9c7a4"),
        *leaf((203, 318), 32, 18, 52, "#b9c7a4"),
    )
    root = (
        outline("300,352 296,330 316,324 320,306 334,310 332,328 350,334 346,352", ink.SAND),
        line("306,338 318,340", ink.OCHRE, 3),
        line("326,332 336,342", ink.OCHRE, 3),
    )
    return (shade(ink.JADE, 206, 112, 354), *herbs, *bowl, *pestle, *front, *root)


def cream_jar() -> Shapes:
    """An open jar of cream, its lid, and a blossom."""
    lid = placed(
        (
            ellipse((0, 0), (30, 74), ink.OCHRE),
            ellipse((-12, 0), (28, 74), ink.HONEY),
            ellipse((-12, 0), (18, 58), ink.GOLD),
        ),
        Move(304, 282, 12),
    )
    jar = (
        *lathe(186, "100,244! 104,262 104,326 92,352!", "#e9c9bd", "#d4a596", 0.36),
        *lathe(186, "88,226! 88,250!", ink.PAPER, "#e6dccb", 0.36),
        ellipse((186, 226), (88, 18), "#e6dccb"),
    )
    cream = (
        outline(
            "110,224 124,196 150,186 164,160 196,148 214,128 210,154 232,172 246,196 262,222 "
            "186,238",
            ink.PAPER,
        ),
        outline("214,128 210,154 232,172 246,196 262,222 220,234 226,204 206,180", "#ece0d2"),
        line("140,208 174,214 214,206", "#e0d0c0", 5),
        line("162,184 188,188 212,178", "#e0d0c0", 5),
    )
    label = (
        ellipse((170, 302), (40, 29), ink.PAPER),
        *leaf((170, 320), 38, 18, 0, ink.LEAF_LIGHT),
        *leaf((170, 320), 32, 16, -48, ink.LEAF),
        *leaf((170, 320), 32, 16, 48, ink.LEAF),
    )
    turns = (10, 82, 154, 226, 298)
    flower = (
        *leaf((0, 0), 62, 30, 80, ink.LEAF, ink.LEAF_DEEP),
        *(outline("0,0! -22,-26 0,-48 22,-26", ink.ROSE_PALE).moved(Move(0, 0, a)) for a in turns),
        *(ray((0, 0), (10, 26), a, ink.ROSE, 5) for a in turns),
        *dots("0,0", 10, ink.GOLD),
    )
    return (
        shade(ink.LOTUS, 200, 136, 354),
        *lid,
        *cream,
        *jar,
        *label,
        *placed(flower, Move(90, 326)),
    )


def essential_oil() -> Shapes:
    """A dropper bottle between lemongrass and lavender."""
    lavender = placed(_lavender(), Move(106, 356, -8, 1.1))
    bottle = (
        *lathe(214, "13,58 20,74 20,112!", "#4a4038", "#2f2822", 0.2),
        *lathe(214, "29,112! 30,146!", ink.GOLD, ink.AMBER, 0.3),
        *lathe(214, "24,146! 26,158 66,180 70,204 70,336 62,352!", "#a65a1e", "#7f3f12", 0.36),
        line("160,196 156,230", "#d08a4c", 7),
        *lathe(214, "70,222! 70,318!", ink.CREAM, "#e6d6b0", 0.5),
    )
    label = (
        outline("214,240! 192,268 190,290 214,304 238,290 236,268", ink.LEAF_LIGHT),
        outline("214,240! 218,270 214,304 238,290 236,268", ink.LEAF),
    )
    mint = (
        *leaf((312, 352), 74, 40, -24, ink.LEAF, ink.LEAF_DEEP, ink.LEAF_PALE),
        *leaf((318, 352), 68, 38, 34, ink.LEAF_LIGHT, ink.LEAF, ink.LEAF_PALE),
    )
    drop = outline("318,196! 300,226 302,246 318,254 334,246 336,226", ink.HONEY)
    return (
        shade(ink.PLUM, 214, 130, 354),
        *lavender,
        *bottle,
        *label,
        *mint,
        drop,
        line("310,232 312,242", ink.CREAM, 4),
    )


def _lavender() -> Shapes:
    feet = [(1, y) for y in range(-104, -200, -19)]
    return (
        *leaf((0, -8), 92, 16, -24, ink.LEAF),
        *leaf((0, -8), 84, 16, 26, ink.LEAF),
        line("0,0 2,-90 0,-180", ink.LEAF, 5),
        *(ray(foot, (5, 16), angle, "#8a68a8", 12) for foot in feet for angle in (-58, 58)),
        *(ray(foot, (5, 14), 0, "#6d4c8c", 11) for foot in feet),
    )


MOTIFS = {
    18: Motif(mortar, ink.JADE),
    19: Motif(cream_jar, ink.LOTUS),
    20: Motif(essential_oil, ink.PLUM),
}
