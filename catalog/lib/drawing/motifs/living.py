"""Plants and animals kept for joy: lotus, bonsai, a song bird."""

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


def lotus() -> Shapes:
    """A lotus in flower, a bud and a leaf."""
    pad = (
        line("318,404 320,350 312,306", ink.LEAF, 7),
        outline("226,300 262,276 314,272 362,284 382,306 346,322 300,326 252,320", ink.LEAF),
        outline("252,320! 308,300! 382,306! 346,322 300,326", ink.LEAF_DEEP),
        *(line(f"308,300 {x}", ink.LEAF_LIGHT, 3) for x in ("248,298", "288,278", "342,282")),
    )
    bud = (
        line("84,404 82,320 70,254", ink.LEAF, 7),
        outline("70,262! 46,230 50,190 72,154! 92,192 92,232", ink.ROSE),
        outline("70,262! 76,210 72,154! 92,192 92,232", ink.ROSE_DEEP),
    )
    petal = "0,0! -28,-30 -34,-82 0,-148! 34,-82 28,-30"
    petals = tuple(
        outline(petal, colour).moved(Move(200, 268, angle))
        for angle, colour in (
            (-72, ink.ROSE_DEEP), (72, ink.ROSE_DEEP), (-24, ink.ROSE_DEEP), (24, ink.ROSE_DEEP),
            (-50, ink.ROSE), (50, ink.ROSE), (0, "#e9b3b0"), (-28, ink.ROSE_PALE),
            (28, ink.ROSE_PALE),
        )
    )  # fmt: skip
    front = (
        outline("200,272! 176,240 174,200 200,162! 226,200 224,240", "#fae6df"),
        outline("200,274! 146,270 114,240! 158,240", "#e9b3b0"),
        outline("200,274! 254,270 286,240! 242,240", ink.ROSE),
    )
    stem = line("202,404 206,340 200,262", ink.LEAF, 9)
    return (*pad, *bud, stem, *petals, *front)


def bonsai() -> Shapes:
    """An old apricot tree in a pot, in yellow bloom for Tết."""
    trunk = (
        outline(
            "172,318! 186,284 164,252 168,220 204,192 214,160 206,130! 224,132! 236,164 226,202 "
            "194,228 196,248 220,280 232,318!",
            ink.BARK,
        ),
        outline(
            "204,318! 206,288 182,256 180,232 214,200 226,164 218,132! 224,132! 236,164 226,202 "
            "194,228 196,248 220,280 232,318!",
            ink.COFFEE,
        ),
        line("176,230 140,216 116,214", ink.BARK, 11),
        line("222,190 258,182 286,186", ink.BARK, 11),
    )
    pads: Shapes = ()
    for x, y, size in ((114, 196, 0.94), (288, 168, 1.0), (212, 108, 1.18)):
        cloud = (
            outline(
                "-68,14 -62,-10 -40,-20 -22,-36 8,-38 28,-26 52,-18 66,2 58,18 20,24 -30,24",
                ink.LEAF,
            ),
            outline("-68,14 -40,8 0,12 40,4 66,2 58,18 20,24 -30,24", ink.LEAF_DEEP),
            line("-34,-12 -14,-24 8,-24", ink.LEAF_LIGHT, 7),
        )
        pads += placed(cloud, Move(x, y, 0, size))
    bloom = "84,188 122,176 148,204 176,104 212,82 246,110 262,158 302,146 330,172 204,122"
    blossoms = (*dots(bloom, 9, ink.GOLD), *dots(bloom, 3, ink.LACQUER))
    pot = (
        *lathe(202, "92,308! 92,322!", ink.LACQUER_PALE, "#b8452f", 0.4),
        *lathe(202, "84,322! 72,352!", "#b8452f", ink.LACQUER_DEEP, 0.4),
        poly("140,350 160,350 158,360 144,360", ink.LACQUER_DEEP),
        poly("244,350 264,350 260,360 246,360", ink.LACQUER_DEEP),
        ellipse((202, 310), (74, 8), ink.LEAF_DEEP),
    )
    return (shade(ink.LOTUS, 202, 92, 358), *pot, *trunk, *pads, *blossoms)


def song_bird() -> Shapes:
    """A bird in a bamboo cage."""
    bars = tuple(
        line(f"{200 + top},96 {200 + mid},150 {200 + foot},214 {200 + foot},322", ink.OCHRE, 4)
        for top, mid, foot in (
            (-14, -58, -88), (-9, -40, -58), (-3, -14, -20), (3, 14, 20), (9, 40, 58), (14, 58, 88),
        )
    )  # fmt: skip
    rings = (
        line("140,150 200,160 260,150", ink.AMBER, 6),
        line("112,214 200,226 288,214", ink.AMBER, 7),
    )
    top = (
        line("200,92 200,62 216,46 206,32 192,42", ink.BARK, 6),
        *lathe(200, "8,84! 22,100!", ink.BARK),
    )
    floor = (
        *lathe(200, "96,318! 98,336 92,350!", ink.AMBER, ink.OCHRE, 0.36),
        line("108,332 200,342 292,332", ink.HONEY, 4),
    )
    perch = line("124,288 276,288", ink.BARK, 8)
    bird = (
        outline("246,270! 282,308 272,322! 232,290", "#2f5a63"),
        line("196,284 194,292", ink.BARK, 4),
        line("210,284 210,292", ink.BARK, 4),
        outline(
            "150,220 160,196 184,190 204,204 226,232 256,272! 214,284 178,276 160,250", "#3f7c86"
        ),
        outline("152,226 166,240 172,262 190,276 178,276 160,250", ink.HONEY),
        outline("196,222 224,240 256,272! 218,268 196,250", "#2f5a63"),
        outline("150,208! 128,218 150,224!", ink.AMBER),
        circle((168, 208), 6, ink.PAPER),
        circle((167, 208), 3, ink.INK),
        outline("162,196! 166,180 184,174! 186,192", "#2f5a63"),
    )
    return (shade(ink.JADE, 200, 98, 352), perch, *bird, *bars, *rings, *top, *floor)


MOTIFS = {
    23: Motif(lotus, ink.LOTUS, is_rooted=True),
    24: Motif(bonsai, ink.LOTUS),
    25: Motif(song_bird, ink.JADE),
}
