"""The first rule on how long a producer has to answer; an operator adds others with their day."""

from datetime import date

from django.db import migrations

HOURS, SINCE = 72, date(2026, 1, 1)


def add_term(apps, schema_editor):
    apps.get_model("ordering", "ConfirmationTerm").objects.get_or_create(
        effective_from=SINCE, defaults={"hours": HOURS}
    )


class Migration(migrations.Migration):
    dependencies = [("ordering", "0002_parcels_move_once_and_run_out")]
    operations = [migrations.RunPython(add_term, migrations.RunPython.noop)]
