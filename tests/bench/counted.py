"""The site, telling with each answer how many questions it put to the database.

Only for counting: CPU time and rates are taken from the site as it is.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection

from marketplace.wsgi import application as site

from .server import QUERIES_HEADER


class Counter:
    """Counts statements, those that open and close transactions too."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, execute: Callable, *statement: Any) -> Any:
        """Count one and let it pass."""
        self.number += 1
        return execute(*statement)


def application(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
    """Answer as the site does, with one header more."""
    counter = Counter()

    def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable:
        return start_response(status, [*headers, (QUERIES_HEADER, str(counter.number))], exc_info)

    with connection.execute_wrapper(counter):
        return site(environ, start)
