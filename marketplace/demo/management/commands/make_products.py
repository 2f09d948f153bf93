"""``manage.py make_products --count 10000``: products to measure with."""

import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from catalog.places.models import Commune
from catalog.register.models import ProductSet
from marketplace.demo.mass import make_products


class Command(BaseCommand):
    """Makes up to the number asked for; the same seed makes the same products."""

    help = "Make many sample products, for measuring. Best in a database of its own (VAR_DIR)."

    def add_arguments(self, parser) -> None:
        """How many, and from which seed."""
        parser.add_argument("--count", type=int, default=10_000)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args, **options) -> None:
        """Refuse a real site; load what products stand on; then make them."""
        if not settings.SAMPLE_DATA:
            raise CommandError("This site does not show sample data (SAMPLE_DATA is off).")
        began = time.monotonic()
        if not Commune.objects.exists():
            call_command("load_places", stdout=self.stdout)
        if not ProductSet.objects.exists():
            call_command("load_register", stdout=self.stdout)

        def progress(done: int, total: int) -> None:
            self.stdout.write(f"{time.monotonic() - began:6.1f} s  {done:,} of {total:,}")

        made = make_products(options["count"], seed=options["seed"], progress=progress)
        self.stdout.write(f"{made:,} products made")
