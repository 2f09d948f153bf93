"""The database refuses to change or delete an audit event.

Emptying the whole database stays possible: PostgreSQL's TRUNCATE asks no row trigger, and on
SQLite our ``flush`` lifts the rule against deleting while it runs.
"""

from django.db import migrations

MESSAGE = "audit events are never changed or deleted"


def add_rule(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION audit_event_never_changes() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' "
            "USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        schema_editor.execute(
            "CREATE TRIGGER audit_event_never_changes BEFORE UPDATE OR DELETE "
            "ON journal_auditevent FOR EACH ROW EXECUTE FUNCTION audit_event_never_changes()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER audit_event_never_changes_{event.lower()} BEFORE {event} "
            f"ON journal_auditevent BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )


def drop_rule(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER audit_event_never_changes ON journal_auditevent")
        schema_editor.execute("DROP FUNCTION audit_event_never_changes()")
        return
    for event in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER audit_event_never_changes_{event}")


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_audit_and_outbox")]
    operations = [migrations.RunPython(add_rule, drop_rule)]
