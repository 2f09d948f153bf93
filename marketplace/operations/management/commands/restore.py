"""Restore a backup on this machine, empty or not."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from marketplace.operations.keeping.errors import KeepingRefused
from marketplace.operations.keeping.restoring import restore_backup


class Command(BaseCommand):
    """One command: unpack, compare, migrate, verify the audit log, swap in."""

    help = "Restore an archive made by `manage.py backup`. Stop web and worker first."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser) -> None:
        """Which archive, and whether a site may be replaced."""
        parser.add_argument("archive", type=Path)
        parser.add_argument(
            "--yes-replace", action="store_true", help="Replace the site that is here."
        )

    def handle(self, *args, **options) -> None:
        """Say each step, then what to do next."""
        try:
            done = restore_backup(
                options["archive"], replace=options["yes_replace"], tell=self.stdout.write
            )
        except KeepingRefused as refusal:
            raise CommandError(f"{refusal} Nothing was changed.") from refusal
        manifest = done.manifest
        self.stdout.write(
            f"Restored: {sum(manifest.rows.values())} rows and {len(manifest.pieces) - 1} files"
            f" of {manifest.made_at}. The audit log is whole."
        )
        for place in done.kept:
            self.stdout.write(f"What was here before lies in {place}: delete it when all is well")
        if not done.same_key:
            self.stdout.write(
                "SECRET_KEY is another one than the backup's site had: everybody must sign in"
                " anew, and second steps must be set up anew. Give the old one if you have it."
            )
        self.stdout.write("Now start web and worker.")
