"""The schema snapshot equals what the migrations build, and brings the stock rule along."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, connections

from marketplace.schema import snapshot
from marketplace.settings import engines
from tests.factories.shop import StockRecord, on_sale

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?(\+\d\d)?")
UUID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")


def comparable(text: str) -> list[str]:
    """A snapshot's lines without what differs from run to run: moments, random keys."""
    return sorted(UUID.sub("UUID", MOMENT.sub("MOMENT", text)).splitlines())


def built(url: str, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "-v0", *arguments],
        cwd=ROOT,
        check=True,
        env={
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "marketplace.settings.base",
        },
    )


def dump_of(url: str, monkeypatch, tmp_path) -> list[str]:
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setattr(snapshot, "FOLDER", tmp_path)
    connections.settings["other"] = connections.configure_settings(
        {"default": engines.database(tmp_path)}
    )["default"]
    try:
        return comparable(snapshot.write(connections["other"]).read_text("utf-8"))
    finally:
        connections["other"].close()
        del connections["other"]
        del connections.settings["other"]


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
@pytest.mark.django_db(databases="__all__")
def test_snapshot_equals_the_migrations_on_sqlite(tmp_path, monkeypatch):
    stored = comparable(snapshot.path(_named("sqlite")).read_text("utf-8"))
    slow, quick = f"sqlite:///{tmp_path}/slow.sqlite3", f"sqlite:///{tmp_path}/quick.sqlite3"
    built(slow, "--no-snapshot")
    built(quick)

    assert dump_of(slow, monkeypatch, tmp_path) == stored
    assert dump_of(quick, monkeypatch, tmp_path) == stored


@pytest.mark.slow
@pytest.mark.postgresql
@pytest.mark.django_db
def test_snapshot_equals_the_migrations_on_postgresql(tmp_path, monkeypatch):
    base = os.environ.get("TEST_POSTGRESQL_URL", "")
    if not base:
        pytest.skip("TEST_POSTGRESQL_URL names no server")
    stored = comparable(snapshot.path(_named("postgresql")).read_text("utf-8"))
    server, _, name = base.rpartition("/")
    slow, quick = f"{server}/{name}_slow", f"{server}/{name}_quick"
    for url in (slow, quick):
        subprocess.run(
            [
                "psql",
                "-q",
                base,
                "-c",
                f"DROP DATABASE IF EXISTS {url.rpartition('/')[2]}",
                "-c",
                f"CREATE DATABASE {url.rpartition('/')[2]}",
            ],
            check=True,
        )
    built(slow, "--no-snapshot")
    built(quick)

    assert dump_of(slow, monkeypatch, tmp_path) == stored
    assert dump_of(quick, monkeypatch, tmp_path) == stored


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
