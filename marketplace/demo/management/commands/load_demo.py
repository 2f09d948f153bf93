"""``manage.py load_demo``: everything a newcomer sees, in one process."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from marketplace.demo.loading import load_all


class Command(BaseCommand):
    """Loads what is missing; a second run changes nothing."""

    help = "Load real and sample products, the showcase and sample people."

    def handle(self, *args, **options) -> None:
        """Refuse a real site, then tell every part with the seconds since the start."""
        if not settings.SAMPLE_DATA:
            raise CommandError(
                "This site does not show sample data (SAMPLE_DATA is off): nothing was loaded."
            )
        began = time.monotonic()

        def tell(line: str) -> None:
            self.stdout.write(f"{time.monotonic() - began:6.1f} s  {line}")
            self.stdout.flush()  # seen at once in a pipe too

        load_all(tell)
