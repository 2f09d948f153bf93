from django.db import migrations, models

FILTERS = [
    "sells_from",
    "sells_until",
    "is_alcohol",
    "star",
    "province_code",
    "set_no",
    "group_no",
    "price_band",
    "in_stock",
]


def by(name, *order):
    """An index that begins with an order and carries the filters."""
    return migrations.AddIndex("productcard", models.Index(fields=[*order, *FILTERS], name=name))


class Migration(migrations.Migration):
    dependencies = [("listings", "0002_stock_never_below_zero_free")]

    operations = [
        migrations.AddField(
            "productcard",
            "name_key",
            models.CharField(default="", max_length=80),
            preserve_default=False,
        ),
        migrations.AddField(
            "productcard", "star_rank", models.BigIntegerField(default=0), preserve_default=False
        ),
        migrations.AddField(
            "productcard", "version", models.BigIntegerField(default=0), preserve_default=False
        ),
        migrations.AddField("storefrontversion", "frame", models.BigIntegerField(default=1)),
        migrations.AlterField("productcard", "producer_id_ref", models.BigIntegerField()),
        by("card_newest", "recognised_on", "id"),
        by("card_by_price", "price", "id"),
        by("card_by_name", "name_key", "id"),
        by("card_by_star", "star_rank", "id"),
        migrations.AddIndex(
            "productcard",
            models.Index(fields=["producer_id_ref", "version"], name="card_of_producer"),
        ),
    ]
