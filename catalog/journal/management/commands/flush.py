"""Django's ``flush``, on SQLite with the rule against deleting audit events lifted meanwhile."""

from contextlib import contextmanager

from django.core.management.commands.flush import Command as DjangoFlush
from django.db import connections, transaction

TRIGGER = "audit_event_never_changes_delete"


class Command(DjangoFlush):
    """Empties every table, the journal too: it is the same as throwing the file away."""

    def handle(self, **options) -> None:
        """Flush, and have the rule back whatever happens."""
        with _deleting_allowed(connections[options["database"]]):
            super().handle(**options)


@contextmanager
def _deleting_allowed(connection):
    if connection.vendor != "sqlite":
        yield
        return
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [TRIGGER])
        found = cursor.fetchone()
        if found:
            cursor.execute(f"DROP TRIGGER {TRIGGER}")
        yield
        if found:
            cursor.execute(found[0])
