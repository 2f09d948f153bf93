"""Keep the whole site in one archive; cron or a timer runs it each night."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from marketplace.operations.keeping.errors import KeepingRefused
from marketplace.operations.keeping.making import forget_old, make_backup, verify


class Command(BaseCommand):
    """May run while the site is used."""

    help = "Keep database, uploads and papers in one verified archive. No secret is in it."

    def add_arguments(self, parser) -> None:
        """Where to, how many to keep, or which one to look at."""
        parser.add_argument("--to", type=Path, help="Folder; without it VAR_DIR/backups.")
        parser.add_argument("--keep", type=int, default=0, help="Delete all but the newest N.")
        parser.add_argument("--check", type=Path, help="Only read this archive and compare.")

    def handle(self, *args, **options) -> None:
        """Print the archive, what it holds, and the head of the audit log to note down."""
        try:
            folder = options["to"] or settings.VAR_DIR / "backups"
            path = options["check"] or make_backup(folder)
            manifest = verify(path)
        except KeepingRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        size = path.stat().st_size / 1e6
        self.stdout.write(
            f"{path}: {size:.1f} MB, {sum(manifest.rows.values())} rows,"
            f" {len(manifest.pieces) - 1} files, whole"
        )
        self.stdout.write(f"Head of the audit log: {manifest.audit_head}")
        self.stdout.write(f"Keep apart from it: {', '.join(manifest.secrets_needed)}")
        if options["keep"] and not options["check"]:
            for old in forget_old(folder, keep=options["keep"]):
                self.stdout.write(f"Deleted {old.name}")
