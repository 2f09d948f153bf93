"""Two officers at the same change, two members at the same product, at the same instant."""

import threading

import pytest
from django.db import connection

from catalog.approvals import errors
from catalog.approvals.models import ProductEdit
from catalog.approvals.selectors import mark_of
from catalog.approvals.services import deciding, drafting
from catalog.journal.models import AuditEvent, Notice
from catalog.register.models import Product

from .conftest import handed_in

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
MANY = 4


def at_once(act):
    """Let each of many do ``act(number)`` at once; answers what came of each."""
    start, outcomes = threading.Barrier(MANY), [None] * MANY

    def work(number):
        try:
            start.wait(timeout=10)
            outcomes[number] = act(number)
        except errors.ApprovalError as error:
            outcomes[number] = type(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def test_officers_decide_once(tea, people):
    edit = handed_in(tea, people.binh)
    seen, officers = mark_of(edit), [people.giang, people.dung]

    def decide(number):
        fresh = ProductEdit.objects.get(pk=edit.pk)
        if number % 2:
            deciding.send_back(fresh, reason="Ngắn quá", by=officers[1])
        else:
            deciding.approve(fresh, seen=seen, by=officers[0])

    outcomes = at_once(decide)

    assert outcomes.count(None) == 1
    assert outcomes.count(errors.EditDecided) == MANY - 1
    assert Notice.objects.count() == 1
    edit.refresh_from_db()
    is_approved = Product.objects.get(pk=tea.pk).story == "Chuyện mới"
    assert (edit.state == "approved") is is_approved


def test_without_the_condition_officers_would_decide_many_times(tea, people, monkeypatch):
    def careless(edit, *, by, **fields):
        ProductEdit.objects.filter(pk=edit.pk).update(decided_by=by, **fields)

    monkeypatch.setattr(deciding, "_take", careless)
    edit = handed_in(tea, people.binh)
    officer = people.giang

    at_once(
        lambda n: deciding.send_back(
            ProductEdit.objects.get(pk=edit.pk), reason=f"Lý do {n}", by=officer
        )
    )

    assert AuditEvent.objects.filter(verb="edit.returned").count() == MANY


def test_members_who_begin_at_once_write_one_change(tea, people):
    binh = people.binh

    outcomes = at_once(lambda _: drafting.open_edit(Product.objects.get(pk=tea.pk), by=binh).pk)

    assert len(set(outcomes)) == 1
    assert ProductEdit.objects.count() == 1
