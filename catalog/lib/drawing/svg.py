"""Shapes as small SVG: one path per run of one colour, relative whole numbers."""

import math
from collections.abc import Iterable
from itertools import groupby, pairwise

from .shapes import Ellipse, Move, Path, Point, Segment, Shape


def document(body: str, *, side: int) -> str:
    """A whole square file, safe as the source of an image: no script, no link, no text."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"'
        f' fill="none" stroke-linecap="round" stroke-linejoin="round">{body}</svg>'
    )


def moved(body: str, move: Move) -> str:
    """A fragment brought to its place (without turning)."""
    across = -move.scale if move.mirror else move.scale
    numbers = (across, 0, 0, move.scale, move.dx, move.dy)
    matrix = " ".join(f"{round(number, 2):g}" for number in numbers)
    return f'<g transform="matrix({matrix})">{body}</g>'


def fragment(shapes: Iterable[Shape]) -> str:
    """The elements alone, in drawing order."""
    runs = groupby(shapes, key=lambda s: (s.colour, getattr(s, "width", 0)))
    return "".join(_element(colour, width, run) for (colour, width), run in runs)


def _element(colour: str, width: float, run: Iterable[Shape]) -> str:
    data = "".join(_arcs(s) if isinstance(s, Ellipse) else _path(s) for s in run)
    if width:
        return f'<path stroke="{colour}" stroke-width="{round(width, 1):g}" d="{data}"/>'
    return f'<path fill="{colour}" d="{data}"/>'


def _arcs(shape: Ellipse) -> str:
    """Two half turns, clockwise like every outline, so that overlaps never cut a hole."""
    rx, ry, turn = round(shape.rx), round(shape.ry), round(shape.angle) % 180
    dx = round(shape.rx * math.cos(math.radians(turn)))
    dy = round(shape.rx * math.sin(math.radians(turn)))
    x, y = round(shape.centre[0]) - dx, round(shape.centre[1]) - dy
    radii = _join(rx, ry, turn)
    there, back = _join(2 * dx, 2 * dy), _join(-2 * dx, -2 * dy)
    return f"M{_join(x, y)}a{radii} 01{there}a{radii} 01{back}z"


def _path(path: Path) -> str:
    start, segments = path.start, path.segments
    if not path.width and _area(start, segments) < 0:
        start, segments = _reversed(start, segments)
    x, y = round(start[0]), round(start[1])
    data = [f"M{_join(x, y)}"]
    mirrored = (0, 0)
    for segment in segments:
        numbers = [n for px, py in segment for n in (round(px) - x, round(py) - y)]
        if len(segment) == 1:
            letter, mirrored = "l", (0, 0)
        else:
            letter = "c"
            if _near(numbers, mirrored):
                letter, numbers = "s", numbers[2:]
            mirrored = (numbers[-2] - numbers[-4], numbers[-1] - numbers[-3])
        data.append(_command(letter, numbers))
        x, y = x + numbers[-2], y + numbers[-1]
    if not segments:
        data.append("h0")
    return "".join(data) + ("" if path.width else "z")


def _command(letter: str, numbers: list[int]) -> str:
    if letter == "l" and numbers[1] == 0:
        return f"h{numbers[0]}"
    if letter == "l" and numbers[0] == 0:
        return f"v{numbers[1]}"
    return f"{letter}{_join(*numbers)}"


def _near(out: list[int], mirrored: tuple[int, int]) -> bool:
    return abs(out[0] - mirrored[0]) <= 1 and abs(out[1] - mirrored[1]) <= 1


def _area(start: Point, segments: tuple[Segment, ...]) -> float:
    points = [start, *(p for s in segments for p in s), start]
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(points))


def _reversed(start: Point, segments: tuple[Segment, ...]) -> tuple[Point, tuple[Segment, ...]]:
    stops = [start, *(s[-1] for s in segments)]
    turned = [
        (*segment[-2::-1], stop)
        for segment, stop in zip(reversed(segments), reversed(stops[:-1]), strict=True)
    ]
    return stops[-1], tuple(turned)


def _join(*numbers: int) -> str:
    """Numbers with a blank only where a minus sign does not part them already."""
    text = ""
    for number in numbers:
        text += f" {number}" if text and number >= 0 else str(number)
    return text
