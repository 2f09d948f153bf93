"""A topic of its own for each test."""

import pytest

from catalog.journal import outbox


@pytest.fixture
def sent(monkeypatch):
    """Keys in the order in which the topic ``greeting`` was told of them."""
    monkeypatch.setattr(outbox, "_handlers", {})
    keys = []

    @outbox.handler("greeting")
    def greet(payload, key):
        keys.append(key)

    return keys
