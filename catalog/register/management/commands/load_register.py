"""Load the 26 product sets and the decisions that set the criteria."""

from django.core.management.base import BaseCommand

from catalog.register.services.reference import load_reference


class Command(BaseCommand):
    """Safe to run again."""

    help = "Load product sets and rule versions."

    def handle(self, *args, **options) -> None:
        """Both files, in one transaction."""
        sets, versions = load_reference()
        self.stdout.write(f"{sets} product sets, {versions} rule versions")
