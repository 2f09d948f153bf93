"""The few shapes that every picture is made of, in a square of 400 by 400 (y points down).

An outline is written as text: ``"200,90! 240,150 220,230"`` is a smooth curve through the
points, with a corner where ``!`` stands. One list of shapes becomes SVG (``svg.py``) or
pixels (``raster.py``), so both show the same picture.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

Point = tuple[float, float]
# Where a piece ends; before it, for a curve, its two control points (cubic Bézier).
Segment = tuple[Point, ...]

HANDLE = 0.36  # of the shorter neighbouring chord: close to a circle, never overshooting
BELLY = 0.22  # more of it for each neighbour that is a corner


@dataclass(frozen=True, slots=True)
class Path:
    """An outline to fill, or, when ``width`` is given, a line with round ends to draw.

    A line without segments is a disc.
    """

    start: Point
    segments: tuple[Segment, ...]
    colour: str
    width: float = 0

    def moved(self, move: "Move") -> "Path":
        """The same outline elsewhere."""
        return replace(
            self,
            start=move.point(self.start),
            segments=tuple(tuple(map(move.point, s)) for s in self.segments),
            width=self.width * move.scale,
        )


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A filled ellipse, turned by ``angle`` degrees clockwise."""

    centre: Point
    rx: float
    ry: float
    colour: str
    angle: float = 0

    def moved(self, move: "Move") -> "Ellipse":
        """The same ellipse elsewhere."""
        angle = -self.angle if move.mirror else self.angle
        return replace(
            self,
            centre=move.point(self.centre),
            rx=self.rx * move.scale,
            ry=self.ry * move.scale,
            angle=angle + move.angle,
        )


Shape = Path | Ellipse
Shapes = tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Mirror (left for right at x = 0), then scale, then turn, then shift."""

    dx: float = 0
    dy: float = 0
    angle: float = 0
    scale: float = 1
    mirror: bool = False

    def point(self, point: Point) -> Point:
        """Where a point comes to lie."""
        x, y = point
        x, y = (-x if self.mirror else x) * self.scale, y * self.scale
        turn = math.radians(self.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        return x * cos - y * sin + self.dx, x * sin + y * cos + self.dy


def placed(shapes: Iterable[Shape], move: Move) -> Shapes:
    """Shapes drawn around 0,0 brought to their place."""
    return tuple(shape.moved(move) for shape in shapes)


def outline(text: str, colour: str) -> Path:
    """A filled smooth outline."""
    points, corners = _read(text)
    return Path(points[0], _smooth(points, corners, closed=True), colour)


def poly(text: str, colour: str) -> Path:
    """A filled outline with straight sides."""
    points, _ = _read(text)
    return Path(points[0], tuple((p,) for p in points[1:]), colour)


def line(text: str, colour: str, width: float) -> Path:
    """A smooth open line with round ends."""
    points, corners = _read(text)
    corners[0] = corners[-1] = True
    return Path(points[0], _smooth(points, corners, closed=False), colour, width)


def ellipse(centre: Point, radii: Point, colour: str, angle: float = 0) -> Ellipse:
    """A filled ellipse."""
    return Ellipse(centre, radii[0], radii[1], colour, angle)


def circle(centre: Point, radius: float, colour: str) -> Path:
    """A filled disc: a line without length, with round ends."""
    return Path(centre, (), colour, 2 * radius)


def dots(text: str, radius: float, colour: str) -> Shapes:
    """Small discs of one size."""
    points, _ = _read(text)
    return tuple(circle(point, radius, colour) for point in points)


def ray(foot: Point, reach: tuple[float, float], angle: float, colour: str, width: float) -> Path:
    """A straight line with round ends, from the first to the second distance off ``foot``."""
    near, far = reach
    stroke = Path((0, -near), (((0, -far),),), colour, width)
    return stroke.moved(Move(*foot, angle))


def lathe(x: float, profile: str, colour: str, shade: str = "", cut: float = 0.3) -> Shapes:
    """A vessel as from a potter's wheel: ``profile`` gives half-width and height, top to foot.

    With ``shade``, the part right of ``cut`` half-widths lies in that colour.
    """
    points, corners = _read(profile)
    right = [(x + w, y) for w, y in points]
    left = [(x - w, y) for w, y in points]
    body = _closed(right + left[::-1], corners + corners[::-1], colour)
    if not shade:
        return (body,)
    inner = [(x + w * cut, y) for w, y in points]
    return body, _closed(right + inner[::-1], corners + corners[::-1], shade)


def leaf(foot: Point, length: float, width: float, angle: float, *colours: str) -> Shapes:
    """A pointed leaf growing from ``foot`` (angle 0 is up); a second colour is its far half.

    A third colour draws the midrib.
    """
    half, low, high, tip = 0.67 * width, -0.28 * length, -0.68 * length, (0.0, -length)
    far_side = ((half, high), (half, low), (0.0, 0.0))
    shapes = [Path((0, 0), (((-half, low), (-half, high), tip), far_side), colours[0])]
    if len(colours) > 1:
        shapes.append(Path((0, 0), ((tip,), far_side), colours[1]))
    if len(colours) > 2:  # noqa: PLR2004
        shapes.append(ray((0, 0), (0.08 * length, 0.8 * length), 0, colours[2], 3))
    return placed(shapes, Move(*foot, angle))


def _read(text: str) -> tuple[list[Point], list[bool]]:
    words = text.split()
    points = [tuple(map(float, word.rstrip("!").split(","))) for word in words]
    return points, [word.endswith("!") for word in words]


def _closed(points: Sequence[Point], corners: Sequence[bool], colour: str) -> Path:
    return Path(points[0], _smooth(points, corners, closed=True), colour)


def smooth_line(points: Sequence[Point]) -> tuple[Segment, ...]:
    """Curves through all points, first to last."""
    corners = [i in {0, len(points) - 1} for i in range(len(points))]
    return _smooth(points, corners, closed=False)


def _smooth(
    points: Sequence[Point], corners: Sequence[bool], *, closed: bool
) -> tuple[Segment, ...]:
    count = len(points)
    handles = [_handle(points, corners, i) for i in range(count)]
    segments = []
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        if corners[i] and corners[j]:
            segments.append((points[j],))
            continue
        out = (points[i][0] + handles[i][0], points[i][1] + handles[i][1])
        into = (points[j][0] - handles[j][0], points[j][1] - handles[j][1])
        segments.append((out, into, points[j]))
    return tuple(segments)


def _handle(points: Sequence[Point], corners: Sequence[bool], i: int) -> Point:
    """Half of the tangent at a point: along its neighbours, as long as the nearer one allows.

    The same on both sides, and none at a corner, so that SVG can leave it out (command ``s``);
    next to a corner it is longer, to keep the belly of the curve.
    """
    after_i = (i + 1) % len(points)
    before, here, after = points[i - 1], points[i], points[after_i]
    along = (after[0] - before[0], after[1] - before[1])
    span = math.hypot(*along)
    if corners[i] or not span:
        return 0.0, 0.0
    belly = 1 + BELLY * (corners[i - 1] + corners[after_i])
    reach = HANDLE * belly * min(math.dist(before, here), math.dist(here, after)) / span
    return along[0] * reach, along[1] * reach
