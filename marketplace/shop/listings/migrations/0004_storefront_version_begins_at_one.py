from django.db import migrations


def begin(apps, schema_editor):
    apps.get_model("listings", "StorefrontVersion").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("listings", "0003_cards_sort_and_filter_by_index")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
