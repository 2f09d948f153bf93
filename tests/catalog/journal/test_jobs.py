"""A long job is done once, watched, stopped, and taken up again where it was left."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult

from catalog.journal import jobs
from catalog.journal.models import Job, OutboxMessage
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def kinds(monkeypatch):
    """No kinds but the test's own."""
    monkeypatch.setattr(jobs, "_doers", {})


@pytest.fixture
def count_to_four(kinds):
    """A job of four steps; answers the list of steps done."""
    done = []

    @jobs.kind("count")
    def count(job):
        for step in range(job.bookmark or 0, 4):
            done.append(step)
            job.advance(percent=25 * (step + 1), note=f"step {step}", bookmark=step + 1)
        return jobs.Outcome(url="/ket-qua/", note=_("Đã xong"))

    return done


def started(**fields):
    return jobs.start("count", title="Đếm đến bốn", **fields)


def again(job):
    job.refresh_from_db()
    return job


def test_a_job_waits_until_the_worker_does_it(count_to_four):
    job = started(by=Cast().an, payload={"x": 1})
    assert (again(job).state, job.percent, job.seconds) == ("waiting", 0, 0)

    assert jobs.run(job.pk) == "done"

    assert count_to_four == [0, 1, 2, 3]
    assert (again(job).state, job.percent, job.result_url) == ("done", 100, "/ket-qua/")
    assert job.finished_at >= job.started_at >= job.created_at
    assert job.is_over


def test_it_speaks_the_language_of_whoever_started_it(count_to_four):
    with override("en"):
        job = started()

    jobs.run(job.pk)

    assert again(job).note == "Done"


def test_its_end_is_told_once(count_to_four):
    job = started()

    jobs.run(job.pk)
    jobs.run(job.pk)

    assert count_to_four == [0, 1, 2, 3]
    message = OutboxMessage.objects.get(topic=jobs.FINISHED)
    assert message.payload == {"job": str(job.pk)}


def test_a_step_that_fails_is_tried_again_from_its_bookmark(kinds):
    done = []

    @jobs.kind("count")
    def count(job):
        for step in range(job.bookmark or 0, 3):
            if step == 1 and done == [0]:
                done.append("broken")
                raise OSError("no network")
            done.append(step)
            job.advance(percent=step, bookmark=step + 1)

    job = started()
    with pytest.raises(OSError, match="no network"):
        jobs.run(job.pk)
    assert (again(job).state, job.attempts) == ("waiting", 1)
    assert "no network" in job.error

    jobs.run(job.pk)

    assert done == [0, "broken", 1, 2]
    assert (again(job).state, job.attempts) == ("done", 2)


def test_after_five_tries_it_is_parked_and_a_person_may_let_it_go_on(kinds):
    @jobs.kind("count")
    def count(job):
        if again(job.job).attempts < 9 and not OutboxMessage.objects.exists():
            raise OSError("no network")

    job = started()
    for _try in range(4):
        with pytest.raises(OSError, match="no network"):
            jobs.run(job.pk)
    assert jobs.run(job.pk) == "failed"
    assert (again(job).state, job.attempts) == ("failed", 5)
    assert jobs.run(job.pk) == "not ours"

    assert jobs.replay(job) is True
    assert (again(job).state, job.attempts, job.error) == ("waiting", 0, "")
    assert jobs.run(job.pk) == "done"
    assert jobs.replay(job) is False


def test_what_can_never_be_done_is_not_tried_again(kinds):
    @jobs.kind("count")
    def count(job):
        raise jobs.JobRefused("The file holds no table.")

    job = started()

    assert jobs.run(job.pk) == "failed"
    assert (again(job).note, job.attempts) == ("The file holds no table.", 1)


def test_a_kind_nobody_knows_is_tried_again_like_an_error(kinds):
    job = started()

    with pytest.raises(LookupError):
        jobs.run(job.pk)
    assert again(job).state == "waiting"


def test_a_waiting_job_is_stopped_at_once(count_to_four):
    job = started()

    assert jobs.cancel(job) is True

    assert again(job).state == "cancelled"
    assert jobs.run(job.pk) == "not ours"
    assert count_to_four == []
    assert jobs.cancel(job) is False


def test_a_running_job_stops_after_its_step_which_is_rolled_back(kinds):
    @jobs.kind("count")
    def count(job):
        for step in range(9):
            with transaction.atomic():
                Cast().person(f"buyer{step}")
                if step == 2:
                    jobs.cancel(job.job)
                job.advance(percent=step)

    job = started()

    assert jobs.run(job.pk) == "cancelled"
    from marketplace.accounts.models import User

    assert list(User.objects.values_list("first_name", flat=True)) == ["Buyer0", "Buyer1"]
    # The step that asked to stop was rolled back with its asking; the job ended all the same.
    assert again(job).finished_at
    assert not OutboxMessage.objects.filter(topic=jobs.FINISHED).exists()


def test_whoever_lost_the_job_writes_nothing_more(kinds):
    @jobs.kind("count")
    def count(job):
        Job.objects.filter(pk=job.job.pk).update(attempts=2)  # another worker took it over
        with transaction.atomic():
            Cast().person("ghost")
            job.advance(percent=50)

    job = started()

    assert jobs.run(job.pk) == "lost"
    from marketplace.accounts.models import User

    assert not User.objects.exists()
    assert (again(job).state, job.percent) == ("running", 0)


def test_the_database_refuses_nonsense(count_to_four):
    job = started()
    for wrong in ({"percent": 101}, {"state": "done"}, {"finished_at": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Job.objects.filter(pk=job.pk).update(**wrong)


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_it(count_to_four):
    job = started()

    call_command("worker", "--once")

    assert again(job).state == "done"
    assert DBTaskResult.objects.get(task_path__endswith="run_job").status == "SUCCESSFUL"
