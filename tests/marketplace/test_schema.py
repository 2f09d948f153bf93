"""The schema snapshot equals what the migrations build, and brings the stock rule along."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, connection

from marketplace.schema import snapshot
from tests.factories.shop import StockRecord, on_sale

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?(\+\d\d)?")
# Django records the parts of a squashed migration in the order of a set.
RECORDED = re.compile(r"\(\d+, ('\w+', '\d{4}\w+', 'MOMENT'\))[,;]")
UUID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")


def comparable(text: str) -> list[str]:
    """A snapshot's lines without what differs from run to run: moments, random keys, casts."""
    plain = UUID.sub("UUID", MOMENT.sub("MOMENT", text))
    return sorted(without_casts(RECORDED.sub(r"(\1", line)) for line in plain.splitlines())


def without_casts(line: str) -> str:
    """PostgreSQL writes ``x IN (...)`` in one form when made and in another when restored."""
    if "ANY (" not in line or "ARRAY[" not in line:
        return line
    return re.sub(r"::(character varying|text)(\[\])?|[()]", "", line)


def manage(url: str, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        env={
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "marketplace.settings.base",
        },
    )


def assert_both_ways_end_alike(vendor: str, slow: str, quick: str, folder: Path) -> None:
    """Two empty databases, one built by the migrations and one restored, and the stored file."""
    stored = comparable(snapshot.path(_named(vendor)).read_text("utf-8"))
    for url, *how in ((slow, "--no-snapshot"), (quick,)):
        manage(url, "migrate", "-v0", *how)
        manage(url, "schema_snapshot", "--folder", str(folder))
        assert comparable((folder / f"{vendor}.sql").read_text("utf-8")) == stored


@pytest.mark.parametrize("vendor", ["sqlite", "postgresql"])
def test_no_migration_of_ours_came_after_the_snapshot(vendor):
    text = snapshot.path(_named(vendor)).read_text("utf-8")
    ours = {
        (label, path.stem)
        for label, config in apps.app_configs.items()
        for path in Path(config.path).glob("migrations/[0-9]*.py")
        if ROOT in Path(config.path).parents and VENV not in Path(config.path).parents
    }

    assert len(ours) > 10
    lacking = {(label, name) for label, name in ours if f"'{label}', '{name}'" not in text}
    assert lacking == set(), "run `make schema` with DATABASE_URL naming an empty PostgreSQL"


@pytest.mark.slow
def test_snapshot_equals_the_migrations_on_sqlite(tmp_path):
    slow, quick = f"sqlite:///{tmp_path}/slow.sqlite3", f"sqlite:///{tmp_path}/quick.sqlite3"

    assert_both_ways_end_alike("sqlite", slow, quick, tmp_path)


@pytest.mark.slow
@pytest.mark.postgresql
def test_snapshot_equals_the_migrations_on_postgresql(tmp_path):
    base = os.environ.get("TEST_POSTGRESQL_URL", "")
    if not base:
        pytest.skip("TEST_POSTGRESQL_URL names no server")
    server, _, name = base.rpartition("/")
    names = f"{name}_slow", f"{name}_quick"
    for name in names:
        for deed in (f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}"):
            subprocess.run(["psql", "-q", base, "-c", deed], check=True, stderr=subprocess.DEVNULL)

    slow, quick = (f"{server}/{name}" for name in names)
    assert_both_ways_end_alike("postgresql", slow, quick, tmp_path)


def _named(vendor: str):
    return type("Connection", (), {"vendor": vendor})


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"num_allocated": 11}, {"num_in_stock": 0, "num_allocated": 1}])
def test_database_refuses_less_than_nothing_free(change):
    stock = on_sale(stock=10).oscar_product.stockrecords.get()

    with pytest.raises(IntegrityError):
        StockRecord.objects.filter(pk=stock.pk).update(**change)


@pytest.mark.django_db
def test_stock_rule_is_found_after_migrate():
    found = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT conname FROM pg_constraint WHERE contype = 'c'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(found)
        names = {row[0] for row in cursor.fetchall()}

    if connection.vendor == "sqlite":
        assert {"stock_never_below_zero_free_insert", "stock_never_below_zero_free_update"} <= names
    else:
        assert "stock_never_below_zero_free" in names
