"""Databases of many products: built once, and copied for each run so that orders leave no trace."""

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import connect

from .report import say
from .server import ROOT, SETTINGS, VAR

HOME = VAR / "bench"
# What a database is built from: another schema or other goods need another database.
SOURCES = (
    "marketplace/schema/sqlite.sql",
    "marketplace/shop/listings/models.py",
    "marketplace/demo/mass.py",
    "marketplace/demo/mass_words.py",
    "marketplace/demo/goods.py",
    "marketplace/shop/listings/services/card_rows.py",
)


def products(count: int) -> Path:
    """The folder (VAR_DIR) of a site with that many products; made if it is missing."""
    folder = HOME / f"{_key()}-{count}"
    if not folder.exists():
        _forget_old()
        say(f"Building a database of {count:,} products (once)")
        building = folder.with_suffix(".new")
        shutil.rmtree(building, ignore_errors=True)
        _manage(building, "migrate", "--verbosity=0")
        _manage(building, "make_products", f"--count={count}", stdout=subprocess.DEVNULL)
        _manage(building, "load_delivery_rates", stdout=subprocess.DEVNULL)
        with closing(connect(building / "db.sqlite3")) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        building.rename(folder)
    return folder


def copy_of(folder: Path) -> Path:
    """A copy to trade in, at the same place in each run."""
    copy = HOME / f"run-{folder.name.rpartition('-')[2]}"
    shutil.rmtree(copy, ignore_errors=True)
    (copy / "static").mkdir(parents=True)
    shutil.copy(folder / "db.sqlite3", copy / "db.sqlite3")
    return copy


def _key() -> str:
    """Changes with the schema, with the goods, and each month: certificates run out."""
    digest = hashlib.blake2b(f"{datetime.now(UTC):%Y-%m}".encode(), digest_size=6)
    for name in SOURCES:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _forget_old() -> None:
    for old in HOME.glob("*-*"):
        if not old.name.startswith((_key(), "run-")):
            shutil.rmtree(old)


def _manage(var: Path, *command: str, stdout: int | None = None) -> None:
    var.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "VAR_DIR": str(var),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": "",
    }
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        stdout=stdout,
        check=True,
    )
