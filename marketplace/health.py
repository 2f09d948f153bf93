"""Is the process up (/healthz); may it be sent requests (/readyz).

Both are answered before the rest of the stack, so that a probe needs no known host name, no
session and no language, and never counts as a visit.
"""

import json
import urllib.request
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from catalog.journal import backlog

SEARCH_SECONDS = 10  # how long an answer about the search engine is believed
SEARCH_TIMEOUT = 0.5


class ProbeMiddleware:
    """Answers the two probes and passes everything else on."""

    def __init__(self, get_response: Callable) -> None:
        """Keep the rest of the stack."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a probe."""
        if request.path_info == "/healthz":
            return HttpResponse("ok\n", content_type="text/plain")
        if request.path_info == "/readyz":
            return readyz()
        return self.get_response(request)


def readyz() -> HttpResponse:
    """200 when the database answers and is migrated; the rest is told, and stops nothing."""
    report = {"database": "ok", "migrations": "ok"}
    try:
        missing = missing_migrations()
        report["queue"] = queue_state()
    except DatabaseError:
        missing = 0
        report["database"] = "down"
        report["migrations"] = "unknown"
    if missing:
        report["migrations"] = f"{missing} missing"
    report["search"] = search_state()
    ready = report["database"] == report["migrations"] == "ok"
    return JsonResponse({"ready": ready, **report}, status=200 if ready else 503)


@cache
def _written() -> frozenset[tuple[str, str]]:
    """Every migration of the code, by the names of its files: importing them takes seconds."""
    from django.db.migrations.loader import MigrationLoader

    names = set()
    for config in apps.get_app_configs():
        module, _ = MigrationLoader.migrations_module(config.label)
        folder = _folder(module) if module else None
        if folder:
            names |= {(config.label, p.stem) for p in folder.glob("[0-9]*.py")}
    return frozenset(names)


def _folder(module: str) -> Path | None:
    from importlib.util import find_spec

    spec = find_spec(module)
    return Path(spec.origin).parent if spec and spec.origin else None


def missing_migrations() -> int:
    """How many migrations of the code the database has not seen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        seen = {(app, name) for app, name in cursor.fetchall()}
    return len(_written() - seen)


def queue_state() -> dict:
    """How long the oldest due work has waited, whether that is too long, and what is parked."""
    queue = backlog.queue_state()
    return {
        "oldest_seconds": queue.oldest_seconds,
        "state": queue.state,
        "waiting": queue.waiting,
        "parked": queue.parked,
    }


def search_state() -> str:
    """Which engine answers searches: asked at most once in ten seconds, never for long."""
    if not settings.ELASTICSEARCH_URL:
        return "embedded"
    pages = caches["pages"]
    state = pages.get("readyz:search")
    if state is None:
        state = "elasticsearch" if _elasticsearch_answers() else "embedded (elasticsearch is down)"
        pages.set("readyz:search", state, SEARCH_SECONDS)
    return state


def _elasticsearch_answers() -> bool:
    url = settings.ELASTICSEARCH_URL.rstrip("/") + "/_cluster/health?local=true"
    try:
        with urllib.request.urlopen(url, timeout=SEARCH_TIMEOUT) as answer:  # noqa: S310
            return json.load(answer).get("status") in {"green", "yellow"}
    except (OSError, ValueError):
        return False
