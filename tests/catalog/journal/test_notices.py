"""A line in an inbox: once for each event, in the reader's language, read by whoever came first."""

import pytest
from django.db import transaction
from django.utils.translation import gettext_lazy, override

from catalog.journal import notices
from catalog.journal.models import Notice, OutboxMessage
from tests.cast import Cast
from tests.factories.register import ProducerFactory

pytestmark = pytest.mark.django_db
QUIET = notices.Kind("test.quiet", label="Thử", title="Việc %(n)s", text="Xong %(n)s")
LOUD = notices.Kind("test.loud", label="Thư", title=gettext_lazy("Đăng nhập"), by_mail=True)
notices.register(QUIET, LOUD)


def test_an_event_is_told_once():
    producer = ProducerFactory()

    for _ in range(2):
        notices.notify(producer, "test.quiet", key=7, data={"n": 7})

    (notice,) = notices.inbox_of(producer)
    assert notices.read(notice).title == "Việc 7"
    assert notices.read(notice).text == "Xong 7"


def test_the_same_key_of_another_producer_is_another_event():
    a, b = ProducerFactory(), ProducerFactory()

    notices.notify(a, "test.quiet", key=7, data={"n": 1})
    notices.notify(b, "test.quiet", key=7, data={"n": 2})

    assert notices.unread_count(a) == notices.unread_count(b) == 1


def test_a_notice_goes_with_the_fact_it_tells_of():
    producer = ProducerFactory()

    with transaction.atomic():
        notices.notify(producer, "test.loud", key=1)
        transaction.set_rollback(True)

    assert Notice.objects.count() == OutboxMessage.objects.count() == 0


def test_only_a_loud_kind_is_sent_as_well():
    producer = ProducerFactory()

    notices.notify(producer, "test.quiet", key=1, data={"n": 1})
    notices.notify(producer, "test.loud", key=1)
    notices.notify(producer, "test.loud", key=1)

    assert OutboxMessage.objects.get().payload == {"key": f"test.loud:{producer.pk}:1"}


def test_the_line_reads_in_the_language_of_the_reader():
    producer = ProducerFactory()
    notices.notify(producer, "test.loud", key=1)

    with override("en"):
        assert notices.read(Notice.objects.get()).title == "Sign in"


def test_the_first_reader_stays_noted():
    people, producer = Cast(), ProducerFactory()
    notices.notify(producer, "test.quiet", key=1, data={"n": 1})

    first = notices.mark_read(notices.inbox_of(producer), by=people.binh)
    second = notices.mark_read(notices.inbox_of(producer), by=people.chi)

    assert (first, second) == (1, 0)
    assert Notice.objects.get().read_by == people.binh


def test_a_kind_nobody_knows_is_refused():
    with pytest.raises(notices.UnknownKind):
        notices.notify(ProducerFactory(), "test.unknown", key=1)

    assert Notice.objects.count() == 0


def test_two_rooms_cannot_mean_different_things_by_one_kind():
    with pytest.raises(notices.KindTaken):
        notices.register(notices.Kind("test.quiet", label="Khác", title="Khác"))


@pytest.mark.parametrize("link", [[], ["no:such-page"], ["selling:home"]])
def test_a_link_that_leads_nowhere_any_more_is_left_out(link):
    producer = ProducerFactory()
    notices.notify(producer, "test.quiet", key=1, data={}, link=link)

    line = notices.read(Notice.objects.get())

    assert line.url == ""
    assert line.title == "Việc %(n)s"
