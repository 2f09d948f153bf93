"""A market of two producers in a database of its own.

``python -m tests.races.market 20 5`` fills the database of the environment with twenty goods
of five pieces each, and some that never run out, and prints their listings.
"""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from .ledger import Ledger

ROOT = Path(__file__).resolve().parents[2]
PLENTY = 100_000


@dataclass(frozen=True)
class Market:
    """Where it is kept, and the listings it sells."""

    folder: Path
    environment: dict[str, str]
    ledger: Ledger
    scarce: list[int]  # a few pieces of each
    plenty: list[int]  # one of each producer, of which there is always more


@contextmanager
def market(engine: str, folder: Path, *, goods: int, stock: int) -> Iterator[Market]:
    """Open a market on ``sqlite`` or ``postgresql``; its database goes when the block ends."""
    with _database(engine, folder) as url:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "marketplace.settings.dev",
            "VAR_DIR": str(folder),
            "RATE_LIMITS": "off",  # the whole crowd comes from one address
            "DATABASE_URL": url,
        }
        command = [sys.executable, "-m", __name__, str(goods), str(stock)]
        printed = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        ).stdout
        yield Market(folder, environment, Ledger(url), **json.loads(printed.splitlines()[-1]))


@contextmanager
def _database(engine: str, folder: Path) -> Iterator[str]:
    if engine == "sqlite":
        yield f"sqlite://{folder / 'market.sqlite3'}"
        return
    import psycopg

    server = os.environ["TEST_POSTGRESQL_URL"]
    name = f"races_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def fill(goods: int, stock: int) -> dict[str, list[int]]:
    """Two producers in two provinces, their goods and the fees between them."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_delivery_rates", verbosity=0)
    from marketplace.shop.listings.services.cards import gathered
    from marketplace.shop.ordering.models import CashLimit
    from tests.factories.register import CommuneFactory, ProducerFactory, ProvinceFactory
    from tests.factories.shop import on_sale

    CashLimit.objects.all().delete()  # all the buyers have one number
    CommuneFactory()  # the buyers' own
    far = CommuneFactory(
        code="00691", name="Hà Giang 1", province=ProvinceFactory(code="08", name="Tuyên Quang")
    )
    with gathered():
        near, hill = ProducerFactory(), ProducerFactory(commune=far)
        scarce = [on_sale(producer=hill, name=f"Chè {n}", stock=stock).pk for n in range(goods)]
        plenty = [on_sale(producer=who, stock=PLENTY).pk for who in (near, hill)]
    return {"scarce": scarce, "plenty": plenty}


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(fill(*map(int, sys.argv[1:]))))  # noqa: T201
