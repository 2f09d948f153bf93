"""A first word list; officers keep it on the page of the desk."""

from datetime import date

from django.db import migrations

ADVERTISING = "Luật Quảng cáo, Nghị định 15/2018/NĐ-CP Điều 27"
FORBIDDEN = (
    "chữa khỏi",
    "chữa bệnh",
    "chữa trị",
    "điều trị",
    "điều trị bệnh",
    "đặc trị",
    "thuốc",
    "thần dược",
    "khỏi bệnh",
    "dứt điểm",
    "kháng ung thư",
    "ngừa ung thư",
    "không tác dụng phụ",
    "tốt nhất",
    "duy nhất",
    "số một",
    "cure",
    "cures",
    "medicine",
    "treats disease",
)
ALLOWED = (
    "không phải là thuốc",
    "không có tác dụng thay thế thuốc chữa bệnh",
    "not a medicine",
)


def add_words(apps, schema_editor):
    word = apps.get_model("approvals", "ClaimWord")
    listed = [(phrase, "forbidden") for phrase in FORBIDDEN]
    listed += [(phrase, "allowed") for phrase in ALLOWED]
    word.objects.bulk_create(
        word(phrase=phrase, kind=kind, legal_ref=ADVERTISING, effective_from=date(2026, 1, 1))
        for phrase, kind in listed
    )


class Migration(migrations.Migration):
    dependencies = [("approvals", "0001_texts_wait_for_an_officer")]
    operations = [migrations.RunPython(add_words, migrations.RunPython.noop)]
