"""A motif in its land, as SVG or as pixels."""

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from . import land, raster, svg
from .motifs import MOTIFS
from .motifs.motif import GROUND
from .shapes import Move, Shapes, placed

SETS = tuple(sorted(MOTIFS))
SIDE = 400


@dataclass(frozen=True, slots=True)
class Scene:
    """The land behind and before a motif, and where the motif stands in it."""

    behind: Shapes
    before: Shapes
    move: Move


def scene(set_no: int, key: str, *, span: tuple[int, int] = (0, SIDE)) -> Scene:
    """What the key decides; ``span`` wider than the square shows more land at the sides."""
    dice = land.Dice(f"{set_no}/{key}")
    mirror, size = dice.one_of((False, True)), dice.between(0.86, 1)
    middle = SIDE / 2 + dice.between(-14, 14)
    tinted = land.tinted(MOTIFS[set_no].land, dice)
    return Scene(
        behind=land.behind(tinted, dice, span),
        before=land.before(tinted, dice, span),
        move=Move(
            dx=middle + (size if mirror else -size) * SIDE / 2,
            dy=(1 - size) * GROUND,
            scale=size,
            mirror=mirror,
        ),
    )


def draw_svg(set_no: int, key: str) -> str:
    """The picture of a product: ``key`` (its slug) decides hills, sun, tint and direction."""
    drawn = scene(set_no, key)
    behind, before = svg.fragment(drawn.behind), svg.fragment(drawn.before)
    subject = svg.moved(_subject(set_no), drawn.move)
    layers = (behind, subject, before) if MOTIFS[set_no].is_rooted else (behind, before, subject)
    return svg.document("".join(layers), side=SIDE)


def draw_raster(set_no: int, key: str, size: int | tuple[int, int]) -> Image.Image:
    """The same picture as pixels; a size wider than high shows more land at both sides."""
    width, height = (size, size) if isinstance(size, int) else size
    shown = SIDE * width / height
    left = (SIDE - shown) / 2
    drawn = scene(set_no, key, span=(round(left) - 1, round(left + shown) + 1))
    subject = placed(MOTIFS[set_no].draw(), drawn.move)
    rooted = MOTIFS[set_no].is_rooted
    shapes = drawn.behind + (subject + drawn.before if rooted else drawn.before + subject)
    return raster.image(shapes, size=(width, height), box=(left, 0, shown, SIDE))


@lru_cache(maxsize=64)
def _subject(set_no: int) -> str:
    return svg.fragment(MOTIFS[set_no].draw())
