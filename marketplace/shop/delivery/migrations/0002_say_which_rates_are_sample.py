from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0001_dated_delivery_rates")]
    operations = [
        migrations.AddField(
            model_name="deliveryrate",
            name="is_sample",
            field=models.BooleanField(default=False, verbose_name="dữ liệu mẫu"),
        ),
    ]
