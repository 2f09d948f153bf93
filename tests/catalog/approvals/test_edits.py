"""A change waits; the public page keeps the approved version until an officer approves."""

import pytest
from django.core.files.storage import default_storage

from catalog.approvals import errors
from catalog.approvals.models import ProductEdit
from catalog.approvals.selectors import edit_history, mark_of
from catalog.approvals.services import deciding, drafting, pictures
from catalog.approvals.services.files import PREVIEW, private_name
from catalog.journal import notices, outbox
from catalog.lib import uploads
from catalog.register.models.paper import private_files
from tests.catalog.lib.test_uploads import PDF

from .conftest import handed_in, photo

pytestmark = pytest.mark.django_db


def test_a_draft_may_lack_everything(tea, people):
    edit = drafting.open_edit(tea, by=people.binh)

    drafting.write_texts(edit, {"name": "", "story": ""}, by=people.binh)

    edit.refresh_from_db()
    assert (edit.name, edit.story, edit.state) == ("", "", "draft")


def test_there_is_one_open_change_of_a_product(tea, people):
    assert drafting.open_edit(tea, by=people.binh) == drafting.open_edit(tea, by=people.tu)
    assert ProductEdit.objects.count() == 1


def test_until_approved_the_product_stays_as_it_is(tea, people):
    edit = handed_in(tea, people.binh, name="Chè Mới", story="Chuyện mới")
    tea.refresh_from_db()
    assert (tea.name, tea.story) == ("Chè Mẫu", "Chuyện cũ")

    deciding.approve(edit, seen=mark_of(edit), by=people.giang)

    tea.refresh_from_db()
    assert (tea.name, tea.story, tea.folded) == ("Chè Mới", "Chuyện mới", "che moi")
    assert tea.slug == "che-mau-" + tea.slug.rpartition("-")[2]  # the address stays


def test_history_says_who_did_what(tea, people):
    edit = handed_in(tea, people.binh)
    deciding.approve(edit, seen=mark_of(edit), by=people.giang)

    told = [(event.verb, event.actor) for event in edit_history(tea)]

    assert told == [
        ("edit.approved", people.giang),
        ("edit.submitted", people.binh),
        ("edit.written", people.binh),
        ("edit.opened", people.binh),
    ]
    assert edit_history(tea)[0].before == {"story": "Chuyện cũ"}


def test_the_producer_reads_the_result_in_the_inbox(tea, people):
    edit = handed_in(tea, people.binh)
    deciding.send_back(edit, reason="  Bỏ chữ\nchữa bệnh ", by=people.giang)

    (notice,) = notices.inbox_of(people.producer_a)
    assert notices.read(notice).text == "Cán bộ viết: Bỏ chữ chữa bệnh"


def test_a_returned_change_is_written_and_handed_in_again(tea, people):
    edit = handed_in(tea, people.binh)
    deciding.send_back(edit, reason="Ngắn quá", by=people.giang)

    again = handed_in(tea, people.binh, story="Chuyện dài hơn")

    assert (again.pk, again.state) == (edit.pk, "submitted")


@pytest.mark.parametrize(
    ("texts", "error"),
    [({"name": ""}, errors.NameMissing), ({"story": "Chuyện cũ"}, errors.NothingChanged)],
)
def test_what_cannot_be_handed_in(tea, people, texts, error):
    edit = drafting.open_edit(tea, by=people.binh)
    drafting.write_texts(edit, texts, by=people.binh)

    with pytest.raises(error):
        drafting.submit(edit, by=people.binh)

    edit.refresh_from_db()
    assert (edit.state, edit.submitted_at) == ("draft", None)


def test_what_is_handed_in_cannot_be_written(tea, people):
    edit = handed_in(tea, people.binh)

    for write in (
        lambda: drafting.write_texts(edit, {"story": "Sau lưng"}, by=people.binh),
        lambda: pictures.put_picture(edit, photo(), by=people.binh),
        lambda: drafting.discard(edit, by=people.binh),
        lambda: drafting.submit(edit, by=people.binh),
    ):
        with pytest.raises(errors.EditClosed):
            write()

    edit.refresh_from_db()
    assert (edit.story, edit.picture_file.name, edit.state) == ("Chuyện mới", "", "submitted")


def test_an_officer_approves_only_what_they_saw(tea, people):
    edit = handed_in(tea, people.binh)
    seen = mark_of(edit)
    drafting.withdraw(edit, by=people.binh)
    handed_in(tea, people.binh, story="Chuyện khác hẳn")

    with pytest.raises(errors.SeenIsOld):
        deciding.approve(edit, seen=seen, by=people.giang)

    tea.refresh_from_db()
    edit.refresh_from_db()
    assert (tea.story, edit.state) == ("Chuyện cũ", "submitted")


