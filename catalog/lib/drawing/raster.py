"""Shapes as pixels: drawn too large, then made smaller, so that edges are smooth."""

import math
from collections.abc import Iterable

from PIL import Image, ImageDraw

from .shapes import Ellipse, Path, Point, Shape

STEPS = 10  # straight pieces for one curve


def image(
    shapes: Iterable[Shape], *, size: tuple[int, int], box: tuple[float, float, float, float]
) -> Image.Image:
    """The part ``box`` (left, top, width, height) of the drawing on ``size`` pixels."""
    finer = 2 if max(size) > 640 else 3  # noqa: PLR2004
    canvas = Image.new("RGB", (size[0] * finer, size[1] * finer))
    draw = ImageDraw.Draw(canvas)
    scale = canvas.width / box[2]
    for shape in shapes:
        points = [((x - box[0]) * scale, (y - box[1]) * scale) for x, y in flat(shape)]
        if isinstance(shape, Path) and shape.width:
            _stroke(draw, points, shape.colour, shape.width * scale)
        else:
            draw.polygon(points, fill=shape.colour)
    return canvas.reduce(finer)


def flat(shape: Shape) -> list[Point]:
    """The outline as points close enough to look round."""
    if isinstance(shape, Ellipse):
        return _flat_ellipse(shape)
    points, here = [shape.start], shape.start
    for segment in shape.segments:
        if len(segment) == 1:
            points.append(segment[0])
        else:
            points += [_bezier(here, segment, step / STEPS) for step in range(1, STEPS + 1)]
        here = segment[-1]
    return points


def _flat_ellipse(shape: Ellipse) -> list[Point]:
    turn = math.radians(shape.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    count = 16 + int(max(shape.rx, shape.ry))
    points = []
    for i in range(count):
        x = shape.rx * math.cos(i * math.tau / count)
        y = shape.ry * math.sin(i * math.tau / count)
        points.append((shape.centre[0] + x * cos - y * sin, shape.centre[1] + x * sin + y * cos))
    return points


def _bezier(start: Point, segment: tuple[Point, ...], t: float) -> Point:
    (bx, by), (cx, cy), (dx, dy) = segment
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return a * start[0] + b * bx + c * cx + d * dx, a * start[1] + b * by + c * cy + d * dy


def _stroke(draw: ImageDraw.ImageDraw, points: list[Point], colour: str, width: float) -> None:
    if len(points) > 1:
        draw.line(points, fill=colour, width=round(width), joint="curve")
    r = width / 2
    for x, y in {points[0], points[-1]}:
        draw.ellipse((x - r, y - r, x + r, y + r), fill=colour)
