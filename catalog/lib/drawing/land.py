"""Sky, sun and three lines of hills, drawn from a key: the same key, the same land."""

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from . import colours
from .colours import Land
from .shapes import Move, Path, Shape, Shapes, circle, ellipse, line, placed, poly, smooth_line

STEP = 50  # between two points of a hill line
FLOOR = 420
# The hour of the day: what is stirred into the sky and how much, and into the sun.
HOURS = (
    ("#ffffff", 0.0, "#ffffff", 0.0),
    ("#ffffff", 0.35, "#ffffff", 0.25),
    ("#f3c9a5", 0.22, "#f0a868", 0.45),
    ("#f7dc9a", 0.25, "#f2bf55", 0.5),
    ("#b9cbe0", 0.25, "#ffffff", 0.6),
)


class Dice:
    """Numbers that look thrown but follow from the key."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()
        self._throws = 0

    def between(self, low: float, high: float) -> float:
        """A number from ``low`` up to ``high``."""
        seed = hashlib.blake2b(self._key, digest_size=4, salt=self._throws.to_bytes(2, "big"))
        self._throws += 1
        return low + (high - low) * int.from_bytes(seed.digest(), "big") / 2**32

    def one_of(self, things: Sequence):
        """One of the things."""
        return things[int(self.between(0, len(things)))]


def tinted(land: Land, dice: Dice) -> Land:
    """The land at an hour of its own."""
    turn = dice.between(-0.025, 0.025)
    sky_ink, sky_share, sun_ink, sun_share = dice.one_of(HOURS)
    land = Land(*(colours.turned(getattr(land, name), turn) for name in land.__slots__))
    return replace(
        land,
        sky=colours.mixed(land.sky, sky_ink, sky_share),
        sun=colours.mixed(land.sun, sun_ink, sun_share),
    )


def behind(land: Land, dice: Dice, span: tuple[int, int]) -> Shapes:
    """Sky, sun, birds or clouds, and the two farther hill lines, over ``span`` of x."""
    left, right = span
    side = dice.one_of((-1, 1))
    sun = circle(
        (200 + side * dice.between(70, 130), dice.between(62, 130)), dice.between(30, 52), land.sun
    )
    far = _ridge(dice.one_of((_rolling, _rolling, _karst)), 262, dice, span)
    middle = _ridge(_rolling, 296, dice, span)
    return (
        poly(f"{left},0 {right},0 {right},400 {left},400", land.sky),
        sun,
        *_company(land, dice, side),
        _hill(far, land.far),
        _hill(middle, land.middle),
        *_terraces(middle, land, dice),
    )


def before(land: Land, dice: Dice, span: tuple[int, int]) -> Shapes:
    """The near hill."""
    return (_hill(_ridge(_near, 334, dice, span), land.near),)


def _ridge(shape: Callable, base: float, dice: Dice, span: tuple[int, int]) -> list:
    height = shape(dice)
    start, stop = span[0] // STEP * STEP, span[1] + STEP
    return [(x, base - height(x)) for x in range(start, stop, STEP)]


def _rolling(dice: Dice) -> Callable[[float], float]:
    (a, p), (b, q) = [(dice.between(8, 20), dice.between(0, 7)) for _ in range(2)]
    long, short = dice.between(58, 80), dice.between(24, 34)
    return lambda x: a * math.sin(x / long + p) + 0.6 * b * math.sin(x / short + q)


def _near(dice: Dice) -> Callable[[float], float]:
    height = _rolling(dice)
    return lambda x: 0.6 * height(x)


def _karst(dice: Dice) -> Callable[[float], float]:
    """Steep round hills with gaps between, as in the bays and valleys of the north."""
    salt = dice.between(0, 99)

    def height(x: float) -> float:
        peak = math.sin(x / 31 + salt) + 0.7 * math.sin(x / 73 + 2 * salt)
        return 62 * max(0.0, peak) ** 0.7 - 12

    return height


def _hill(points: list, colour: str) -> Path:
    last = points[-1][0]
    ground = (((last, FLOOR),), ((points[0][0], FLOOR),))
    return Path(points[0], (*smooth_line(points), *ground), colour)


def _terraces(points: list, land: Land, dice: Dice) -> tuple[Path, ...]:
    """Now and then the steps of rice terraces, a little lighter than their hill."""
    colour = colours.mixed(land.middle, land.far, 0.45)
    lines = dice.one_of((0, 0, 2))
    drops = [14 * (i + 1) for i in range(lines)]
    lowered = [[(x, 0.86 * y + 0.14 * 296 + drop) for x, y in points] for drop in drops]
    return tuple(Path(p[0], smooth_line(p), colour, 2) for p in lowered)


def _company(land: Land, dice: Dice, sun_side: int) -> Shapes:
    """Birds, a cloud or nothing, on the side without the sun."""
    kind = dice.one_of(("", "birds", "cloud", "birds", "cloud"))
    x, y = 200 - sun_side * dice.between(80, 135), dice.between(48, 110)
    if kind == "birds":
        bird = line("-13,-5 -6,-8 0,0! 6,-8 13,-5", land.middle, 3)
        flock: list[Shape] = [bird.moved(Move(x, y))]
        flock += [bird.moved(Move(x + 26, y + 15, scale=0.75))]
        return tuple(flock)
    if kind == "cloud":
        white = colours.mixed(land.sky, "#ffffff", 0.55)
        return placed(
            (
                ellipse((0, 0), (46, 9), white),
                ellipse((-10, -9), (22, 12), white),
                ellipse((14, -6), (18, 10), white),
            ),
            Move(x, y),
        )
    return ()
