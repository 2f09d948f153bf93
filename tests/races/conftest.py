"""The two databases that every race is run on."""

import os

import pytest

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session", params=ENGINES)
def engine(request) -> str:
    """SQLite, and the PostgreSQL server that the environment names."""
    if request.param == "postgresql" and not os.environ.get("TEST_POSTGRESQL_URL"):
        pytest.skip("no PostgreSQL: TEST_POSTGRESQL_URL is not set")
    return request.param
