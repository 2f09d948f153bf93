"""Papers with their days: told in words, replaced once, read by those who may."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.journal import notices
from catalog.lib import clock
from catalog.register import errors
from catalog.register.models import Paper
from catalog.register.models.paper import private_files
from catalog.register.services import replace_paper, store_paper
from marketplace.areas.papers import state_of
from marketplace.producers.services.reminders import tell_of_ending_papers
from tests.cast import Cast
from tests.catalog.lib.test_uploads import PDF
from tests.factories.register import ProductFactory

pytestmark = pytest.mark.django_db
HOME = "/ban-hang/htx-mau-a/giay-to/"


@pytest.fixture
def people():
    cast = Cast()
    cast.binh, cast.chi
    yield cast
    for paper in Paper.objects.exclude(file=""):
        paper.file.delete(save=False)


def day(after):
    return clock.today() + dt.timedelta(days=after)


def paper_of(producer, *, ends=None, number="1/ATTP", **fields):
    return store_paper(producer, kind="food_safety", number=number, valid_to=ends, **fields)


def sent(**fields):
    pdf = SimpleUploadedFile("giay.pdf", PDF, content_type="text/html")
    return {"kind": "food_safety", "number": "12/2026", "upload": pdf, **fields}


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (None, "không có ngày hết hạn"),
        (-1, "đã hết hạn"),
        (0, "hết hạn cuối ngày hôm nay"),
        (1, "còn 1 ngày"),
        (60, "còn 60 ngày"),
        (61, "còn hiệu lực"),
    ],
)
def test_the_state_is_told_in_words(ends, words):
    today = dt.date(2026, 11, 24)
    paper = Paper(valid_to=None if ends is None else today + dt.timedelta(days=ends))

    assert state_of(paper, today)[0] == words


def test_a_paper_is_sent_and_its_file_read_by_those_who_may(people):
    browser = people.browser("binh")
    assert browser.post(f"{HOME}them/", sent()).status_code == 302
    paper = Paper.objects.get()

    mine = browser.get(f"{HOME}{paper.pk}/tep/")
    officer = people.browser("giang").get(f"/can-bo/giay-to/{paper.pk}/tep/")

    for response in (mine, officer):
        assert b"".join(response.streaming_content) == PDF
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"].startswith("attachment")
        assert response["X-Content-Type-Options"] == "nosniff"
    assert (paper.producer, paper.sha256 != "") == (people.producer_a, True)


def test_nobody_else_reads_the_file(people):
    paper = paper_of(people.producer_a, upload=SimpleUploadedFile("a.pdf", PDF))

    assert people.browser("chi").get(f"{HOME}{paper.pk}/tep/").status_code == 404
    smuggled = f"/ban-hang/htx-mau-b/giay-to/{paper.pk}/tep/"
    assert people.browser("chi").get(smuggled).status_code == 404
    assert people.browser("goi").get(f"{HOME}{paper.pk}/tep/").status_code == 403
    assert people.browser("guest").get(f"{HOME}{paper.pk}/tep/").status_code == 302
    elsewhere = paper_of(people.producer_b, upload=SimpleUploadedFile("b.pdf", PDF))
    officer = people.browser("giang")
    assert officer.get(f"/can-bo/giay-to/{elsewhere.pk}/tep/").status_code == 404
    assert officer.get(f"/can-bo/chu-the/{people.producer_b.pk}/giay-to/").status_code == 404
    assert officer.get(f"/can-bo/chu-the/{people.producer_a.pk}/giay-to/").status_code == 200


def test_a_newer_paper_takes_the_place_of_the_old(people):
    old = paper_of(people.producer_a, ends=day(5))
    browser = people.browser("binh")

    response = browser.post(
        f"{HOME}{old.pk}/thay/", sent(kind="business", valid_to=f"{day(900)}", number="13/2026")
    )

    assert response.status_code == 302
    old.refresh_from_db()
    new = old.replaced_by
    assert (new.number, new.kind, new.producer) == ("13/2026", "food_safety", people.producer_a)
    page = browser.get(HOME).content.decode()
    assert "13/2026" in page
    assert "1/ATTP" not in page
    assert browser.get(f"{HOME}{old.pk}/thay/").status_code == 404


def test_the_second_replacement_is_refused_and_leaves_nothing(people):
    old = paper_of(people.producer_a)
    replace_paper(old, kind="food_safety", number="2")

    with pytest.raises(errors.PaperReplaced):
        replace_paper(old, kind="food_safety", number="3", upload=SimpleUploadedFile("a.pdf", PDF))

    assert Paper.objects.count() == 2
    assert not Paper.objects.exclude(file="").exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"number": " \u200b"}, "number"),
        ({"kind": "stars"}, "kind"),
        ({"valid_from": "2027-01-01", "valid_to": "2026-01-01"}, "valid_to"),
        ({"upload": SimpleUploadedFile("a.pdf", b"<html><script>")}, "upload"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_kept(people, fields, field):
    response = people.browser("binh").post(f"{HOME}them/", sent(**fields))

    assert response.status_code == 422
    assert "error-summary" in response.content.decode()
    assert Paper.objects.count() == 0
    assert field


def test_nothing_but_the_form_can_be_posted(people):
    other = ProductFactory(producer=people.producer_b)
    browser = people.browser("binh")

    assert browser.post(f"{HOME}them/", sent(product=other.pk)).status_code == 422
    browser.post(
        f"{HOME}them/", sent(producer=people.producer_b.pk, sha256="x", replaced_by="1", note="x")
    )

    paper = Paper.objects.get()
    assert (paper.producer, paper.replaced_by, paper.note) == (people.producer_a, None, "")
    assert len(paper.sha256) == 64


def test_another_producers_paper_cannot_be_replaced(people):
    theirs = paper_of(people.producer_b)

    response = people.browser("binh").post(f"{HOME}{theirs.pk}/thay/", sent())

    assert response.status_code == 404
    assert Paper.objects.count() == 1


def test_what_ends_soon_is_a_task_of_today(people):
    for ends in (-3, 59, 61, None):
        paper_of(people.producer_a, ends=None if ends is None else day(ends))

    page = people.browser("binh").get("/ban-hang/htx-mau-a/").content.decode()

    assert f'<span class="task__count">2</span><a href="{HOME}">giấy tờ' in page


def test_a_reminder_is_told_at_sixty_days_and_at_fourteen_once_each(people, monkeypatch):
    paper_of(people.producer_a, ends=day(70), number="7/ATTP")
    start = clock.today()
    told = []
    for after in (0, 9, 10, 11, 40, 56, 57, 70, 71):
        now = start + dt.timedelta(days=after)
        monkeypatch.setattr(clock, "today", lambda now=now: now)
        told.append(tell_of_ending_papers() + tell_of_ending_papers())

    assert told == [0, 0, 1, 0, 0, 1, 0, 0, 0]
    assert "7/ATTP" in notices.read(notices.inbox_of(people.producer_a)[0]).title


def test_a_replaced_paper_is_reminded_of_no_more(people):
    old = paper_of(people.producer_a, ends=day(5))
    replace_paper(old, kind="food_safety", number="2", valid_to=day(900))

    assert tell_of_ending_papers() == 0


def test_files_lie_where_no_address_leads(people):
    paper = paper_of(people.producer_a, upload=SimpleUploadedFile("a.pdf", PDF))

    assert private_files().exists(paper.file.name)
    assert people.browser("guest").get(f"/media/{paper.file.name}").status_code == 404
