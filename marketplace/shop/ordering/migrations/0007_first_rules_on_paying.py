"""The first rules on paying; an operator adds others with their day.

A day to transfer the money. Five open cash orders of one telephone number: more than a household
has on its way at once, fewer than it takes to empty a cooperative's shelf. Fifteen to one
address, because a whole hamlet may write the same one.
"""

from datetime import date

from django.db import migrations

SINCE = date(2026, 1, 1)
HOURS = 24
PER_PHONE, PER_ADDRESS = 5, 15


def add_rules(apps, schema_editor):
    apps.get_model("ordering", "TransferTerm").objects.get_or_create(
        effective_from=SINCE, defaults={"hours": HOURS}
    )
    apps.get_model("ordering", "CashLimit").objects.get_or_create(
        effective_from=SINCE, defaults={"per_phone": PER_PHONE, "per_address": PER_ADDRESS}
    )


class Migration(migrations.Migration):
    dependencies = [("ordering", "0006_payment_records_never_change")]
    operations = [migrations.RunPython(add_rules, migrations.RunPython.noop)]
