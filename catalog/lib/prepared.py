"""Questions of one model whose SQL Django writes once in a process.

For a small question Django takes several times longer to write the SQL than the database to
answer it. A question that a busy page asks with each visit is written with the first, and
from then on only its values are filled in.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.db import connection
from django.db.models import Expression, Field, Model, QuerySet


class Slot(Expression):
    """The place in the SQL of a value that each asking brings."""

    def __init__(self, name: str, output_field: Field) -> None:
        """Name the value and say what it is."""
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: object, connection: object) -> tuple[str, list["Slot"]]:  # noqa: ARG002 - Django's own signature
        """A parameter that stands for itself until it is filled."""
        return "%s", [self]


class Prepared:
    """Ask for rows by keyword; annotations come as plain attributes, joins are not followed."""

    def __init__(self, build: Callable[..., QuerySet], slots: dict[str, Field]) -> None:
        """Keep what writes the question; nothing is written before the first asking."""
        self._build, self._slots = build, slots
        self._written: tuple[type[Model], str, tuple] | None = None
        update_wrapper(self, build)

    def __call__(self, **values: Any) -> list:
        """The rows that the question names for these values."""
        if self._written is None:
            self._written = self._write()
        model, sql, parameters = self._written
        told = {
            name: field.get_db_prep_value(values[name], connection)
            for name, field in self._slots.items()
        }
        filled = [told[p.name] if isinstance(p, Slot) else p for p in parameters]
        return list(model._base_manager.raw(sql, filled))  # noqa: SLF001 - every row, as asked

    def _write(self) -> tuple[type[Model], str, tuple]:
        rows = self._build(**{name: Slot(name, field) for name, field in self._slots.items()})
        return rows.model, *rows.query.sql_with_params()


def prepared(**slots: Field) -> Callable[[Callable[..., QuerySet]], Prepared]:
    """Make of a function that returns rows of one model a question prepared once.

    ``slots`` names its arguments with the kind of each.
    """
    return lambda build: Prepared(build, slots)
