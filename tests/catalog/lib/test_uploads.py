"""Files that people send."""

import hashlib
import io

import pytest
from PIL import Image

from catalog.lib import uploads

PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def picture(image_format="JPEG", size=(60, 40), **options):
    target = io.BytesIO()
    Image.new("RGB", size, "#1b6e4a").save(target, format=image_format, **options)
    return target.getvalue()


def test_a_pdf_is_kept_byte_for_byte():
    kept = uploads.clean_upload(io.BytesIO(PDF))

    assert (kept.content, kept.mime) == (PDF, "application/pdf")
    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert kept.name.endswith(".pdf")


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_loses_position_and_camera_and_stands_upright(image_format):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Máy ảnh"
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    sent = picture(image_format, exif=exif)

    kept = uploads.clean_upload(io.BytesIO(sent))

    image = Image.open(io.BytesIO(kept.content))
    assert dict(image.getexif()) == {}
    assert image.size == (40, 60)
    assert b"Exif" not in kept.content


def test_what_is_glued_behind_a_picture_is_dropped():
    kept = uploads.clean_upload(io.BytesIO(picture() + b"<script>alert(1)</script>"))

    assert b"<script>" not in kept.content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!doctype html><script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        b"PK\x03\x04 a zip",
        b"GIF89a" + b"\x00" * 40,
        b"MZ" + b"\x00" * 300,
    ],
)
def test_other_kinds_are_refused_whatever_they_are_named(content):
    upload = io.BytesIO(content)
    upload.name = "giay-phep.jpg"

    with pytest.raises(uploads.UploadKindRefused):
        uploads.clean_upload(upload)


def test_a_file_over_ten_megabytes_is_refused():
    with pytest.raises(uploads.UploadTooLarge) as refusal:
        uploads.clean_upload(io.BytesIO(PDF + b"0" * uploads.MAX_BYTES))

    assert "10 MB" in str(refusal.value)


def test_a_pixel_bomb_is_refused_before_it_is_unpacked():
    bomb = picture("PNG", size=(9_000, 9_000))

    with pytest.raises(uploads.UploadTooLarge) as refusal:
        uploads.clean_upload(io.BytesIO(bomb))

    assert refusal.value.size == 81_000_000


def test_a_broken_picture_is_refused():
    with pytest.raises(uploads.UploadBroken):
        uploads.clean_upload(io.BytesIO(picture()[:200]))


def test_the_senders_file_name_is_never_used():
    upload = io.BytesIO(PDF)
    upload.name = "../../etc/passwd.pdf"

    assert "passwd" not in uploads.clean_upload(upload).name
