"""An application: given, sent in, looked at, approved; and each way it is not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, connections, transaction

from catalog.journal.models import AuditEvent
from catalog.lib import clock
from marketplace.shop.admission.enums import Check, State
from marketplace.shop.admission.errors import (
    AlreadyDecided,
    AlreadySeller,
    ChecklistEmpty,
    ItemChanged,
    MandatoryMissing,
    NotEditable,
    NothingGiven,
    ReasonNeeded,
)
from marketplace.shop.admission.models import Application, Evidence
from marketplace.shop.admission.selectors.standing import standing_of
from marketplace.shop.admission.services.applying import (
    approve,
    open_application,
    send_back,
    submit,
    take_back,
)
from marketplace.shop.admission.services.giving import check, give, waive
from marketplace.shop.listings.models import Seller
from tests.cast import Cast
from tests.factories.shop import seller_of

from .people import accept, asks, picture, sent_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    people = Cast()
    people.line = asks(people.commune_a.province)
    return people


def test_an_accepted_application_makes_a_seller(people):
    application = sent_in(people.producer_a, people.line, by=people.binh)
    accept(people.producer_a, people.line, by=people.giang)

    seller = approve(application, by=people.giang)

    assert seller.producer == people.producer_a
    assert seller.admitted_at is not None
    assert seller.partner.code == people.producer_a.slug
    application.refresh_from_db()
    assert (application.state, application.decided_by) == (State.APPROVED, people.giang)
    approved = AuditEvent.objects.get(verb="application.approved")
    assert (approved.actor, approved.after) == (people.giang, {"waived": []})


def test_without_a_mandatory_item_nobody_is_approved(people):
    application = sent_in(people.producer_a, people.line)
    second = asks(people.commune_a.province, "so-moi", title="Giấy mới")
    accept(people.producer_a, people.line, by=people.giang)

    with pytest.raises(MandatoryMissing) as missing:
        approve(application, by=people.giang)

    assert missing.value.titles == ["Giấy mới"]
    assert not Seller.objects.exists()
    application.refresh_from_db()
    assert application.state == State.SUBMITTED
    assert second.evidence.count() == 0


def test_an_item_nobody_has_looked_at_is_missing(people):
    application = sent_in(people.producer_a, people.line)

    with pytest.raises(MandatoryMissing):
        approve(application, by=people.giang)

    assert not Seller.objects.exists()


def test_an_item_that_is_not_mandatory_may_be_missing(people):
    asks(people.commune_a.province, "vneid", is_mandatory=False)
    application = sent_in(people.producer_a, people.line)
    accept(people.producer_a, people.line, by=people.giang)

    assert approve(application, by=people.giang)


def test_a_waiver_stands_for_the_item_and_keeps_name_and_reason(people):
    second = asks(people.commune_a.province, "atpp")
    application = sent_in_but(people, second)

    waived = waive(people.producer_a, second, reason="Thuộc diện miễn", by=people.giang)
    approve(application, by=people.giang)

    assert (waived.check_state, waived.checked_by) == (Check.WAIVED, people.giang)
    event = AuditEvent.objects.get(verb="evidence.waived")
    assert (event.actor, event.reason) == (people.giang, "Thuộc diện miễn")
    assert AuditEvent.objects.get(verb="application.approved").after == {"waived": ["atpp"]}


def sent_in_but(people, later):
    """Sent in before ``later`` was asked for: then it is lacking."""
    later.valid_from = clock.today() + timedelta(days=1)
    later.save()
    application = sent_in(people.producer_a, people.line)
    later.valid_from = clock.today()
    later.save()
    accept(people.producer_a, people.line, by=people.giang)
    return application


def test_a_waiver_says_why(people):
    with pytest.raises(ReasonNeeded):
        waive(people.producer_a, people.line, reason="  ", by=people.giang)

    assert not Evidence.objects.exists()


def test_the_database_keeps_no_waiver_without_a_name(people):
    sent_in(people.producer_a, people.line)

    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.update(check_state=Check.WAIVED, reason="vì")


def test_nobody_is_admitted_where_nothing_is_asked(people):
    application = open_application(people.producer_b)

    with pytest.raises(ChecklistEmpty):
        submit(application)

    application.refresh_from_db()
    assert application.state == State.DRAFT


def test_a_draft_is_kept_and_not_sent_before_it_is_whole(people):
    second = asks(people.commune_a.province, "giay", wanted="file")
    application = open_application(people.producer_a, by=people.binh)
    give(people.producer_a, people.line, text="0100109106", by=people.binh)

    with pytest.raises(MandatoryMissing) as missing:
        submit(application, by=people.binh)

    assert missing.value.titles == [second.title]
    application.refresh_from_db()
    assert application.state == State.DRAFT
    assert Evidence.objects.get().text == "0100109106"


def test_what_was_sent_in_is_not_changed_behind_the_officers_back(people):
    sent_in(people.producer_a, people.line)

    with pytest.raises(NotEditable):
        give(people.producer_a, people.line, text="khác")

    assert Evidence.objects.get().text == "0100109106"


def test_taken_back_it_can_be_mended(people):
    application = sent_in(people.producer_a, people.line)

    take_back(application)
    give(people.producer_a, people.line, text="0100109107")
    submit(application)

    assert Evidence.objects.get().text == "0100109107"


def test_returned_with_a_reason_it_comes_again(people):
    application = sent_in(people.producer_a, people.line)

    with pytest.raises(ReasonNeeded):
        send_back(application, reason="", by=people.giang)
    send_back(application, reason="Ảnh mờ", by=people.giang)

    application.refresh_from_db()
    assert (application.state, application.reason) == (State.RETURNED, "Ảnh mờ")
    submit(application)
    assert application.state == State.SUBMITTED


def test_an_item_refused_must_be_given_anew_before_sending_in(people):
    application = sent_in(people.producer_a, people.line)
    evidence = Evidence.objects.get()
    check(evidence, revision=evidence.revision, accepted=False, reason="Sai số", by=people.giang)
    send_back(application, reason="Sai số", by=people.giang)

    with pytest.raises(MandatoryMissing):
        submit(application)
    give(people.producer_a, people.line, text="0100109107")
    submit(application)

    assert application.state == State.SUBMITTED


def test_an_officer_decides_on_what_they_saw(people):
    application = sent_in(people.producer_a, people.line)
    seen = Evidence.objects.get().revision
    take_back(application)
    give(people.producer_a, people.line, text="khác")
    submit(application)

    with pytest.raises(ItemChanged):
        check(Evidence.objects.get(), revision=seen, accepted=True, by=people.giang)

    assert Evidence.objects.get().check_state == Check.WAITING


def test_a_refused_item_says_why(people):
    sent_in(people.producer_a, people.line)
    evidence = Evidence.objects.get()

    with pytest.raises(ReasonNeeded):
        check(evidence, revision=evidence.revision, accepted=False, by=people.giang)

    assert Evidence.objects.get().check_state == Check.WAITING


@pytest.mark.parametrize("second", [approve, send_back])
def test_the_second_of_two_officers_is_told(people, second):
    application = sent_in(people.producer_a, people.line)
    accept(people.producer_a, people.line, by=people.giang)
    same = Application.objects.get()
    approve(application, by=people.giang)
    said = {"reason": "Thiếu"} if second is send_back else {}

    with pytest.raises(AlreadyDecided):
        second(same, by=people.giang, **said)

    assert Seller.objects.count() == 1
    assert Application.objects.get().state == State.APPROVED


def test_a_seller_does_not_apply(people):
    seller_of(people.producer_a)

    with pytest.raises(AlreadySeller):
        open_application(people.producer_a)


def test_a_seller_gives_what_is_lacking_without_applying(people):
    seller_of(people.producer_a)

    give(people.producer_a, people.line, text="0100109106", by=people.binh)
    accept(people.producer_a, people.line, by=people.giang)

    assert standing_of(people.producer_a, clock.today()).lacking == []


def test_one_application_is_open_at_a_time(people):
    first = open_application(people.producer_a)

    assert open_application(people.producer_a) == first
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.create(producer=people.producer_a)


def test_a_personal_number_is_kept_by_its_last_four_digits(people):
    line = asks(people.commune_a.province, "dinh-danh", is_personal=True)

    given = give(people.producer_a, line, text="Lê Văn Mẫu, 01/02/1980, 068 080 001 234")

    assert given.text == "Lê Văn Mẫu, 01/02/1980, ••• ••• ••1 234"
    assert "068080001234" not in str(AuditEvent.objects.values_list("after", flat=True))


@pytest.mark.parametrize(
    ("wanted", "field"), [("text", "text"), ("file", "file"), ("both", "file")]
)
def test_what_is_asked_for_must_be_given(people, wanted, field):
    line = asks(people.commune_a.province, "khac", wanted=wanted)

    with pytest.raises(NothingGiven) as nothing:
        give(people.producer_a, line, text="" if wanted == "text" else "1")

    assert nothing.value.field == field
    assert not Evidence.objects.exists()


def test_a_file_stays_when_only_the_words_change(people):
    line = asks(people.commune_a.province, "khac", wanted="both")
    first = give(people.producer_a, line, text="1", upload=picture())

    second = give(people.producer_a, line, text="2")

    assert (second.file.name, second.sha256) == (first.file.name, first.sha256)
    assert second.text == "2"


def test_a_refused_write_leaves_no_file(people, settings):
    line = asks(people.commune_a.province, "khac", wanted="file")
    sent_in(people.producer_a, people.line, line)
    evidence = Evidence.objects.get(requirement=line)
    folder = evidence.file.name.rpartition("/")[0]
    before = evidence.file.storage.listdir(folder)

    with pytest.raises(NotEditable):
        give(people.producer_a, line, upload=picture())

    assert evidence.file.storage.listdir(folder) == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.race
def test_of_officers_who_decide_at_once_one_decides():
    """On SQLite writers queue up, on PostgreSQL the rows do: one seller either way."""
    people = Cast()
    line = asks(people.commune_a.province)
    sent_in(people.producer_a, line)
    officer = people.giang
    accept(people.producer_a, line, by=officer)

    def decide(number: int) -> str:
        application = Application.objects.get()
        try:
            if number % 2:
                send_back(application, reason="Thiếu", by=officer)
            else:
                approve(application, by=officer)
        except AlreadyDecided:
            return "told"
        else:
            return "decided"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(decide, range(8)))

    assert told.count("decided") == 1, connection.vendor
    approved = Application.objects.get().state == State.APPROVED
    assert Seller.objects.count() == int(approved)
