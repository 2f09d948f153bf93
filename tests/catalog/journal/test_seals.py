"""The chain over the audit log names whoever was touched."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from catalog.journal import audit, seals
from catalog.journal.models import AuditEvent, AuditSeal
from tests.factories.register import ProductFactory

pytestmark = pytest.mark.django_db
NOW = timedelta(0)


@pytest.fixture
def log():
    """Five sealed events."""
    product = ProductFactory()
    AuditSeal.objects.all().delete()
    for number in range(5):
        audit.record("product.priced", product, after={"price": number}, reason="mùa mới")
    seals.seal_log(rest=NOW)
    return list(AuditEvent.objects.order_by("pk"))


@pytest.fixture
def unguarded():
    """What somebody with the database's own password can do: the rules against it are lifted."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE journal_auditevent DISABLE TRIGGER USER")
        else:
            for event in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER audit_event_never_changes_{event}")


def faults(**options) -> list[tuple[int, str]]:
    return [(fault.event, fault.what) for fault in seals.verify(rest=NOW, **options)]


def test_an_untouched_log_is_whole(log):
    assert faults() == []
    assert seals.seal_log(rest=NOW) == 0


@pytest.mark.parametrize(
    "change", [{"reason": "khác"}, {"verb": "x"}, {"after": {"price": 9}}, {"object_id": "77"}]
)
def test_a_changed_row_is_named(log, unguarded, change):
    AuditEvent.objects.filter(pk=log[2].pk).update(**change)

    assert faults() == [(log[2].pk, "changed")]


def test_a_deleted_row_is_named(log, unguarded):
    AuditEvent.objects.filter(pk=log[1].pk).delete()

    assert faults() == [(log[1].pk, "missing")]


def test_a_removed_seal_is_noticed(log):
    AuditSeal.objects.filter(event=log[3].pk).delete()

    assert faults() == [(log[4].pk, "broken"), (log[3].pk, "unsealed")]


def test_a_chain_written_anew_lacks_the_head_noted_before(log, unguarded):
    noted = seals.head()
    AuditEvent.objects.filter(pk=log[0].pk).update(reason="khác")
    AuditSeal.objects.all().delete()
    seals.seal_log(rest=NOW)

    assert faults() == []
    assert faults(known_head=noted) == [(log[4].pk, "cut")]


def test_a_row_rests_before_it_is_sealed(log):
    audit.record("product.priced", ProductFactory())

    assert seals.seal_log() == 0
    assert list(seals.verify()) == []


def test_two_workers_cannot_go_on_from_one_head(log):
    first = AuditSeal.objects.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditSeal.objects.create(event=10**9, previous=first.previous, digest="x" * 64)


def test_the_command_says_so_and_fails(log, unguarded, capsys):
    call_command("verify_log")
    assert "whole" in capsys.readouterr().out

    AuditEvent.objects.filter(pk=log[2].pk).update(reason="khác")
    with pytest.raises(CommandError, match="1 faults"):
        call_command("verify_log")
    assert f"row {log[2].pk} was changed" in capsys.readouterr().out
