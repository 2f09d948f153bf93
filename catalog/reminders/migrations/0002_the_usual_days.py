"""210, 180, 150, 120 and 30 days; an operator adds others with their day."""

from datetime import date

from django.db import migrations

DAYS, SINCE = (210, 180, 150, 120, 30), date(2026, 5, 22)  # Decision 26/2026/QĐ-TTg in force


def add_days(apps, schema_editor):
    days = apps.get_model("reminders", "ReminderDay").objects
    for one in DAYS:
        days.get_or_create(days=one, valid_from=SINCE)


class Migration(migrations.Migration):
    dependencies = [("reminders", "0001_days_and_reminders_sent")]
    operations = [migrations.RunPython(add_days, migrations.RunPython.noop)]
