"""Papers are kept with a file that is what it says, and its hash."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.journal.models import AuditEvent
from catalog.lib import uploads
from catalog.register import errors, services
from catalog.register.models import Paper
from catalog.register.models.paper import private_files
from catalog.register.selectors import product_history
from tests.catalog.lib.test_uploads import PDF, picture
from tests.factories.register import ProducerFactory, ProductFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_folder():
    yield
    for path in files():
        path.unlink()


def files():
    return [path for path in Path(private_files().location).rglob("*") if path.is_file()]


def sent(content, name="giay-phep.pdf"):
    return SimpleUploadedFile(name, content)


def test_a_paper_is_kept_with_the_hash_of_its_file():
    product = ProductFactory()

    paper = services.store_paper(
        product.producer,
        product=product,
        kind="test_report",
        number=" 12/KN ",
        upload=sent(PDF),
        valid_from=dt.date(2026, 1, 1),
        valid_to=dt.date(2027, 1, 1),
    )

    stored = paper.file.read()
    assert paper.number == "12/KN"
    assert paper.sha256 == hashlib.sha256(stored).hexdigest() == hashlib.sha256(PDF).hexdigest()
    assert "giay-phep" not in paper.file.name
    assert not Path(paper.file.path).is_relative_to(settings.MEDIA_ROOT)
    assert [event.verb for event in product_history(product)] == ["paper.stored"]
    assert AuditEvent.objects.get().after["sha256"] == paper.sha256


def test_the_hash_of_a_picture_is_that_of_the_cleaned_file():
    paper = services.store_paper(
        ProducerFactory(), kind="business", number="1", upload=sent(picture() + b"more")
    )

    assert paper.sha256 == hashlib.sha256(paper.file.read()).hexdigest()


def test_a_paper_may_have_no_file_yet():
    paper = services.store_paper(ProducerFactory(), kind="business", number="1")

    assert (paper.sha256, bool(paper.file)) == ("", False)


def test_html_named_like_a_picture_is_refused():
    with pytest.raises(uploads.UploadKindRefused) as refusal:
        services.store_paper(
            ProducerFactory(),
            kind="business",
            number="1",
            upload=sent(b"<html><script>alert(1)</script>", "anh.jpg"),
        )

    assert "PDF, JPEG, PNG" in str(refusal.value)
    assert (Paper.objects.count(), AuditEvent.objects.count(), files()) == (0, 0, [])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": ""}, "number"),
        ({"kind": "letter"}, "kind"),
        ({"valid_from": dt.date(2027, 1, 1), "valid_to": dt.date(2026, 1, 1)}, "valid_to"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_left(changes, field):
    given = {"kind": "business", "number": "1", "upload": sent(PDF)} | changes

    with pytest.raises(ValidationError) as refusal:
        services.store_paper(ProducerFactory(), **given)

    assert field in refusal.value.message_dict
    assert (Paper.objects.count(), AuditEvent.objects.count(), files()) == (0, 0, [])


def test_a_paper_of_another_producers_product_is_refused():
    with pytest.raises(errors.ProductOfAnother):
        services.store_paper(
            ProducerFactory(), kind="other", number="1", product=ProductFactory(), upload=sent(PDF)
        )

    assert (Paper.objects.count(), files()) == (0, [])


def test_no_file_is_left_behind_when_the_row_cannot_be_written():
    unsaved = ProducerFactory()
    actor = unsaved.province  # no person: the audit row refuses it

    with pytest.raises(ValueError, match="must be a"):
        services.store_paper(unsaved, kind="other", number="1", upload=sent(PDF), actor=actor)

    assert (Paper.objects.count(), files()) == (0, [])
