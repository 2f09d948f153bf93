"""Make the first pages of the showcase in both languages."""

from django.conf import settings
from django.core.management.base import BaseCommand

from cms.demo import create_showcase


class Command(BaseCommand):
    help = "Make home and the pages the law asks for, where they are missing; stories in a demo."

    def handle(self, *args, **options) -> None:
        """Make what is missing and say how much."""
        made = create_showcase(stories=settings.SAMPLE_DATA)
        self.stdout.write(f"{made} pages made")
