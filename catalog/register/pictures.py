"""Pictures of products, made when a product is written and never while a page is asked for.

A drawing is ``<picture>.svg`` (fit for every size) and ``<picture>-1200.jpg`` (for shared
links, 1200 by 630). A photograph is cut square to ``<picture>-320.webp``, ``-640.webp``,
``-1200.webp`` and ``-1200.jpg``; its base name carries a piece of its hash, so that a new
photograph has a new address and no cache shows the old one.
"""

import hashlib
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage
from PIL import Image

from catalog.lib import drawing
from catalog.lib.uploads import UploadKindRefused, clean_upload

from .models import Product
from .signals import gathered

SVG, JPEG = "svg", "jpeg"
_ENDINGS = {SVG: ".svg", JPEG: "-1200.jpg"}
SHARED = (1200, 630)  # what sites expect of an Open Graph picture
SIDES = (320, 640, 1200)
PHOTOGRAPH_ENDINGS = (*(f"-{side}.webp" for side in SIDES), "-1200.jpg")
CENTRE = (0.5, 0.5)
PAPER = "#fbf8f1"  # behind a photograph with see-through parts
_LONGEST_SLUG = 90
_BATCH = 500


def make_renditions(product: Product, *, kinds: tuple[str, ...] = (SVG, JPEG)) -> None:
    """Draw the product's picture; the same product gives the same bytes, written once."""
    base = _drawn_base(product)
    for ending, content in _drawings(product, kinds):
        keep(default_storage, base + ending, content)
    if (product.picture, product.picture_is_drawn) != (base, True):
        product.picture, product.picture_is_drawn = base, True
        product.save(update_fields=["picture", "picture_is_drawn", "updated_at"])


def make_photograph_renditions(
    product: Product, upload: BinaryIO, *, focus: tuple[float, float] = CENTRE
) -> None:
    """Cut and write a photograph in all sizes; ``focus`` is the point to keep (0 to 1 each way).

    Raises a ``catalog.lib.uploads.UploadRefused``; then nothing is written.
    """
    clean = clean_upload(upload)
    if not clean.mime.startswith("image/"):
        raise UploadKindRefused
    base, files = photograph_files(product, clean.content, focus=focus)
    for ending, content in files.items():
        keep(default_storage, base + ending, content)
    product.picture, product.picture_is_drawn = base, False
    product.save(update_fields=["picture", "picture_is_drawn", "updated_at"])


def photograph_files(
    product: Product, content: bytes, *, focus: tuple[float, float] = CENTRE
) -> tuple[str, dict[str, bytes]]:
    """The base name of a cleaned photograph, and its files by ending; nothing is written."""
    square = _square(Image.open(io.BytesIO(content)), focus)
    mark = hashlib.sha256(content + repr(focus).encode()).hexdigest()[:10]
    files = {}
    for side in SIDES:
        small = square if square.width <= side else square.resize((side, side), Image.LANCZOS)
        files[f"-{side}.webp"] = _bytes(small, "WEBP", quality=80, method=4)
    files["-1200.jpg"] = _bytes(square, "JPEG", quality=84, progressive=True, optimize=True)
    return f"products/{product.slug[:_LONGEST_SLUG]}-{mark}", files


def make_missing_renditions(
    progress: Callable[[int, int], None] | None = None, *, kinds: tuple[str, ...] = (SVG, JPEG)
) -> int:
    """Draw for every product what it lacks; tells ``progress`` the number done and the total.

    The quick first pass of a demo takes ``kinds=("svg",)``, a second one the rest.
    """
    waiting = list(_waiting(kinds))
    with gathered(Product):
        for done, product in enumerate(waiting, start=1):
            make_renditions(product, kinds=kinds)
            if progress is not None:
                progress(done, len(waiting))
    return len(waiting)


def _waiting(kinds: tuple[str, ...]) -> Iterator[Product]:
    endings = [_ENDINGS[kind] for kind in kinds]
    drawn = Product.objects.filter(picture_is_drawn=True)
    for product in drawn.order_by("pk").iterator(_BATCH):
        base = _drawn_base(product)
        is_whole = product.picture == base and all(
            default_storage.exists(base + ending) for ending in endings
        )
        if not is_whole:
            yield product


def _drawings(product: Product, kinds: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    set_no, key = product.product_set_id, product.slug
    if SVG in kinds:
        yield _ENDINGS[SVG], drawing.draw_svg(set_no, key).encode()
    if JPEG in kinds:
        image = drawing.draw_raster(set_no, key, SHARED)
        yield _ENDINGS[JPEG], _bytes(image, "JPEG", quality=86, progressive=True, optimize=True)


def _drawn_base(product: Product) -> str:
    """By slug; the slugs that are too long for the field end with their hash."""
    slug = product.slug
    if len(slug) > _LONGEST_SLUG:
        mark = hashlib.sha256(slug.encode()).hexdigest()[:10]
        slug = f"{slug[:_LONGEST_SLUG]}-{mark}"
    return f"products/{slug}"


def _square(image: Image.Image, focus: tuple[float, float]) -> Image.Image:
    side = min(image.size)
    left, top = (
        round(min(max(share * length - side / 2, 0), length - side))
        for share, length in zip(focus, image.size, strict=True)
    )
    square = image.crop((left, top, left + side, top + side))
    if square.mode in {"RGBA", "LA", "P", "PA"}:
        square = square.convert("RGBA")
        square = Image.alpha_composite(Image.new("RGBA", square.size, PAPER), square)
    square = square.convert("RGB")
    largest = SIDES[-1]
    return square if side <= largest else square.resize((largest, largest), Image.LANCZOS)


def _bytes(image: Image.Image, image_format: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, image_format, **options)
    return out.getvalue()


def keep(storage: Storage, name: str, content: bytes) -> None:
    """Write under exactly this name; what lies there unchanged stays."""
    if storage.exists(name):
        with storage.open(name) as old:
            if old.read() == content:
                return
        storage.delete(name)
    storage.save(name, ContentFile(content))
