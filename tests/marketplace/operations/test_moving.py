"""A site outgrows SQLite: every row goes to PostgreSQL, and the shop goes on there."""

import os

import pytest

from tests.races.ledger import Ledger
from tests.races.market import market
from tests.races.server import serving

from .drill import empty_database, environment, manage
from .test_drill import buying, until_sold

pytestmark = [pytest.mark.slow, pytest.mark.postgresql]


def test_every_row_is_moved_and_the_shop_goes_on(tmp_path):
    server_url = os.environ.get("TEST_POSTGRESQL_URL")
    if not server_url:
        pytest.skip("no PostgreSQL: TEST_POSTGRESQL_URL is not set")
    import psycopg

    with (
        market("sqlite", tmp_path, goods=1, stock=5) as stall,
        empty_database("postgresql", tmp_path) as url,
    ):
        with serving(stall) as server, buying(server, stall):
            until_sold(stall.ledger, 3)
        manage(stall.environment, "worker", "--once")
        with psycopg.connect(server_url, autocommit=True) as admin:
            admin.execute(f"CREATE DATABASE {url.rpartition('/')[2]}")
        where = environment(tmp_path, url)
        file = stall.ledger.url.removeprefix("sqlite://")

        moved = manage(where, "move_database", file)

        assert moved.returncode == 0, moved.stderr
        new = Ledger(url)
        assert new.codes() == stall.ledger.codes()
        assert new.faults() == {}
        for sql in (
            "SELECT COUNT(*) FROM journal_auditevent",
            "SELECT COUNT(*) FROM wagtailcore_page",
            "SELECT COUNT(*) FROM register_product",
            "SELECT phone FROM ordering_ordergroup ORDER BY id",
        ):
            assert new.column(sql) == stall.ledger.column(sql)
        assert manage(where, "verify_log").returncode == 0

        again = manage(where, "move_database", file)
        assert again.returncode != 0
        assert "Nothing was moved" in again.stderr
        assert new.codes() == stall.ledger.codes()

        before = len(new.codes())
        grown = type(stall)(tmp_path, where, new, stall.scarce, stall.plenty)
        with serving(grown) as server, buying(server, grown):
            until_sold(new, before + 2)
        assert new.faults() == {}
