"""Uploads and papers, wherever they lie: a local folder or a bucket."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.core.files.storage import FileSystemStorage, Storage, storages

KINDS = ("default", "private")  # names in STORAGES; the static files come with the code


def names(kind: str) -> Iterator[str]:
    """Every file of a storage, by its name there."""
    storage = storages[kind]
    # In a bucket the papers lie below the uploads, and are listed by their own storage.
    skipped = "private" if kind == "default" and not is_local(storage) else ""
    yield from _below(storage, "", skipped)


def is_local(storage: Storage) -> bool:
    """Whether it is a folder of this machine."""
    return isinstance(storage, FileSystemStorage)


def place_of(kind: str) -> Path:
    """The folder of a local storage."""
    return Path(storages[kind].location)


def is_empty() -> bool:
    """Whether no storage holds a file yet."""
    return not any(next(names(kind), None) for kind in KINDS)


def put(kind: str, folder: Path, mark: str) -> str:
    """Make ``folder`` the storage's files; answers where the old ones lie now, if anywhere.

    A bucket cannot be swapped: there the files are added, and nothing is taken away.
    """
    storage = storages[kind]
    if not is_local(storage):
        _add(storage, folder)
        return ""
    place, kept = place_of(kind), Path(f"{place_of(kind)}.{mark}")
    had = place.exists()
    if had:
        place.rename(kept)
    place.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(place)
    return str(kept) if had else ""


def put_back(kind: str, kept: str) -> None:
    """Undo ``put`` on a local storage."""
    if is_local(storages[kind]):
        shutil.rmtree(place_of(kind), ignore_errors=True)
        if kept:
            Path(kept).rename(place_of(kind))


def _below(storage: Storage, folder: str, skipped: str = "") -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        yield f"{folder}{name}"
    for name in sorted(folders):
        if name != skipped:
            yield from _below(storage, f"{folder}{name}/")


def _add(storage: Storage, folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            with path.open("rb") as source:
                storage.delete(name)
                storage.save(name, source)
