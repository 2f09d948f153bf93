"""Community tourism: a stilt house by the water."""

from catalog.lib.drawing import colours as ink
from catalog.lib.drawing.shapes import Shapes, circle, ellipse, line, outline, poly

from .motif import Motif


def stilt_house() -> Shapes:
    """A thatched house on stilts, and a boat with someone in a palm hat."""
    stilts = tuple(line(f"{x},262 {x},340", ink.BARK, 9) for x in (104, 152, 208, 258))
    house = (
        *stilts,
        line("104,300 258,300", ink.BARK, 5),
        poly("92,200 270,200 270,262 92,262", ink.BROWN),
        poly("206,200 270,200 270,262 206,262", ink.BARK),
        poly("116,214 144,214 144,248 116,248", ink.GOLD),
        poly("164,210 194,210 194,262 164,262", ink.COFFEE),
        poly("222,214 250,214 250,248 222,248", ink.GOLD),
        line("130,214 130,248", ink.BARK, 4),
        line("236,214 236,248", ink.BARK, 4),
        poly("84,258 290,258 290,270 84,270", ink.SAND),
    )
    roof = (
        outline("66,208! 96,168 122,106! 236,106! 262,168 294,208!", "#a5793c"),
        outline("200,106! 236,106! 262,168 294,208! 222,208! 216,160", "#86602c"),
        *(
            line(text, "#c79a58", 4)
            for text in ("112,136 180,136", "100,164 186,164", "84,192 194,192")
        ),
        line("112,98 128,108 230,108 246,98", ink.BARK, 8),
    )
    ladder = (
        line("182,266 164,346", ink.OCHRE, 6),
        line("204,266 188,348", ink.OCHRE, 6),
        *(
            line(f"{181 - 0.23 * (y - 266)},{y} {203 - 0.2 * (y - 266)},{y + 1}", ink.OCHRE, 5)
            for y in (284, 304, 324)
        ),
    )
    palm = (
        line("318,330 324,250 312,176", ink.BARK, 9),
        *(
            outline(text, colour)
            for text, colour in (
                ("312,178! 280,150 250,168! 282,164", ink.LEAF),
                ("312,178! 296,136 262,132! 290,148", ink.LEAF_DEEP),
                ("312,178! 318,130 352,118! 330,144", ink.LEAF_DEEP),
                ("312,178! 344,152 374,174! 340,168", ink.LEAF),
                ("312,178! 344,182 360,214! 330,192", ink.LEAF_LIGHT),
                ("312,178! 282,184 266,214! 296,194", ink.LEAF_LIGHT),
            )
        ),
    )
    water = (
        ellipse((208, 372), (172, 24), "#7fb0ba"),
        line("70,374 110,374", "#b7d6d8", 4),
        line("160,386 214,386", "#b7d6d8", 4),
        line("330,380 364,380", "#b7d6d8", 4),
    )
    boat = (
        outline("212,352! 232,372 282,376 328,370 350,350! 300,360 250,360", ink.COFFEE),
        outline("266,362! 262,336 274,324 290,330 296,362!", ink.INDIGO),
        circle((279, 318), 10, "#d9a679"),
        poly("252,318 279,294 306,318", ink.STRAW),
        line("300,296 244,384", ink.SAND, 5),
    )
    return (*palm, *house, *ladder, *roof, *water, *boat)


MOTIFS = {26: Motif(stilt_house, ink.DUSK)}
