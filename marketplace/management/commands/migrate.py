"""``migrate`` that starts an empty database from the schema snapshot.

On anything but an empty database it is Django's own.
"""

from django.core.management.commands.migrate import Command as DjangoMigrate
from django.db import connections

from marketplace.schema import snapshot


class Command(DjangoMigrate):
    """Django's ``migrate`` with a quick start."""

    def add_arguments(self, parser) -> None:
        """Django's arguments and one more."""
        super().add_arguments(parser)
        parser.add_argument(
            "--no-snapshot", action="store_true", help="Build an empty database step by step."
        )

    def handle(self, *args, **options) -> None:
        """Restore the snapshot where that is possible, then migrate what is left."""
        connection = connections[options["database"]]
        whole = not (
            options["app_label"] or options["fake"] or options["plan"] or options["check_unapplied"]
        )
        quick = whole and not options.pop("no_snapshot", False) and snapshot.is_empty(connection)
        if quick and snapshot.path(connection).exists():
            snapshot.restore(connection)
            if options["verbosity"] > 0:
                self.stdout.write(f"Schema restored from {snapshot.path(connection).name}")
        super().handle(*args, **options)
