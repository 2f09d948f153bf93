"""Uploaded pictures: nothing hidden stays in them, and no visitor waits for a size."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images.forms import get_image_form

from cms.models import NewsPage, Picture, PictureRendition
from cms.models.picture import SIZES

GPS = 0x8825


def photograph(size=(800, 600)) -> bytes:
    exif = Image.Exif()
    exif[0x0110] = "Máy ảnh Mẫu"
    exif.get_ifd(GPS)[2] = (10.0, 56.0, 0.0)
    out = BytesIO()
    Image.new("RGB", size, "#a9c48f").save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture
def picture(db):
    made = Picture(title="Đồi chè")
    made.file = ContentFile(photograph(), name="doi-che.jpg")
    made.save()
    return made


def test_place_and_camera_are_gone_from_the_stored_file(picture):
    with Image.open(BytesIO(photograph())) as sent:
        assert sent.getexif().get_ifd(GPS)

    with picture.file.open("rb") as file, Image.open(file) as stored:
        assert dict(stored.getexif()) == {}
        assert (stored.size, stored.format) == ((800, 600), "JPEG")
    assert picture.file_size == picture.file.size


def test_every_size_is_there_from_the_upload_on(picture):
    made = set(picture.renditions.values_list("filter_spec", flat=True))

    assert made == set(SIZES.values())


def test_a_new_focal_point_makes_new_sizes(picture):
    before = set(picture.renditions.values_list("pk", flat=True))

    picture.focal_point_x = picture.focal_point_y = 100
    picture.focal_point_width = picture.focal_point_height = 40
    picture.save()

    cropped = picture.renditions.exclude(pk__in=before)
    assert {one.filter_spec.split("-")[0] for one in cropped} == {"fill"}


def test_no_reader_makes_a_size(client, showcase):
    before = PictureRendition.objects.count()

    for path in ("/", "/cau-chuyen/", "/cau-chuyen/buoi-sang-o-doi-che/"):
        assert client.get(path).status_code == 200

    assert PictureRendition.objects.count() == before


def form_errors(name: str, content: bytes, kind: str) -> list[str]:
    form = get_image_form(Picture)(
        {"title": "Hình", "collection": "1"}, {"file": SimpleUploadedFile(name, content, kind)}
    )
    return list(form.errors.get("file", []))


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("hinh.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/svg+xml"),
        ("hinh.jpg", b"<html><script>alert(1)</script></html>", "image/jpeg"),
        ("hinh.gif", b"GIF89a", "image/gif"),
        ("hinh.png", photograph(), "image/png"),
    ],
)
def test_what_is_no_photograph_is_refused(db, name, content, kind):
    assert form_errors(name, content, kind)
    assert Picture.objects.count() == 0


def test_a_photograph_is_taken(db):
    assert form_errors("doi-che.jpg", photograph(), "image/jpeg") == []


def test_a_pixel_bomb_is_refused(db):
    out = BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")

    assert form_errors("den.png", out.getvalue(), "image/png")


def test_a_story_with_a_picture_needs_words_for_it(showcase):
    story = NewsPage.objects.get(slug="buoi-sang-o-doi-che", locale=showcase.locale)
    story.picture_alt = " "

    with pytest.raises(ValidationError) as refusal:
        story.full_clean()
    assert list(refusal.value.message_dict) == ["picture_alt"]
