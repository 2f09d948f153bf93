"""Commands of the site in processes of their own, as an operator runs them."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[3]


def environment(folder: Path, url: str, **more: str) -> dict[str, str]:
    """Of a site whose files lie in ``folder`` and whose database is ``url``."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "marketplace.settings.dev",
        "VAR_DIR": str(folder),
        "DATABASE_URL": url,
        **more,
    }


def manage(where: dict[str, str], *arguments: object) -> subprocess.CompletedProcess:
    """Run ``manage.py``; what it printed is in the answer."""
    return subprocess.run(
        [sys.executable, "manage.py", *map(str, arguments)],
        cwd=ROOT,
        env=where,
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def empty_database(engine: str, folder: Path) -> Iterator[str]:
    """The address of a database that is not there yet, as on an empty machine."""
    if engine == "sqlite":
        yield f"sqlite://{folder / 'site.sqlite3'}"
        return
    import psycopg

    server = os.environ["TEST_POSTGRESQL_URL"]
    name = f"drill_{uuid.uuid4().hex[:12]}"
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as admin:
            found = admin.execute(
                "SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{name}%"]
            )
            for (each,) in found.fetchall():
                admin.execute(f'DROP DATABASE "{each}" WITH (FORCE)')
