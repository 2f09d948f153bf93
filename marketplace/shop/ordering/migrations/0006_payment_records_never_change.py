"""The database refuses to change what was written down of a parcel's money.

Who wrote it may be forgotten when the person's account is deleted; nothing else.
"""

from django.db import migrations

MESSAGE = "payment records are never changed"
TABLE = "ordering_paymentrecord"
COLUMNS = "parcel_id, number, kind, amount, balance, corrects_id, reason, at"


def add_rule(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION payment_record_never_changes() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' "
            "USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER payment_record_never_changes BEFORE UPDATE OF {COLUMNS} ON {TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION payment_record_never_changes()"
        )
        return
    schema_editor.execute(
        f"CREATE TRIGGER payment_record_never_changes BEFORE UPDATE OF {COLUMNS} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    )


def drop_rule(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER payment_record_never_changes ON {TABLE}")
        schema_editor.execute("DROP FUNCTION payment_record_never_changes()")
        return
    schema_editor.execute("DROP TRIGGER payment_record_never_changes")


class Migration(migrations.Migration):
    dependencies = [("ordering", "0005_parcels_say_how_they_are_paid")]
    operations = [migrations.RunPython(add_rule, drop_rule)]
