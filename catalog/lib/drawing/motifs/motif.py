"""What a motif is, and the shade below things that stand on the near hill."""

from collections.abc import Callable
from dataclasses import dataclass

from catalog.lib.drawing.colours import Land, mixed
from catalog.lib.drawing.shapes import Ellipse, Shapes, ellipse

GROUND = 352  # where things stand


@dataclass(frozen=True, slots=True)
class Motif:
    """A drawing in the square and the land that suits it."""

    draw: Callable[[], Shapes]
    land: Land
    is_rooted: bool = False  # the near hill hides its foot


def shade(land: Land, x: float, rx: float, y: float = GROUND) -> Ellipse:
    """The dark patch under a thing."""
    return ellipse((x, y), (rx, 0.09 * rx + 3), mixed(land.near, "#000000", 0.28))
