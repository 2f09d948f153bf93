"""Load the provinces and communes of Viet Nam, and on request the units of before 1/7/2025."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from catalog.lib import clock
from catalog.places import data_files, services
from catalog.places.errors import TooManyClosures, UnitFileBroken


class Command(BaseCommand):
    """Safe to run again: what is already so is left alone."""

    help = "Load provinces and communes; with --old-units the links from the old units instead."

    def add_arguments(self, parser) -> None:
        """Where the files are, and from when they count."""
        parser.add_argument("--folder", type=Path, default=data_files.FOLDER)
        parser.add_argument(
            "--from",
            dest="day",
            type=date.fromisoformat,
            help="The first day of a newer file (YYYY-MM-DD); today unless told.",
        )
        parser.add_argument(
            "--old-units", action="store_true", help="Load only the links from the old units."
        )
        parser.add_argument(
            "--close-many", action="store_true", help="Close units even if many are missing."
        )

    def handle(self, *args, **options) -> None:
        """Read all of the files first, then write."""
        folder = options["folder"]
        try:
            if options["old_units"]:
                count = services.load_old_units(data_files.old_units(folder))
                self.stdout.write(f"{count} links from old units")
                return
            changes = services.load_units(
                data_files.provinces(folder),
                communes=data_files.communes(folder),
                day=options["day"] or clock.today(),
                may_close_many=options["close_many"],
            )
        except (UnitFileBroken, TooManyClosures, OSError) as error:
            raise CommandError(f"{error}. Nothing was changed.") from error
        self.stdout.write(
            f"Units: {changes.created} new, {changes.changed} changed, {changes.closed} closed"
        )