def test_a_change_of_the_register_meanwhile_is_seen_before_it_is_overwritten(tea, people):
    edit = handed_in(tea, people.binh)
    seen = mark_of(edit)
    tea.storage = "Nơi khô"
    tea.save()

    with pytest.raises(errors.SeenIsOld):
        deciding.approve(edit, seen=seen, by=people.giang)


def test_nobody_approves_their_own_change(tea, people):
    edit = handed_in(tea, people.giang)

    with pytest.raises(errors.OwnEdit):
        deciding.approve(edit, seen=mark_of(edit), by=people.giang)

    tea.refresh_from_db()
    assert tea.story == "Chuyện cũ"


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_a_return_needs_its_reason(tea, people, reason):
    edit = handed_in(tea, people.binh)

    with pytest.raises(errors.ReasonMissing):
        deciding.send_back(edit, reason=reason, by=people.giang)

    edit.refresh_from_db()
    assert edit.state == "submitted"


def test_the_second_decision_is_refused(tea, people):
    edit = handed_in(tea, people.binh)
    seen = mark_of(edit)
    deciding.send_back(edit, reason="Ngắn quá", by=people.dung)

    with pytest.raises(errors.EditDecided):
        deciding.approve(edit, seen=seen, by=people.giang)

    tea.refresh_from_db()
    assert tea.story == "Chuyện cũ"


def test_claims_are_marked_when_the_change_is_handed_in(tea, people):
    edit = handed_in(tea, people.binh, story="Chữa khỏi ho")

    assert [(claim["field"], claim["phrase"]) for claim in edit.claims] == [("story", "chữa khỏi")]


def test_a_picture_is_cut_by_the_worker_and_public_only_when_approved(tea, people):
    edit = drafting.open_edit(tea, by=people.binh)
    pictures.put_picture(edit, photo(), focus="top", by=people.binh)
    drafting.submit(edit, by=people.binh)
    edit.refresh_from_db()
    with pytest.raises(errors.PictureNotReady):
        deciding.approve(edit, seen=mark_of(edit), by=people.giang)

    outbox.drain()
    edit.refresh_from_db()
    cut = private_name(edit, PREVIEW)
    assert private_files().exists(cut)
    assert not default_storage.exists(edit.picture + PREVIEW)

    deciding.approve(edit, seen=mark_of(edit), by=people.giang)

    tea.refresh_from_db()
    assert (tea.picture, tea.picture_is_drawn) == (edit.picture, False)
    assert all(
        default_storage.exists(tea.picture + ending)
        for ending in ("-320.webp", "-640.webp", "-1200.webp", "-1200.jpg")
    )


def test_a_new_picture_takes_the_place_of_the_old(tea, people, django_capture_on_commit_callbacks):
    edit = drafting.open_edit(tea, by=people.binh)
    with django_capture_on_commit_callbacks(execute=True):
        pictures.put_picture(edit, photo(), by=people.binh)
    first = edit.picture_file.name
    outbox.drain()
    with django_capture_on_commit_callbacks(execute=True):
        pictures.put_picture(edit, photo(colour="red"), by=people.binh)

    edit.refresh_from_db()
    assert not private_files().exists(first)
    assert edit.waits_for_picture
    with django_capture_on_commit_callbacks(execute=True):
        pictures.drop_picture(edit, by=people.binh)
    assert not edit.waits_for_picture


@pytest.mark.parametrize(
    ("upload", "error"),
    [
        (lambda: photo(500, 900), errors.PictureTooSmall),
        (lambda: photo(900, 500), errors.PictureTooSmall),
    ],
)
def test_a_coarse_picture_is_refused_and_not_kept(tea, people, upload, error):
    edit = drafting.open_edit(tea, by=people.binh)

    with pytest.raises(error):
        pictures.put_picture(edit, upload(), by=people.binh)

    edit.refresh_from_db()
    assert edit.picture_file.name == ""


def test_neither_paper_nor_script_is_a_picture(tea, people):
    from django.core.files.uploadedfile import SimpleUploadedFile

    edit = drafting.open_edit(tea, by=people.binh)
    for content, error in (
        (PDF, errors.NotAPicture),
        (b"<svg onload='alert(1)'/>", uploads.UploadKindRefused),
    ):
        with pytest.raises(error):
            pictures.put_picture(edit, SimpleUploadedFile("a.jpg", content), by=people.binh)

    edit.refresh_from_db()
    assert edit.picture_file.name == ""
    assert not private_files().exists("edits") or private_files().listdir("edits")[1] == []
