"""Write and restore the schema snapshot of the database at hand."""

import os
import subprocess
from pathlib import Path

from django.db import transaction

FOLDER = Path(__file__).parent
# An FTS5 table keeps its data in tables of its own; creating it creates them.
FTS_SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")


def path(connection) -> Path:
    """The snapshot file of this kind of database."""
    return FOLDER / f"{connection.vendor}.sql"


def is_empty(connection) -> bool:
    """Whether the database holds no table at all."""
    return not connection.introspection.table_names()


def restore(connection) -> None:
    """Fill an empty database from its snapshot, wholly or not at all."""
    script = path(connection).read_text(encoding="utf-8")
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        connection.connection.executescript(
            f"BEGIN IMMEDIATE;\nPRAGMA defer_foreign_keys=ON;\n{script}\nCOMMIT;"
        )
        return
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(script)


def write(connection, folder: Path = FOLDER) -> Path:
    """Write the snapshot of a database that the migrations alone have built."""
    target = folder / path(connection).name
    text = (
        _dump_sqlite(connection) if connection.vendor == "sqlite" else _dump_postgresql(connection)
    )
    target.write_text(text, encoding="utf-8")
    return target


def _dump_sqlite(connection) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT type, name, sql FROM sqlite_master"
            " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        )
        objects = cursor.fetchall()
        virtual = [name for _, name, sql in objects if sql.startswith("CREATE VIRTUAL")]
        shadows = {table + suffix for table in virtual for suffix in FTS_SHADOWS}
        tables = [(n, sql) for kind, n, sql in objects if kind == "table" and n not in shadows]
        lines = [f"{sql};" for _, sql in tables]
        for name, _ in tables:
            if name not in virtual:
                lines.extend(_inserts(cursor, name))
        cursor.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")
        lines.append("DELETE FROM sqlite_sequence;")
        lines.extend(
            f"INSERT INTO sqlite_sequence VALUES('{name}', {seq});"
            for name, seq in cursor.fetchall()
        )
        lines.extend(f"{sql};" for kind, name, sql in objects if kind in {"index", "trigger"})
    return "\n".join(lines) + "\n"


def _inserts(cursor, table: str) -> list[str]:
    cursor.execute(f'PRAGMA table_info("{table}")')
    columns = ", ".join(f'quote("{row[1]}")' for row in cursor.fetchall())
    glued = columns.replace(", ", " || ', ' || ")
    cursor.execute(f'SELECT {glued} FROM "{table}" ORDER BY rowid')  # noqa: S608
    return [f'INSERT INTO "{table}" VALUES({row[0]});' for row in cursor.fetchall()]


def _dump_postgresql(connection) -> str:
    settings = connection.settings_dict
    environment = {
        **os.environ,
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGHOST": settings["HOST"],
        "PGPORT": str(settings["PORT"]),
        "PGDATABASE": settings["NAME"],
    }
    command = ["pg_dump", "--inserts", "--rows-per-insert=500", "--no-owner", "--no-privileges"]
    text = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        env={k: v for k, v in environment.items() if v},
    ).stdout
    wanted = [
        line
        for line in text.splitlines()
        if line and not line.startswith(("--", "\\", "SET ", "SELECT pg_catalog.set_config"))
    ]
    return "\n".join(wanted) + "\n"
