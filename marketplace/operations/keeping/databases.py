"""Copies of the database, taken and laid down while the site may be running.

SQLite by its online backup, PostgreSQL by ``pg_dump`` from an exported snapshot: either way the
copy is one moment, whatever is written meanwhile, and the rows are counted in that same moment.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, connections, transaction

from .errors import BackupBroken, KeepingRefused, PlaceTaken

PIECES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
MAINTENANCE = "postgres"  # the database that every PostgreSQL server has
COUNT = "SELECT COUNT(*) FROM {}"


def dump(folder: Path) -> tuple[Path, dict[str, int]]:
    """A whole copy in ``folder``, and how many rows each table of it has."""
    copy = folder / PIECES[connection.vendor]
    return (copy, _dump_sqlite(copy) if _is_sqlite() else _dump_postgresql(copy))


def is_empty() -> bool:
    """Whether the database of the settings holds nothing yet, or is not there at all."""
    if _is_sqlite():
        path = Path(connection.settings_dict["NAME"])
        if not path.exists() or not path.stat().st_size:
            return True
    elif not _exists(connection.settings_dict["NAME"]):
        return True
    return not connection.introspection.table_names()


@contextmanager
def laid_beside(copy: Path) -> Iterator[str]:
    """The copy as a database beside ours, which goes again unless it was ``put_in_place``."""
    name = _name_beside()
    connection.close()
    _drop(name)
    try:
        if _is_sqlite():
            shutil.move(copy, name)
            _check_sqlite(Path(name))
        else:
            _admin(f'CREATE DATABASE "{name}"')
            _postgres_tool("pg_restore", "--exit-on-error", "--no-owner", "-d", name, str(copy))
        yield name
    finally:
        connection.close()
        _drop(name)


@contextmanager
def looking_at(name: str) -> Iterator[None]:
    """Let every query of this process go to the database ``name`` meanwhile."""
    told = connection.settings_dict
    ours, told["NAME"] = told["NAME"], name
    connection.close()
    try:
        yield
    finally:
        connections.close_all()
        told["NAME"] = ours


def put_in_place(name: str, mark: str) -> str:
    """Make the database beside ours ours; answers where the old one lies now, if there was one."""
    connections.close_all()
    ours = connection.settings_dict["NAME"]
    if _is_sqlite():
        kept = _move_sqlite(Path(ours), Path(f"{ours}.{mark}"))
        Path(name).replace(ours)
        return kept
    kept = f"{ours}_{mark}".replace("-", "_")
    had = _exists(ours)
    if had:
        _admin(f'ALTER DATABASE "{ours}" RENAME TO "{kept}"', leaving=ours)
    try:
        _admin(f'ALTER DATABASE "{name}" RENAME TO "{ours}"', leaving=name)
    except Exception:
        if had:
            _admin(f'ALTER DATABASE "{kept}" RENAME TO "{ours}"')
        raise
    return kept if had else ""


def row_counts() -> dict[str, int]:
    """How many rows each table has."""
    with connection.cursor() as cursor:
        counts = {}
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(COUNT.format(connection.ops.quote_name(table)))
            counts[table] = cursor.fetchone()[0]
    return counts


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _dump_sqlite(copy: Path) -> dict[str, int]:
    with closing(sqlite3.connect(copy)) as target:
        with closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=60)) as source:
            # In one go: with pauses it would begin anew after each write of somebody else.
            source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    _check_sqlite(copy)
    with looking_at(copy):
        return row_counts()


def _check_sqlite(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as link:
            said = link.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        raise BackupBroken(f"SQLite calls the copy of the database broken: {said}")


def _dump_postgresql(copy: Path) -> dict[str, int]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
        name = connection.settings_dict["NAME"]
        _postgres_tool("pg_dump", "-Fc", f"--snapshot={snapshot}", "-f", str(copy), "-d", name)
        return row_counts()


def _postgres_tool(program: str, *arguments: str) -> None:
    told = connection.settings_dict
    where = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    environment = {name: str(told[key]) for name, key in where.items() if told[key]}
    try:
        subprocess.run(
            [program, "--no-password", *arguments],
            env={**os.environ, **environment},
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError as error:
        raise KeepingRefused(
            f"{program} is not installed. On Debian: apt install postgresql-client"
        ) from error
    except subprocess.CalledProcessError as error:
        raise KeepingRefused(f"{program}: {error.stderr.strip()[-500:]}") from error


def _admin(sql: str, *, leaving: str = "") -> None:
    """Say something to the server, after sending everybody out of the database ``leaving``."""
    with _maintenance() as link:
        if leaving:
            link.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
                " AND pid <> pg_backend_pid()",
                [leaving],
            )
        link.execute(sql)


def _maintenance():
    import psycopg

    told = connection.settings_dict
    return psycopg.connect(
        dbname=MAINTENANCE,
        user=told["USER"] or None,
        password=told["PASSWORD"] or None,
        host=told["HOST"] or None,
        port=told["PORT"] or None,
        autocommit=True,
    )


def _exists(name: str) -> bool:
    with _maintenance() as link:
        found = link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return found.fetchone() is not None


def _name_beside() -> str:
    ours = connection.settings_dict["NAME"]
    return f"{ours}.restoring" if _is_sqlite() else f"{ours}_restoring"


def _drop(name: str) -> None:
    if not _is_sqlite():
        _admin(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        return
    for end in ("", "-wal", "-shm", "-journal"):
        Path(f"{name}{end}").unlink(missing_ok=True)


def _move_sqlite(ours: Path, kept: Path) -> str:
    if not ours.exists():
        return ""
    if kept.exists():
        raise PlaceTaken(f"{kept} is there already.")
    # Everything of the log goes into the file, so that no log of the old lies beside the new.
    with closing(sqlite3.connect(ours, timeout=20)) as link:
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    ours.rename(kept)
    for end in ("-wal", "-shm"):
        Path(f"{ours}{end}").unlink(missing_ok=True)
    return str(kept)
