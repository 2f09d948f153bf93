"""Tea, herbal tea, coffee."""

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
    ray,
)

from .motif import Motif, shade


def tea_bud() -> Shapes:
    """One bud and two leaves, and two older leaves below."""
    side = (
        outline("0,0! -34,-30 -50,-84 -34,-136 4,-172! 36,-128 42,-70 26,-24", ink.LEAF),
        outline("0,0! 8,-70 4,-172! 36,-128 42,-70 26,-24", ink.LEAF_DEEP),
        line("0,0 7,-70 5,-140", ink.LEAF_PALE, 4),
        *(line(f"7,{y} -24,{y - 26}", ink.LEAF_LIGHT, 3) for y in (-44, -76, -106)),
    )
    old = (
        outline("0,0! -26,-24 -36,-70 -20,-112 4,-132! 30,-96 32,-50 20,-18", "#2f5a3b"),
        line("0,0 5,-56 4,-106", ink.LEAF_LIGHT, 3),
    )
    return (
        line("200,404 198,330 200,226", ink.LEAF, 9),
        *placed(old, Move(199, 330, -66)),
        *placed(old, Move(199, 316, 66, mirror=True)),
        *placed(side, Move(200, 244, -50)),
        *placed(side, Move(200, 244, 50, mirror=True)),
        *leaf((200, 242), 166, 54, 0, ink.LEAF_PALE, ink.LEAF_LIGHT),
        line("200,226 200,124", ink.LEAF, 4),
    )


def flower_tea() -> Shapes:
    """A glass of tea with a chrysanthemum in it, two more beside the saucer."""
    steam = tuple(
        line(f"{x},{y} {x - 11},{y - 22} {x + 9},{y - 46} {x - 3},{y - 72}", ink.PAPER, 7)
        for x, y in ((160, 152), (204, 138), (246, 154))
    )
    cup = (
        *lathe(200, "118,334! 104,352 40,358!", ink.PAPER, "#ded4c0", 0.3),
        ellipse((200, 334), (118, 15), "#efe7d6"),
        line("282,214 322,212 330,244 306,274 272,278", ink.PAPER, 13),
        *lathe(200, "88,176! 87,230 72,296 44,330!", "#f3ede0", "#e0d6c3", 0.5),
        *lathe(200, "80,202! 78,236 65,292 40,320!", "#e2a93c", "#c98b2a", 0.45),
        ellipse((200, 178), (88, 19), ink.PAPER),
        ellipse((200, 182), (78, 14), "#eec05e"),
    )
    return (
        shade(ink.GOLDEN, 200, 118, 360),
        *steam,
        *cup,
        *placed(_chrysanthemum(ink.GOLD, "#fff4cf"), Move(196, 182)),
        *placed(_chrysanthemum(ink.PAPER, ink.GOLD), Move(86, 326)),
    )


def _chrysanthemum(colour: str, inner: str) -> Shapes:
    outer = tuple(ray((0, 0), (14, 38), 30 * i, colour, 13) for i in range(12))
    ring = tuple(ray((0, 0), (12, 24), 40 * i, inner, 10) for i in range(9))
    return (*outer, *ring, *dots("0,0", 13, ink.AMBER))


def coffee_beans() -> Shapes:
    """Three beans, with the leaves and red cherries they come from."""
    leaves = (
        *leaf((150, 168), 112, 52, -62, ink.LEAF, ink.LEAF_DEEP, ink.LEAF_PALE),
        *leaf((176, 158), 104, 46, -14, ink.LEAF_DEEP, ink.LEAF, ink.LEAF_PALE),
    )
    cherries = (
        circle((176, 140), 19, ink.LACQUER),
        circle((208, 156), 19, ink.LACQUER),
        circle((170, 134), 5, ink.LACQUER_PALE),
        circle((202, 150), 5, ink.LACQUER_PALE),
    )
    beans: Shapes = ()
    for x, y, angle, colour, dark in (
        (270, 172, 24, ink.COFFEE, "#331a12"),
        (136, 238, -24, ink.BROWN, "#63361c"),
        (238, 292, 66, "#8a5230", "#6e3d20"),
    ):
        bean = (
            ellipse((0, 0), (56, 76), "#efe0cb"),
            ellipse((0, 0), (52, 72), colour),
            outline("10,-70 36,-52 51,-4 40,44 8,70 30,40 34,-6 26,-46", dark),
            line("6,-68 -12,-32 12,8 -10,42 -2,68", "#efe0cb", 7),
        )
        beans += placed(bean, Move(x, y, angle))
    return (*leaves, *cherries, *beans)


MOTIFS = {
    11: Motif(tea_bud, ink.LEAFY, is_rooted=True),
    12: Motif(flower_tea, ink.GOLDEN),
    13: Motif(coffee_beans, ink.EARTHEN),
}
