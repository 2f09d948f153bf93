"""The two probes: fast, without a host name, and honest."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from catalog.journal import backlog
from catalog.journal.models import OutboxMessage

pytestmark = pytest.mark.django_db


def test_process_answers_without_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = Client().get("/healthz", headers={"host": "10.0.0.7:8000"})
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_ready_says_so_without_any_secret(django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        response = Client().get("/readyz", headers={"host": "unknown.example"})
    assert response.status_code == 200
    assert response.json() == {
        "ready": True,
        "database": "ok",
        "migrations": "ok",
        "queue": {"oldest_seconds": 0, "state": "ok", "waiting": 0, "parked": 0},
        "search": "embedded",
    }
    assert "sessionid" not in response.cookies


def test_missing_migration_takes_the_process_out():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'journal'")
    response = Client().get("/readyz")
    assert response.status_code == 503
    assert response.json()["ready"] is False
    assert response.json()["migrations"].endswith("missing")


def test_waiting_message_is_told_but_stops_nothing():
    due = timezone.now() - timedelta(seconds=backlog.LATE + 60)
    OutboxMessage.objects.create(topic="t", key="k", due_at=due)
    answer = Client().get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["queue"]["state"] == "late"
    assert answer.json()["queue"]["oldest_seconds"] >= backlog.LATE


def test_dead_search_engine_is_told_and_stops_nothing(settings):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    answer = Client().get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["search"] == "embedded (elasticsearch is down)"


def test_dead_database_takes_the_process_out():
    from django.db import DatabaseError

    def refuse(execute, sql, params, many, context):
        raise DatabaseError("gone")

    with connection.execute_wrapper(refuse):
        answer = Client().get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["database"] == "down"
    assert "gone" not in answer.content.decode()
