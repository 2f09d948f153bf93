"""A job's page: its owner watches and stops it; parked work lies behind the staff's door."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from catalog.journal import jobs, outbox
from catalog.journal.models import AuditEvent, Job, OutboxMessage
from catalog.journal.tasks import drain_outbox
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PARKED = "/quan-tri/viec-ton/"


@pytest.fixture
def people():
    return Cast()


def job_of(user, **fields):
    job = jobs.start("count", title="Nhập quyết định 40 sản phẩm", by=user)
    Job.objects.filter(pk=job.pk).update(**fields)
    job.refresh_from_db()
    return job


def over(user, state="done", *, minutes=5, **fields):
    end = timezone.now()
    began = end - timedelta(minutes=minutes)
    times = {"created_at": began, "started_at": began, "finished_at": end}
    return job_of(user, state=state, **times, **fields)


def address(job, more=""):
    return f"/tai-khoan/viec/{job.pk}/{more}"


def test_its_owner_sees_how_far_it_is(people):
    job = job_of(
        people.an,
        state="running",
        percent=40,
        note="Dòng 16",
        started_at=timezone.now() - timedelta(seconds=65),
    )

    page = people.browser("an").get(address(job)).content.decode()

    for said in (job.title, "Đang làm", "40 %", "Dòng 16", "1 phút", "Dừng việc này"):
        assert said in page
    # Scripts or not, the page keeps up.
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    assert "js/job" in page


def test_a_job_that_is_over_shows_its_result_and_rests(people):
    job = over(people.an, percent=100, result_url="/ket-qua/", note="Đã nhập 40 dòng.")

    page = people.browser("an").get(address(job)).content.decode()

    assert "Đã nhập 40 dòng." in page
    assert 'href="/ket-qua/"' in page
    assert "refresh" not in page
    assert "Dừng việc này" not in page


def test_nobody_else_sees_or_stops_it(people):
    job = job_of(people.an)

    for path in (address(job), address(job, "dung/"), address(job, "lam-lai/")):
        assert people.browser("chi").post(path).status_code in {404, 405}
        assert people.browser().post(path).status_code in {302, 405}
    assert people.browser("chi").get(address(job)).status_code == 404
    assert people.browser().get(address(job)).status_code == 302
    job.refresh_from_db()
    assert (job.state, job.cancel_asked_at) == ("waiting", None)


def test_its_owner_stops_it_once(people):
    job = job_of(people.an)
    browser = people.browser("an")

    browser.post(address(job, "dung/"))
    page = browser.post(address(job, "dung/"), follow=True).content.decode()

    job.refresh_from_db()
    assert job.state == "cancelled"
    assert "không còn gì để dừng" in page
    assert AuditEvent.objects.filter(verb="job.cancel", actor=people.an).count() == 1


def test_a_failed_one_is_let_go_on(people):
    job = over(people.an, state="failed", error="x\nOSError: no disk", attempts=5)

    page = people.browser("an").get(address(job)).content.decode()
    assert "no disk" not in page  # the owner reads words, the operator the error
    people.browser("an").post(address(job, "lam-lai/"))

    job.refresh_from_db()
    assert (job.state, job.attempts) == ("waiting", 0)
    assert AuditEvent.objects.filter(verb="job.replay").count() == 1


def test_own_jobs_are_listed_with_as_many_queries_for_thirty(people, django_assert_num_queries):
    browser = people.browser("an")
    job_of(people.chi)
    job_of(people.an)
    browser.get("/tai-khoan/viec/")
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as one:
        assert browser.get("/tai-khoan/viec/").content.decode().count("Nhập quyết định") == 1
    for _ in range(29):
        job_of(people.an)
    with django_assert_num_queries(len(one)):
        assert browser.get("/tai-khoan/viec/").content.decode().count("Nhập quyết định") == 30


def letters_after(job):
    outbox.post(jobs.FINISHED, key=f"end:{job.pk}", payload={"job": str(job.pk)})
    outbox.drain()
    return mail.outbox


@pytest.mark.parametrize(("language", "said"), [("vi", "Đã xong"), ("en", "Done")])
def test_a_long_job_ends_with_a_letter_in_its_owners_language(people, language, said, settings):
    settings.BASE_URL = "https://ocop.example.vn"
    job = over(people.an, language=language, note="40")

    (letter,) = letters_after(job)

    assert letter.to == ["an@example.vn"]
    assert letter.subject == f"{said}: Nhập quyết định 40 sản phẩm"
    prefix = "/en" if language == "en" else ""
    for form in (letter.body, letter.alternatives[0][0]):
        assert f"https://ocop.example.vn{prefix}{address(job)}" in form


def test_no_letter_when_it_was_quick_or_nobody_has_an_address(people):
    assert letters_after(over(people.an, minutes=0)) == []
    assert letters_after(over(people.person("lan", email="", phone="0912000111"))) == []
    assert letters_after(over(None)) == []


def parked_task():
    pk = drain_outbox.enqueue().id
    DBTaskResult.objects.filter(pk=pk).update(
        status="FAILED",
        worker_ids=list("abcde"),
        finished_at=timezone.now(),
        traceback="x\nOSError: no disk",
    )
    return pk


def parked_message():
    now = timezone.now()
    return OutboxMessage.objects.create(
        topic="greeting", key="a", due_at=now, parked_at=now, error="x\nTimeoutError: no mail"
    )


def test_staff_see_what_is_parked_and_replay_it(people):
    task, message = parked_task(), parked_message()
    job = over(people.an, state="failed", error="x\nOSError: no table")
    browser = people.browser("sau")

    page = browser.get(PARKED).content.decode()
    for said in ("OSError: no disk", "TimeoutError: no mail", "OSError: no table", job.title):
        assert said in page
    browser.post(f"{PARKED}viec/{task}/")
    browser.post(f"{PARKED}thu/{message.pk}/")
    browser.post(address(job, "lam-lai/"))

    message.refresh_from_db()
    job.refresh_from_db()
    assert DBTaskResult.objects.get(pk=task).status == "READY"
    assert message.parked_at is None
    assert job.state == "waiting"
    verbs = AuditEvent.objects.filter(actor=people.sau).values_list("verb", flat=True)
    assert set(verbs) == {"task.replay", "outbox.replay", "job.replay"}
    assert "Không có việc nào tồn" in browser.get(PARKED).content.decode()


def test_what_is_not_parked_is_not_replayed(people):
    message = parked_message()
    OutboxMessage.objects.update(parked_at=None, done_at=timezone.now())
    task = drain_outbox.enqueue().id
    browser = people.browser("sau")

    browser.post(f"{PARKED}viec/{task}/")
    browser.post(f"{PARKED}thu/{message.pk}/")

    message.refresh_from_db()
    assert message.done_at
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("name", ["an", "binh", "giang", "lan"])
def test_parked_work_is_for_staff_alone(people, name):
    message = parked_message()

    assert people.browser(name).get(PARKED).status_code == 403
    assert people.browser(name).post(f"{PARKED}thu/{message.pk}/").status_code == 403
    message.refresh_from_db()
    assert message.parked_at
    assert people.browser("sau", second_step=False).get(PARKED).status_code == 302
