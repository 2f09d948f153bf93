"""``manage.py load_delivery_rates``: the sample's general rates, once."""

from datetime import date

from django.core.management.base import BaseCommand

from marketplace.shop.delivery.services.samples import load_sample_rates

# Before any demo order, so that every demo day has a rate.
SINCE = date(2025, 7, 1)


class Command(BaseCommand):
    """Loads general rates marked as sample; leaves an operator's own table alone."""

    help = __doc__

    def handle(self, *args, **options) -> None:
        """Load and say how many."""
        count = load_sample_rates(effective_from=SINCE)
        self.stdout.write(
            f"{count} sample delivery rates loaded" if count else "Delivery rates are there already"
        )
