from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_owners_invite_members")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="language",
            field=models.CharField(
                default="vi",
                max_length=5,
                verbose_name="ngôn ngữ",
            ),
        ),
    ]
