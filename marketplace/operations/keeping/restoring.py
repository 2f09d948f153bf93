"""Restore a backup: laid down beside the site, compared, brought up to date, then swapped in.

Until the swap nothing of the site at hand is touched; after it the old database and folders lie
beside the new ones, under a name with the time, until somebody deletes them.
"""

import shutil
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from catalog.journal import seals

from . import databases, files
from .errors import KeepingRefused, PlaceTaken, RestoredDiffers
from .making import verify
from .manifest import Manifest, key_fingerprint

Tell = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    manifest: Manifest
    same_key: bool  # whether SECRET_KEY is the one that the site had
    kept: list[str]  # where the old database and folders lie


def restore_backup(path: Path, *, replace: bool, tell: Tell) -> Restored:
    """Restore ``path``; refuses to stand on a site that is there unless ``replace``."""
    tell("Reading the archive")
    manifest = verify(path)
    if manifest.vendor != connection.vendor:
        raise KeepingRefused(
            f"This is a backup of {manifest.vendor}, and DATABASE_URL leads to {connection.vendor}."
        )
    if not replace and not (databases.is_empty() and files.is_empty()):
        raise PlaceTaken(
            "There is a site here already. Stop web and worker, and give --yes-replace."
        )
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.VAR_DIR, prefix="restoring-") as name:
        work = Path(name)
        tell("Unpacking beside the site")
        with tarfile.open(path) as archive:
            archive.extractall(work, filter="data")
        with databases.laid_beside(work / databases.PIECES[manifest.vendor]) as beside:
            with databases.looking_at(beside):
                _compare(manifest, tell)
            kept = _swap(work, beside, tell)
    return Restored(manifest, key_fingerprint() == manifest.key_fingerprint, kept)


def _compare(manifest: Manifest, tell: Tell) -> None:
    tell("Counting rows")
    rows = databases.row_counts()
    wrong = [t for t in rows.keys() | manifest.rows.keys() if rows.get(t) != manifest.rows.get(t)]
    if wrong:
        raise RestoredDiffers(f"Not as many rows as were kept: {', '.join(sorted(wrong))}")
    tell("Bringing the tables up to date")
    call_command("migrate", verbosity=0)
    tell("Walking the audit log")
    # What was never sealed may have waited for a worker that is long gone.
    faults = [f for f in seals.verify(known_head=manifest.audit_head) if f.what != "unsealed"]
    if faults:
        raise RestoredDiffers(f"The audit log has {len(faults)} faults, row {faults[0].event} one.")


def _swap(work: Path, beside: str, tell: Tell) -> list[str]:
    tell("Swapping in")
    mark = f"replaced-{timezone.now():%Y%m%d-%H%M%S}"
    done: list[tuple[str, str]] = []
    try:
        for kind in files.KINDS:
            folder = work / "files" / kind
            folder.mkdir(parents=True, exist_ok=True)
            done.append((kind, files.put(kind, folder, mark)))
        database = databases.put_in_place(beside, mark)
    except Exception:
        for kind, kept in reversed(done):
            files.put_back(kind, kept)
        raise
    # Answers of before would be taken for true.
    shutil.rmtree(settings.VAR_DIR / "cache", ignore_errors=True)
    return [place for place in (database, *(kept for _, kept in done)) if place]
