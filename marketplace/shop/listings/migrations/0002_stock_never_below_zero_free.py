"""The database refuses to allocate more stock than there is.

PostgreSQL gets a check constraint; SQLite cannot add one to a table that exists without
writing it anew, so it gets two triggers that say the same.
"""

from django.db import migrations

RULE = "NEW.num_in_stock < COALESCE(NEW.num_allocated, 0) OR COALESCE(NEW.num_allocated, 0) < 0"
NAME = "stock_never_below_zero_free"


def add_rule(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"ALTER TABLE partner_stockrecord ADD CONSTRAINT {NAME} CHECK ("
            "num_in_stock >= COALESCE(num_allocated, 0) AND COALESCE(num_allocated, 0) >= 0)"
        )
        return
    for event in ("INSERT", "UPDATE"):
        schema_editor.execute(
            f"CREATE TRIGGER {NAME}_{event.lower()} BEFORE {event} ON partner_stockrecord "
            f"WHEN {RULE} BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: {NAME}'); END"
        )


def drop_rule(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE partner_stockrecord DROP CONSTRAINT {NAME}")
        return
    for event in ("insert", "update"):
        schema_editor.execute(f"DROP TRIGGER {NAME}_{event}")


class Migration(migrations.Migration):
    dependencies = [
        ("listings", "0001_sellers_listings_cards"),
        ("partner", "0007_partneraddress_code"),
    ]
    operations = [migrations.RunPython(add_rule, drop_rule)]
