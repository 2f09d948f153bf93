"""Those behind the counter and at the desk: signed in once, in a process of their own.

``python -m tests.bench.behind`` makes them in the database of VAR_DIR and tells their sessions
as JSON; with ``import`` it has the worker read and write a table of products instead, and tells
what that cost.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from .server import ROOT, SETTINGS

ROWS = 5_000


def people(var: Path) -> dict[str, str]:
    """Sessions of a producer's member and a province's officer, and the parcel that waits."""
    return _told(var, "people")


def table_of_products(var: Path) -> dict[str, float]:
    """CPU seconds that a table of ``ROWS`` new products costs: reading it, and writing it."""
    return _told(var, "import")


def _told(var: Path, what: str) -> dict:
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.behind", what],
        cwd=ROOT,
        env={
            **os.environ,
            "VAR_DIR": str(var),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "DATABASE_URL": "",
        },
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    return json.loads(told.splitlines()[-1])


def _people() -> dict[str, str]:
    """Called in a process with Django; the newest parcel's producer is the one."""
    from marketplace.accounts.models import OfficerPost, ProducerMember
    from marketplace.shop.ordering.models import Parcel
    from tests.cast import Cast, signed_in

    cast = Cast()
    parcel = Parcel.objects.select_related("seller__producer", "order").latest("pk")
    producer = parcel.seller.producer
    member, officer = cast.person("nguoi-ban"), cast.person("can-bo")
    ProducerMember.objects.create(user=member, producer=producer, valid_from=cast.day)
    OfficerPost.objects.create(user=officer, province_id=producer.province_id, valid_from=cast.day)
    return {
        "member": signed_in(member, second_step=False).cookies["sessionid"].value,
        "officer": signed_in(officer).cookies["sessionid"].value,
        "order": f"/ban-hang/{producer.slug}/don/{parcel.order.number}/",
        "orders": f"/ban-hang/{producer.slug}/don/",
    }


def _import() -> dict[str, float]:
    """Called in a process with Django; sending costs the page little, and counts as reading."""
    from catalog.intake.enums import RowState
    from catalog.register.models import Producer
    from tests.cast import Cast
    from tests.catalog.intake.tables import PRODUCTS, applied, read

    producer = Producer.objects.filter(products__isnull=False).order_by("pk").first()
    rows = [[f"Chè bảng {n}", producer.name, "11", "Búp chè"] for n in range(ROWS)]
    sender = {"by": Cast().person("nguoi-gui-bang"), "provinces": [producer.province_id]}
    began = time.process_time()
    batch = read("products", PRODUCTS, *rows, **sender)
    was_read = time.process_time()
    batch = applied(batch)
    return {
        "read": was_read - began,
        "written": time.process_time() - was_read,
        "rows": batch.rows.filter(state=RowState.APPLIED).count(),
    }


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps({"people": _people, "import": _import}[sys.argv[1]]()))  # noqa: T201
