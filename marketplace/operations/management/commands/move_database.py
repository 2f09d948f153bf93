"""Move the site from SQLite to the PostgreSQL that DATABASE_URL names."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from marketplace.operations.keeping.errors import KeepingRefused
from marketplace.operations.keeping.moving import move_from


class Command(BaseCommand):
    """Stop web and worker first; the SQLite file is only read."""

    help = "Copy every row of a SQLite file into the (empty) PostgreSQL of the settings."

    def add_arguments(self, parser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, help="For example var/db.sqlite3")

    def handle(self, *args, **options) -> None:
        """Say how much was moved."""
        try:
            moved = move_from(options["file"])
        except KeepingRefused as refusal:
            raise CommandError(f"{refusal} Nothing was moved.") from refusal
        full = sum(1 for count in moved.values() if count)
        self.stdout.write(f"Moved {sum(moved.values())} rows of {full} kinds; the log is whole.")
