"""The sample table, for a site that has none yet."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from marketplace.shop.delivery.models import DeliveryRate

SAMPLE = Path(__file__).parents[1] / "data" / "sample_rates.csv"
_NUMBERS = ("first_grams", "first_fee", "step_grams", "step_fee", "days_min", "days_max")


@transaction.atomic
def load_sample_rates(*, effective_from: date) -> int:
    """Put the sample's general rates in force, unless general rates are there already.

    Returns how many rows were written; an operator's own rates are never touched.
    """
    if DeliveryRate.objects.filter(seller=None).exists():
        return 0
    with SAMPLE.open(encoding="utf-8", newline="") as lines:
        rates = [
            DeliveryRate(
                zone=row["zone"],
                free_from=row["free_from"] or None,
                effective_from=effective_from,
                is_sample=True,
                **{name: int(row[name]) for name in _NUMBERS},
            )
            for row in csv.DictReader(lines)
        ]
    return len(DeliveryRate.objects.bulk_create(rates))
