from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("listings", "0006_sellers_say_whether_they_take_transfers")]

    operations = [
        migrations.AddField(
            model_name="storefrontversion",
            name="counted",
            field=models.BigIntegerField(default=1),
        ),
    ]
