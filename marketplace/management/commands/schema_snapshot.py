"""Write the schema snapshot from a database that migrations alone have built."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from marketplace.schema import snapshot


class Command(BaseCommand):
    """Run it on an empty database after ``migrate --no-snapshot``; ``make schema`` does both."""

    help = "Write the schema snapshot of the database at hand."

    def add_arguments(self, parser) -> None:
        """The test compares what is written elsewhere."""
        parser.add_argument("--folder", type=Path, default=snapshot.FOLDER)

    def handle(self, *args, **options) -> None:
        """Refuse a database in which somebody has worked."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM accounts_user")
            if cursor.fetchone()[0]:
                msg = "This database has users: write the snapshot from an empty one."
                raise CommandError(msg)
        self.stdout.write(f"{snapshot.write(connection, options['folder'])}")
