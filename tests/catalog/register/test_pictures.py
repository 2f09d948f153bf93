"""Pictures of products: drawn or photographed, written beforehand under fixed names."""

import io
import struct
import zlib

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from catalog.lib.uploads import UploadBroken, UploadKindRefused, UploadTooLarge
from catalog.register.pictures import (
    make_missing_renditions,
    make_photograph_renditions,
    make_renditions,
)
from tests.factories.register import ProductFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def product():
    return ProductFactory(slug="che-shan")


def stored(folder="products"):
    return sorted(default_storage.listdir(folder)[1]) if default_storage.exists(folder) else []


def content(name):
    with default_storage.open(name) as file:
        return file.read()


def photograph(size=(1600, 900), *, image_format="JPEG", colour="#557744", exif=None, image=None):
    out = io.BytesIO()
    options = {"exif": exif} if exif else {}
    (image or Image.new("RGB", size, colour)).save(out, image_format, **options)
    out.seek(0)
    return out


def test_a_product_gets_its_drawing_for_pages_and_for_shared_links(product):
    make_renditions(product)

    product.refresh_from_db()
    assert (product.picture, product.picture_is_drawn) == ("products/che-shan", True)
    assert stored() == ["che-shan-1200.jpg", "che-shan.svg"]
    assert Image.open(io.BytesIO(content("products/che-shan-1200.jpg"))).size == (1200, 630)
    assert content("products/che-shan.svg").startswith(b"<svg ")


def test_drawing_again_changes_no_byte_and_adds_no_file(product):
    make_renditions(product)
    before = {name: content(f"products/{name}") for name in stored()}

    make_renditions(product)

    assert {name: content(f"products/{name}") for name in stored()} == before


def test_a_product_that_moves_to_another_set_is_drawn_anew(product):
    make_renditions(product, kinds=("svg",))
    tea = content("products/che-shan.svg")

    product.product_set = ProductFactory(product_set__set_no=4).product_set
    product.save()
    make_renditions(product, kinds=("svg",))

    assert stored() == ["che-shan.svg"]
    assert content("products/che-shan.svg") != tea


def test_a_long_slug_still_fits_and_stays_its_own():
    first, second = (ProductFactory(slug="a" * 115 + end) for end in ("1", "2"))

    make_missing_renditions(kinds=("svg",))

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.picture != second.picture
    assert default_storage.exists(first.picture + ".svg")


def test_the_second_pass_writes_only_what_the_first_left_out():
    ProductFactory.create_batch(3)
    steps = []

    first = make_missing_renditions(lambda *step: steps.append(step), kinds=("svg",))
    second = make_missing_renditions()
    third = make_missing_renditions()

    assert (first, second, third) == (3, 3, 0)
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert len(stored()) == 6


def test_drawing_many_tells_the_upper_rooms_once(product):
    from catalog.register.signals import register_changed

    ProductFactory()
    told = []

    def listen(product_ids, **_kwargs):
        told.append(product_ids)

    register_changed.connect(listen)
    try:
        make_missing_renditions(kinds=("svg",))
    finally:
        register_changed.disconnect(listen)
    assert [len(ids) for ids in told] == [2]


def test_a_photograph_is_cut_square_in_all_sizes(product):
    make_photograph_renditions(product, photograph((1600, 900)))

    product.refresh_from_db()
    sizes = {
        ending: Image.open(io.BytesIO(content(product.picture + ending))).size
        for ending in ("-320.webp", "-640.webp", "-1200.webp", "-1200.jpg")
    }
    assert sizes == {
        "-320.webp": (320, 320),
        "-640.webp": (640, 640),
        "-1200.webp": (900, 900),
        "-1200.jpg": (900, 900),
    }
    assert not product.picture_is_drawn


def test_a_photograph_is_not_replaced_by_a_drawing(product):
    make_photograph_renditions(product, photograph())
    assert make_missing_renditions() == 0


def test_a_new_photograph_has_a_new_address(product):
    make_photograph_renditions(product, photograph(colour="#550000"))
    first = product.picture

    make_photograph_renditions(product, photograph(colour="#000055"))

    assert product.picture != first


def test_the_same_photograph_gives_the_same_bytes(product):
    make_photograph_renditions(product, photograph())
    before = {name: content(f"products/{name}") for name in stored()}

    make_photograph_renditions(product, photograph())

    assert {name: content(f"products/{name}") for name in stored()} == before


def test_the_crop_keeps_the_point_that_matters(product):
    wide = Image.new("RGB", (1200, 400), "#ffffff")
    wide.paste("#a3271c", (0, 0, 400, 400))

    make_photograph_renditions(product, photograph(image=wide), focus=(0.1, 0.5))

    cut = Image.open(io.BytesIO(content(product.picture + "-320.webp"))).convert("RGB")
    red, green, _blue = cut.getpixel((310, 160))
    assert red > 140
    assert green < 90


def test_a_phone_held_sideways_is_set_upright_and_says_nothing_of_the_place(product):
    exif = Image.Exif()
    exif[0x0112] = 6  # turn right to show
    exif[0x010F] = "Máy ảnh"
    exif.get_ifd(0x8825)[2] = (10.0, 46.0, 0.0)
    lying = Image.new("RGB", (800, 800), "#ffffff")
    lying.paste("#1f5137", (0, 0, 800, 400))  # upright, this is the right half

    make_photograph_renditions(product, photograph(image=lying, exif=exif))

    for ending in ("-320.webp", "-1200.jpg"):
        picture = Image.open(io.BytesIO(content(product.picture + ending)))
        assert dict(picture.getexif()) == {}
        assert picture.convert("RGB").getpixel((picture.width - 20, 160))[0] < 90
        assert picture.convert("RGB").getpixel((20, 160))[0] > 200


def test_what_is_see_through_becomes_paper(product):
    clear = Image.new("RGBA", (400, 400), (0, 0, 0, 0))

    make_photograph_renditions(product, photograph(image=clear, image_format="PNG"))

    jpeg = Image.open(io.BytesIO(content(product.picture + "-1200.jpg")))
    assert min(jpeg.getpixel((200, 200))) > 230


def pixel_bomb():
    """A PNG of a few bytes that claims 30,000 by 30,000 pixels."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b""))
    chunks = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.mark.parametrize(
    ("upload", "refusal"),
    [
        (pixel_bomb(), UploadTooLarge),
        (b"\xff\xd8\xff" + b"not a picture" * 50, UploadBroken),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", UploadKindRefused),
        (b"<!doctype html><script>alert(1)</script>", UploadKindRefused),
        (b"%PDF-1.7\n" + b" " * 300, UploadKindRefused),
        (b"GIF89a" + b"\0" * 300, UploadKindRefused),
        (b"", UploadKindRefused),
    ],
)
def test_a_file_that_is_no_photograph_is_refused_and_changes_nothing(product, upload, refusal):
    make_renditions(product, kinds=("svg",))

    with pytest.raises(refusal):
        make_photograph_renditions(product, io.BytesIO(upload))

    product.refresh_from_db()
    assert (product.picture, product.picture_is_drawn) == ("products/che-shan", True)
    assert stored() == ["che-shan.svg"]
