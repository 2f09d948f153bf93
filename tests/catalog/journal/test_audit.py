"""What happened is written down, and stays as written."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from catalog.journal import audit
from catalog.journal.models import AuditEvent
from catalog.journal.selectors import events_of
from tests.factories.register import ProductFactory


@pytest.fixture
def event(db):
    return audit.record("product.shown", ProductFactory())


def test_an_event_names_what_by_whom_and_why(db, django_user_model):
    product = ProductFactory()
    officer = django_user_model.objects.create(email="can-bo@example.org")

    event = audit.record(
        "product.priced",
        product,
        actor=officer,
        before={"price": Decimal(1000), "on": None},
        after={"price": Decimal("1500.5"), "on": dt.date(2026, 11, 24)},
        reason="mùa mới",
    )

    event.refresh_from_db()
    assert (event.object_kind, event.object_id) == ("register.product", str(product.pk))
    assert (event.actor, event.reason) == (officer, "mùa mới")
    assert event.before == {"price": "1000", "on": None}
    assert event.after == {"price": "1500.5", "on": "2026-11-24"}


def test_an_event_carries_the_request_it_belongs_to(db):
    token = audit.request_id.set("a" * 50)
    try:
        event = audit.record("product.shown", ProductFactory())
    finally:
        audit.request_id.reset(token)

    assert event.request_id == "a" * 36


def test_a_visitor_without_an_account_is_no_actor(db):
    from django.contrib.auth.models import AnonymousUser

    assert audit.record("x", ProductFactory(), actor=AnonymousUser()).actor is None


def test_an_event_goes_with_the_change_that_is_taken_back(db):
    product = ProductFactory()
    with transaction.atomic():
        audit.record("x", product)
        transaction.set_rollback(True)

    assert not AuditEvent.objects.exists()


def test_events_are_read_by_object_newest_first(event):
    product_id = event.object_id
    later = audit.record("product.hidden", ProductFactory._meta.model.objects.get(pk=product_id))
    audit.record("x", ProductFactory())

    assert list(events_of([("register.product", [product_id])])) == [later, event]
    assert not events_of([]).exists()


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: AuditEvent.objects.update(verb="nothing"),
        lambda: AuditEvent.objects.all().delete(),
        lambda: connection.cursor().execute("UPDATE journal_auditevent SET verb = 'nothing'"),
        lambda: connection.cursor().execute("DELETE FROM journal_auditevent"),
    ],
    ids=["update", "delete", "update by hand", "delete by hand"],
)
def test_the_database_refuses_to_change_or_delete_an_event(event, attempt):
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        attempt()

    assert AuditEvent.objects.get().verb == "product.shown"


def test_a_user_who_did_something_cannot_be_deleted(db, django_user_model):
    officer = django_user_model.objects.create(email="can-bo@example.org")
    audit.record("x", ProductFactory(), actor=officer)

    with pytest.raises(DatabaseError):
        officer.delete()


@pytest.mark.django_db(transaction=True)
def test_the_whole_database_can_be_emptied_and_the_rule_is_back():
    audit.record("x", ProductFactory())

    call_command("flush", verbosity=0, interactive=False)

    assert not AuditEvent.objects.exists()
    audit.record("x", ProductFactory())
    with pytest.raises(DatabaseError, match="never changed or deleted"):
        AuditEvent.objects.all().delete()
