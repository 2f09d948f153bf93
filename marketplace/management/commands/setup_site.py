"""``manage.py setup_site``: a real site's schema and reference data, for the first start and each.

It lies with the project because it calls on every room; the demo has its own way.
"""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from catalog.places.models import OldUnit


class Command(BaseCommand):
    """Safe to run again: each part adds what is missing and leaves the rest alone."""

    help = "Migrate; load places, product sets and rule versions; make the first pages."

    def handle(self, *args, **options) -> None:
        """Do it all, one line for each part."""
        verbosity = options["verbosity"]
        call_command("migrate", interactive=False, verbosity=verbosity, stdout=self.stdout)
        call_command("load_places", stdout=self.stdout)
        if not OldUnit.objects.exists():
            call_command("load_places", old_units=True, stdout=self.stdout)
        call_command("load_register", stdout=self.stdout)
        call_command("load_showcase", stdout=self.stdout)
