"""Files that people send: known by their content, small, and without hidden data.

Names and types that a browser sends are not believed. Images are written anew, which drops
EXIF (with its GPS position) and anything glued behind the picture.
"""

import hashlib
import io
import secrets
from dataclasses import dataclass
from typing import BinaryIO

import filetype
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 30_000_000
_HEAD = 512
_IMAGE_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
_ENDINGS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
}


class UploadRefused(ValueError):
    """The file cannot be kept; ``message`` tells its sender what to send instead."""

    message = ""

    def __str__(self) -> str:
        return self.message


class UploadTooLarge(UploadRefused):
    """More bytes, or more pixels, than we take."""

    def __init__(self, *, size: int, limit: int, unit: str) -> None:
        self.size, self.limit, self.unit = size, limit, unit
        super().__init__(size, limit, unit)

    @property
    def message(self) -> str:
        """In megabytes or megapixels, as people know them."""
        if self.unit == "pixels":
            return _("Ảnh lớn quá %(limit)s triệu điểm ảnh. Bạn thu nhỏ ảnh rồi gửi lại.") % {
                "limit": self.limit // 1_000_000
            }
        return _("Tệp lớn quá %(limit)s MB. Bạn nén tệp hoặc gửi từng phần.") % {
            "limit": self.limit // (1024 * 1024)
        }


class UploadKindRefused(UploadRefused):
    """By its content the file is none of the kinds we take."""

    @property
    def message(self) -> str:
        """Which kinds we do take."""
        return _("Chỉ nhận tệp PDF, JPEG, PNG hoặc WebP. Bạn lưu lại đúng loại rồi gửi.")


class UploadBroken(UploadRefused):
    """The file begins like a picture but cannot be read as one."""

    @property
    def message(self) -> str:
        """Send it again."""
        return _("Không đọc được ảnh này. Bạn chụp hoặc lưu lại ảnh rồi gửi lần nữa.")


@dataclass(frozen=True, slots=True)
class CleanUpload:
    """What is kept of a file: its bytes, what they are, and a name that nobody can guess."""

    content: bytes
    mime: str
    name: str
    sha256: str


def clean_upload(upload: BinaryIO) -> CleanUpload:
    """Read, check and clean a file.

    Raises UploadTooLarge, UploadKindRefused or UploadBroken; nothing is stored here.
    """
    upload.seek(0)
    content = upload.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        size = getattr(upload, "size", None) or len(content)
        raise UploadTooLarge(size=size, limit=MAX_BYTES, unit="bytes")
    mime = filetype.guess_mime(content[:_HEAD]) if content else None
    if mime not in _ENDINGS:
        raise UploadKindRefused
    if mime in _IMAGE_FORMATS:
        content = _rewritten(content, _IMAGE_FORMATS[mime])
    return CleanUpload(
        content=content,
        mime=mime,
        name=f"{secrets.token_hex(16)}.{_ENDINGS[mime]}",
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _rewritten(content: bytes, image_format: str) -> bytes:
    """The picture alone, upright, without metadata."""
    try:
        image = Image.open(io.BytesIO(content), formats=[image_format])
        _refuse_bomb(image.width * image.height)
        upright = ImageOps.exif_transpose(image)
        upright.info = {k: v for k, v in upright.info.items() if k == "transparency"}
        target = io.BytesIO()
        upright.save(target, format=image_format, quality=92)
    except UploadRefused:
        raise
    except Image.DecompressionBombError:
        _refuse_bomb(MAX_PIXELS + 1)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UploadBroken from error
    return target.getvalue()


def _refuse_bomb(pixels: int) -> None:
    if pixels > MAX_PIXELS:
        raise UploadTooLarge(size=pixels, limit=MAX_PIXELS, unit="pixels")
