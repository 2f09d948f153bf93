"""Drawn pictures: one for each set, the same for the same product, no two alike."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from PIL import Image

from catalog.lib.drawing import SETS, brand, draw_raster, draw_svg, raster, svg
from catalog.lib.drawing.motifs import MOTIFS
from catalog.lib.drawing.shapes import Move, circle, dots, ellipse, leaf, outline, placed, poly

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {SVG + "svg", SVG + "path", SVG + "g"}
HARMLESS = {
    "viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "d",
    "transform",
}  # fmt: skip


def test_every_product_set_has_a_motif_of_its_own():
    assert tuple(range(1, 27)) == SETS
    assert len({draw_svg(set_no, "che-shan") for set_no in SETS}) == 26


@pytest.mark.parametrize("set_no", SETS)
def test_a_picture_is_small_and_holds_nothing_but_shapes(set_no):
    text = draw_svg(set_no, "che-shan-tuyet")

    elements = list(ET.fromstring(text).iter())  # noqa: S314

    assert len(text) <= 3_500
    assert {e.tag for e in elements} == DRAWN
    assert {name for e in elements for name in e.attrib} <= HARMLESS
    assert not any((e.text or "").strip() for e in elements)


def test_pictures_weigh_little_on_the_whole():
    sizes = [len(draw_svg(set_no, f"san-pham-{n}")) for set_no in SETS for n in range(10)]
    assert sum(sizes) / len(sizes) <= 2_750


def test_a_product_looks_the_same_in_every_process():
    command = "from catalog.lib.drawing import draw_svg; print(draw_svg(4, 'mat-ong'), end='')"

    elsewhere = subprocess.run(
        [sys.executable, "-c", command],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    )

    assert elsewhere.stdout == draw_svg(4, "mat-ong")


def test_no_two_of_many_products_look_the_same():
    assert len({draw_svg(11, f"che-{n}") for n in range(3_000)}) == 3_000


@pytest.mark.parametrize("set_no", SETS)
def test_a_motif_stays_inside_the_square(set_no):
    motif = MOTIFS[set_no]
    points = [p for shape in motif.draw() for p in raster.flat(shape)]

    assert min(x for x, _ in points) >= 15
    assert max(x for x, _ in points) <= 385
    assert min(y for _, y in points) >= 25
    assert max(y for _, y in points) <= (410 if motif.is_rooted else 398)


def test_pixels_show_the_same_picture_at_every_size():
    small, large = draw_raster(23, "sen", 100), draw_raster(23, "sen", 400)
    difference = zip(large.resize((100, 100)).tobytes(), small.tobytes(), strict=True)
    assert sum(abs(a - b) for a, b in difference) / (100 * 100 * 3) < 4


def test_a_wide_picture_shows_the_square_one_in_its_middle():
    square, wide = draw_raster(4, "mat-ong", 630), draw_raster(4, "mat-ong", (1200, 630))
    middle = wide.crop((285, 0, 915, 630))
    difference = zip(square.tobytes(), middle.tobytes(), strict=True)
    assert wide.size == (1200, 630)
    assert sum(abs(a - b) for a, b in difference) / len(square.tobytes()) < 4


def test_outlines_run_one_way_so_that_overlaps_cut_no_hole():
    one, other = poly("0,0 10,0 10,10 0,10", "#000"), poly("5,5 5,15 15,15 15,5", "#000")
    assert svg.fragment((one, other)) == (
        '<path fill="#000" d="M0 0h10v10h-10zM15 5v10h-10v-10z"/>'
    )


def test_a_curve_between_corners_is_written_in_the_short_form():
    (line,) = svg.fragment((outline("0,0! 20,40 40,0!", "#111"),)).split('d="')[1:]
    assert line == 'M0 0h40s3 40-20 40s-20-40-20-40z"/>'


def test_discs_are_lines_without_length():
    assert svg.fragment(dots("3,4 9,9", 2, "#222")) == (
        '<path stroke="#222" stroke-width="4" d="M3 4h0M9 9h0"/>'
    )


def test_an_ellipse_turns_both_ways_alike():
    turned = ellipse((100, 100), (40, 20), "#333", 30)
    assert svg.fragment((turned,)) == (
        '<path fill="#333" d="M65 80a40 20 30 0170 40a40 20 30 01-70-40z"/>'
    )
    (mirrored,) = placed((turned,), Move(dx=200, mirror=True))
    assert (mirrored.centre, mirrored.angle) == ((100, 100), -30)


def test_shapes_grow_and_turn_with_their_place():
    (disc,) = placed((circle((10, 0), 3, "#444"),), Move(dx=5, dy=5, angle=90, scale=2))
    assert (round(disc.start[0]), round(disc.start[1]), disc.width) == (5, 25, 12)
    (blade,) = leaf((50, 50), 20, 8, 180, "#444")
    tip = blade.segments[0][-1]
    assert (round(tip[0]), round(tip[1])) == (50, 70)


@pytest.mark.parametrize("name", ["logo.svg", "favicon.svg"])
def test_the_mark_in_static_is_what_the_code_draws(name):
    assert _static(name).read_text() == brand.logo() + "\n"


def test_the_cover_picture_has_the_size_that_sites_ask_for():
    with Image.open(_static("og-default.jpg")) as cover:
        assert (cover.size, cover.format, cover.getexif()) == ((1200, 630), "JPEG", {})


def _static(name: str) -> Path:
    return Path(settings.BASE_DIR) / "static/img" / name
