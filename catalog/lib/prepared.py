"""Questions of one model whose SQL Django writes once in a process.

For a small question Django takes several times longer to write the SQL than the database to
answer it. A question that a busy page asks with each visit is written with the first, and
from then on only its values are filled in. Rows are made as Django's ``ModelIterable`` makes
them (django/db/models/query.py), by the compiler that wrote the SQL: a new Django is to be
looked at here, and ``tests/catalog/lib/test_prepared.py`` holds both to the same answers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.query import get_related_populators


class Slot(Expression):
    """The place in the SQL of a value that each asking brings."""

    def __init__(self, name: str, output_field: Field) -> None:
        """Name the value and say what it is."""
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: object, connection: object) -> tuple[str, list["Slot"]]:  # noqa: ARG002 - Django's own signature
        """A parameter that stands for itself until it is filled."""
        return "%s", [self]


@dataclass(frozen=True, slots=True)
class Written:
    """SQL with its slots, and how a row of its answer becomes an instance."""

    sql: str
    parameters: tuple
    compiler: Any
    converters: dict
    model: type[Model]
    columns: slice
    names: list[str]
    populators: list
    annotations: dict[str, int]

    @classmethod
    def of(cls, rows: QuerySet) -> "Written":
        """Let Django write the question."""
        compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        info = compiler.klass_info
        first, last = info["select_fields"][0], info["select_fields"][-1] + 1
        return cls(
            sql=sql,
            parameters=parameters,
            compiler=compiler,
            converters=compiler.get_converters([column[0] for column in compiler.select]),
            model=info["model"],
            columns=slice(first, last),
            names=[column[0].target.attname for column in compiler.select[first:last]],
            populators=get_related_populators(info, compiler.select, DEFAULT_DB_ALIAS),
            annotations=compiler.annotation_col_map or {},
        )

    def instances(self, rows: list[tuple]) -> list:
        """The rows as instances, with what was joined and annotated."""
        if self.converters:
            rows = self.compiler.apply_converters(rows, self.converters)
        return [self._instance(row) for row in rows]

    def _instance(self, row: tuple) -> Model:
        instance = self.model.from_db(DEFAULT_DB_ALIAS, self.names, row[self.columns])
        for populator in self.populators:
            populator.populate(row, instance)
        for name, place in self.annotations.items():
            setattr(instance, name, row[place])
        return instance


class Prepared:
    """Ask for rows by keyword."""

    def __init__(self, build: Callable[..., QuerySet], slots: dict[str, Field]) -> None:
        """Keep what writes the question; nothing is written before the first asking."""
        self._build, self._slots = build, slots
        self._written: Written | None = None
        update_wrapper(self, build)

    def __call__(self, **values: Any) -> list:
        """The rows that the question names for these values."""
        if self._written is None:
            slots = {name: Slot(name, field) for name, field in self._slots.items()}
            self._written = Written.of(self._build(**slots))
        told = {
            name: field.get_db_prep_value(values[name], connection)
            for name, field in self._slots.items()
        }
        filled = [told[p.name] if isinstance(p, Slot) else p for p in self._written.parameters]
        with connection.cursor() as cursor:
            cursor.execute(self._written.sql, filled)
            return self._written.instances(cursor.fetchall())


def prepared(**slots: Field) -> Callable[[Callable[..., QuerySet]], Prepared]:
    """Make of a function that returns rows of one model a question prepared once.

    ``slots`` names its arguments with the kind of each.
    """
    return lambda build: Prepared(build, slots)
