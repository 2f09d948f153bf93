"""A product with texts, and files that go when the test ends."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from catalog.approvals.services import drafting
from catalog.register.models.paper import private_files
from tests.cast import Cast
from tests.factories.register import ProductFactory


@pytest.fixture(autouse=True)
def _folders(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    yield
    _empty(private_files(), "edits")


def _empty(storage, folder):
    if not storage.exists(folder):
        return
    folders, files = storage.listdir(folder)
    for name in files:
        storage.delete(f"{folder}/{name}")
    for name in folders:
        _empty(storage, f"{folder}/{name}")


@pytest.fixture
def people():
    return Cast()


@pytest.fixture
def tea(people):
    return ProductFactory(
        name="Chè Mẫu", producer=people.producer_a, story="Chuyện cũ", ingredients="Búp chè"
    )


def photo(width=800, height=900, name="anh.jpg", colour="green", kind="JPEG"):
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, kind)
    return SimpleUploadedFile(name, out.getvalue())


def handed_in(product, by, **texts):
    edit = drafting.open_edit(product, by=by)
    drafting.write_texts(edit, texts or {"story": "Chuyện mới"}, by=by)
    drafting.submit(edit, by=by)
    edit.refresh_from_db()
    return edit
