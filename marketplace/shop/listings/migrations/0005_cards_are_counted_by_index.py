from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("listings", "0004_storefront_version_begins_at_one")]

    operations = [
        migrations.AddIndex(
            "productcard",
            models.Index(
                fields=[
                    "is_alcohol",
                    "star",
                    "province_code",
                    "group_no",
                    "set_no",
                    "price_band",
                    "in_stock",
                    "sells_from",
                    "sells_until",
                ],
                name="card_counted",
            ),
        ),
    ]
