"""Move a site from SQLite to PostgreSQL: every row of every model, as it is.

Rows are read and written by the columns' own converters and past all signals, ``auto_now`` and
services: what was written on Tuesday stays written on Tuesday. The search index of Wagtail is
made anew, because each engine has its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, connections, models, transaction

from catalog.journal import seals
from marketplace.settings import engines

from .errors import KeepingRefused, PlaceTaken, RestoredDiffers

OLD = "old"
BATCH = 1000
OF_ITS_ENGINE = ("wagtailsearch", "modelsearch")  # apps whose tables are made anew
OWN = ("accounts.User", "register.Product", "order.Order", "journal.AuditEvent")


def move_from(path: Path) -> dict[str, int]:
    """Copy the SQLite file into the PostgreSQL of the settings; answers rows by model."""
    if connection.vendor != "postgresql":
        raise KeepingRefused("DATABASE_URL leads to no PostgreSQL.")
    if not path.exists():
        raise KeepingRefused(f"{path} is not there.")
    call_command("migrate", verbosity=0)
    if any(apps.get_model(label).objects.exists() for label in OWN):
        raise PlaceTaken("There are people, products or orders in this database already.")
    with _opened(path), transaction.atomic():
        _same_migrations()
        _empty()
        moved = {model._meta.label: _copy(model) for model in _models()}  # noqa: SLF001
        _set_sequences()
        faults = [fault for fault in seals.verify() if fault.what != "unsealed"]
        if faults:
            raise RestoredDiffers(f"The audit log has {len(faults)} faults.")
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
    return moved


@contextmanager
def _opened(path: Path) -> Iterator[None]:
    connections.settings[OLD] = {**connections.settings["default"], **engines.sqlite(path)}
    try:
        yield
    finally:
        connections[OLD].close()
        del connections.settings[OLD]


def _same_migrations() -> None:
    def seen(alias: str) -> set[tuple[str, str]]:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            return set(cursor.fetchall())

    if seen(OLD) ^ seen("default"):
        raise KeepingRefused("The SQLite file is of another release: run migrate on it first.")


def _models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed  # noqa: SLF001
        and not model._meta.proxy  # noqa: SLF001
        and model._meta.app_label not in OF_ITS_ENGINE  # noqa: SLF001
    ]


def _empty() -> None:
    """Throw away what the migrations brought, and let rows come in any order until the end."""
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in _models())  # noqa: SLF001
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _copy(model: type[models.Model]) -> int:
    meta = model._meta  # noqa: SLF001
    fields = meta.local_concrete_fields
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    places = ", ".join("%s" for _ in fields)
    table = connection.ops.quote_name(meta.db_table)
    insert = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - names of ours
    rows = model._base_manager.using(OLD).order_by("pk")  # noqa: SLF001
    values = rows.values_list(*(field.attname for field in fields)).iterator(chunk_size=BATCH)
    count = 0
    with connection.cursor() as cursor:
        while batch := [row for row, _ in zip(values, range(BATCH), strict=False)]:
            prepared = [
                [
                    field.get_db_prep_save(value, connection)
                    for field, value in zip(fields, row, strict=True)
                ]
                for row in batch
            ]
            cursor.executemany(insert, prepared)
            count += len(batch)
    return count


def _set_sequences() -> None:
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(sql)
