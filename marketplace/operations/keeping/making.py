"""Make a backup: one archive, written beside its name, read again whole, then named."""

import os
import re
import tarfile
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.utils import timezone

from catalog.journal import seals

from . import databases, files
from .errors import BackupBroken
from .manifest import NAME, Counted, Manifest, Piece, key_fingerprint, piece_of

ARCHIVE = re.compile(r"langsao-\d{8}-\d{6}\.tar")


def make_backup(folder: Path) -> Path:
    """A verified archive in ``folder``; nothing of a failed one is left there."""
    folder.mkdir(parents=True, exist_ok=True)
    final = folder / f"langsao-{timezone.now():%Y%m%d-%H%M%S}.tar"
    part = final.with_suffix(".part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w") as archive:
                _write(archive, folder)
            raw.flush()
            os.fsync(raw.fileno())
        verify(part)
        part.rename(final)
    finally:
        part.unlink(missing_ok=True)
    return final


def verify(path: Path) -> Manifest:
    """Read the whole archive and compare it with its manifest; raises BackupBroken."""
    found: dict[str, Piece] = {}
    manifest = None
    try:
        with tarfile.open(path) as archive:
            for member in archive:
                source = archive.extractfile(member)
                if source is None:
                    raise BackupBroken(f"{member.name} is no file.")
                if member.name == NAME:
                    manifest = Manifest.read(source.read())
                else:
                    found[member.name] = piece_of(source)
    except (tarfile.TarError, OSError, EOFError) as error:
        raise BackupBroken(f"The archive cannot be read: {error}") from error
    if manifest is None:
        raise BackupBroken("The archive has no manifest: it was not written to its end.")
    for name in sorted(manifest.pieces.keys() | found.keys()):
        if manifest.pieces.get(name) != found.get(name):
            raise BackupBroken(f"{name} is not what was kept.")
    return manifest


def forget_old(folder: Path, *, keep: int) -> list[Path]:
    """Delete all but the newest ``keep`` archives; answers which."""
    archives = sorted(path for path in folder.iterdir() if ARCHIVE.fullmatch(path.name))
    old = archives[:-keep] if keep else []
    for path in old:
        path.unlink()
    return old


def _write(archive: tarfile.TarFile, folder: Path) -> None:
    """Files, the database, then the files that came meanwhile.

    Whatever the database's moment names was there before or came since, so it is in the archive.
    """
    pieces: dict[str, Piece] = {}
    _add_files(archive, pieces)
    with tempfile.TemporaryDirectory(dir=folder, prefix="backup-") as work:
        head = seals.head()
        copy, rows = databases.dump(Path(work))
        with copy.open("rb") as source:
            _add(archive, pieces, copy.name, source, copy.stat().st_size)
    _add_files(archive, pieces)
    manifest = Manifest(
        made_at=timezone.now().isoformat(timespec="seconds"),
        vendor=connection.vendor,
        site=settings.BASE_URL,
        key_fingerprint=key_fingerprint(),
        audit_head=head,
        rows=rows,
        pieces=pieces,
    ).as_json()
    info = tarfile.TarInfo(NAME)
    info.size = len(manifest)
    archive.addfile(info, BytesIO(manifest))


def _add_files(archive: tarfile.TarFile, pieces: dict[str, Piece]) -> None:
    for kind, name in _all_files():
        path = f"files/{kind}/{name}"
        if path in pieces:
            continue
        try:
            with storages[kind].open(name) as source:
                _add(archive, pieces, path, source, storages[kind].size(name))
        except FileNotFoundError:  # deleted since it was listed
            continue


def _all_files() -> Iterator[tuple[str, str]]:
    for kind in files.KINDS:
        for name in files.names(kind):
            yield kind, name


def _add(archive: tarfile.TarFile, pieces: dict[str, Piece], path: str, source, size: int) -> None:
    info = tarfile.TarInfo(path)
    info.size = size
    counted = Counted(source)
    archive.addfile(info, counted)
    pieces[path] = counted.piece
