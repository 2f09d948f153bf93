"""Condiments: fish sauce, and pepper, chilli and garlic."""

from catalog.lib.drawing import colours as ink
from catalog.lib.drawing.shapes import (
    Move,
    Shapes,
    circle,
    dots,
    ellipse,
    lathe,
    line,
    outline,
    placed,
    poly,
)

from .motif import Motif, shade


def fish_sauce() -> Shapes:
    """A bottle with a fish on its label, and a small bowl of sauce with chilli."""
    bottle = (
        *lathe(
            164,
            "20,70! 20,118! 24,142 58,178 62,204 62,336 54,352!",
            "#a4561c",
            "#7d3d12",
            0.36,
        ),
        *lathe(164, "23,54! 23,92!", ink.LACQUER, ink.LACQUER_DEEP, 0.3),
        *lathe(164, "62,214! 62,310!", ink.CREAM, "#e6d3a8", 0.5),
        line("128,150 116,172 112,200", "#cf8a4a", 6),
    )
    fish = (
        poly("34,0 58,-17 58,17", ink.SEA_DEEP),
        outline("-46,0! -22,-18 6,-19 40,0! 6,19 -22,18", ink.SEA),
        circle((-28, -4), 4, ink.PAPER),
        line("-13,-13 -8,0 -13,13", ink.SKY, 3),
        line("4,-12 9,0 4,12", ink.SKY, 3),
    )
    label = (
        *placed(fish, Move(160, 256, 0, 0.92)),
        line("112,294 130,288 148,294 166,288 184,294 202,288 216,292", ink.SEA, 4),
    )
    bowl = (
        *lathe(290, "62,300! 58,322 36,346 28,352!", ink.PAPER, "#ddd3bf", 0.35),
        ellipse((290, 300), (62, 15), "#ddd3bf"),
        ellipse((290, 301), (54, 11), "#8f4514"),
        line("262,300 272,298", ink.LACQUER_PALE, 7),
        line("290,304 300,302", ink.LACQUER_PALE, 7),
        line("312,299 318,297", ink.LACQUER_PALE, 7),
        line("248,326 290,336 332,326", ink.INDIGO, 4),
    )
    return (shade(ink.SEASIDE, 220, 132), *bottle, *label, *bowl)


def pepper_and_chilli() -> Shapes:
    """Garlic, three chillies and a scatter of pepper."""
    garlic = (
        line("152,196 148,160 156,138", "#e2d6bf", 12),
        outline(
            "152,184! 134,214 88,248 82,304 112,346 152,352 192,346 222,304 216,248 170,214",
            ink.PAPER,
        ),
        outline("152,184! 176,240 180,300 152,352 192,346 222,304 216,248 170,214", "#e8dcc6"),
        line("150,192 124,244 120,300 138,346", "#cdb9a6", 4),
        line("154,192 180,244 184,300 166,346", "#cdb9a6", 4),
        line("152,196 152,346", "#cdb9a6", 3),
    )
    pod = (
        outline("-16,0 -22,30 -20,84 -6,140 22,184! 14,130 20,80 20,30 14,0", ink.LACQUER),
        outline("6,2 6,60 4,110 22,184! 14,130 20,80 20,30 14,0", ink.LACQUER_DEEP),
        line("-11,24 -12,66 -8,92", ink.LACQUER_PALE, 6),
        outline("-20,6 -14,-10 0,-14 14,-10 19,6 0,2", ink.LEAF),
        line("0,-10 -2,-28 -14,-42", ink.LEAF_DEEP, 7),
    )
    chillies = (
        *placed(pod, Move(288, 150, -8, 0.98)),
        *placed(pod, Move(222, 132, 16, 0.84, mirror=True)),
    )
    corns = (
        *dots("214,346 238,354 258,340 282,352 304,344 248,330 326,354", 9, ink.INK),
        *dots("211,343 235,351 255,337 279,349 301,341 245,327 323,351", 2.5, "#8a7f70"),
    )
    return (shade(ink.LACQUERED, 160, 90, 354), *chillies, *garlic, *corns)


MOTIFS = {
    9: Motif(fish_sauce, ink.SEASIDE),
    10: Motif(pepper_and_chilli, ink.LACQUERED),
}
