"""The small village that the journeys walk through, and its server.

    VAR_DIR=some/folder python -m tests.journeys.village 8123

prepares a database of its own in ``VAR_DIR`` and serves it by gunicorn until it is ended. A
process of its own, as a visitor meets the shop: no test's transaction, cache or thread is
shared. The file ``ready`` in the folder says that it answers.
"""

import os
import sys
from pathlib import Path

import django

from tests.journeys import goods

WORKERS, THREADS = 2, 4


def prepare() -> None:
    """A database with places, fees, two producers and their goods, people, the showcase."""
    from django.core.management import call_command

    for command in ("migrate", "load_places", "load_register", "load_delivery_rates"):
        call_command(command, verbosity=0)
    call_command("load_places", "--old-units", verbosity=0)
    lift_cash_limit()
    goods.populate()
    settle_people()
    name_account()
    open_ways()
    from cms.demo import create_showcase

    create_showcase()


def lift_cash_limit() -> None:
    """All visitors give one telephone number."""
    from marketplace.shop.ordering.models import CashLimit

    CashLimit.objects.all().delete()


def name_account() -> None:
    """Buyers of the hill can transfer; those of the sea pay at the door."""
    from catalog.register.models import Producer
    from marketplace.shop.paying.services import set_account

    hill = Producer.objects.get(slug="mau-nui").seller
    set_account(
        hill, bank_bin="970436", number="MAUDUNGCHUYEN001", holder="HTX MAU NUI", seen=None, by=None
    )


def settle_people() -> None:
    """An buys, Bình sells, Dung has no second step yet; Giang and Sáu have one."""
    from catalog.register.models import Producer
    from marketplace.accounts.models import ProducerMember
    from tests.cast import SECRET, Cast

    people = Cast()
    _ = people.an, people.dung
    ProducerMember.objects.create(
        user=people.person("binh"),
        producer=Producer.objects.get(slug="mau-nui"),
        valid_from=people.day,
    )
    _let_a_decision_wait(people)
    _let_a_table_wait(people)
    write_texts(people)
    _let_jobs_be_in_every_state(people)
    from marketplace.accounts.services import enrol_totp

    for person in (people.giang, people.sau):
        enrol_totp(person, SECRET)


def _let_jobs_be_in_every_state(people) -> None:
    """Giang's: one under way, one done, one parked; and a letter that could not be sent."""
    from datetime import timedelta
    from uuid import UUID

    from django.utils import timezone

    from catalog.journal.models import Job, OutboxMessage

    now = timezone.now()
    began = {"kind": "mau", "started_by": people.giang, "started_at": now - timedelta(minutes=2)}
    job = Job.objects.create
    job(id=UUID(int=1), title="Nhập bảng mẫu", state="running", percent=40, note="Dòng 16", **began)
    done = {"percent": 100, "result_url": "/can-bo/nhap/", "note": "Đã nhập 40 dòng.", **began}
    job(id=UUID(int=2), title="Nhập bảng mẫu", state="done", finished_at=now, **done)
    error = "Traceback\nOSError: [Errno 28] No space left on device"
    failed = {"percent": 70, "error": error, "attempts": 5, **began}
    job(id=UUID(int=3), title="Nhập bảng mẫu", state="failed", finished_at=now, **failed)
    OutboxMessage.objects.create(
        topic="order.placed", key="order.placed:mau", due_at=now, parked_at=now, error=error
    )


def open_ways() -> None:
    """Buyers may come to Bình's, or fetch at a point of her province or of Giang's."""
    from catalog.register.models import Producer
    from tests.marketplace.shop.delivery.offers import picks_up, point_in

    producers = Producer.objects.select_related("commune__province", "seller")
    hill = producers.get(slug="mau-nui")
    picks_up(hill.seller)
    point_in(hill.commune)
    point_in(producers.get(slug="mau-bien").commune, fee=0)


def _let_a_decision_wait(people) -> None:
    """Sáu proposes to lower a product of Giang's province."""
    from catalog.decisions.services import propose
    from catalog.lib import clock
    from catalog.register.models import Certificate

    day = clock.today()
    certificate = Certificate.objects.opening_the_gate_on(day).filter(
        star=4, product__producer__province=people.commune_a.province
    )[0]
    propose(
        certificate.product,
        kind="downgrade",
        by=people.sau,
        star=3,
        decision_no="1/QĐ-MẪU-HẠ",
        decided_on=day,
        authority="UBND tỉnh Lâm Đồng",
        authority_level="province",
        reason="Kiểm tra sau công nhận (mẫu)",
    )


def _let_a_table_wait(people) -> None:
    """Giang has sent a table of producers in which one row is wrong."""
    import io

    from catalog.intake.services import send
    from catalog.journal import jobs

    table = (
        "Tên pháp lý;Loại hình;Xã, phường\n"
        "HTX Mẫu Mới;Hợp tác xã;Phan Thiết\n"
        "HTX Mẫu Sai;Tập đoàn;Xã Không Có\n"
    )
    batch = send(
        io.BytesIO(table.encode()),
        subject="producers",
        file_name="chủ thể tháng 11.csv",
        by=people.giang,
        provinces=[people.commune_a.province_id],
        communes=[],
    )
    jobs.run(batch.job_id)


def write_texts(people) -> None:
    """A change of texts in each place that waits for an officer, and papers at all ages."""
    from datetime import timedelta

    from catalog.approvals.services import drafting
    from catalog.lib import clock
    from catalog.register.models import Product
    from catalog.register.services import store_paper

    by = people.person("viet")
    for slug in ("mat-ong-bac-ha-mau", "nuoc-mam-mau"):
        product = Product.objects.get(slug=slug)
        edit = drafting.open_edit(product, by=by)
        texts = {"name": f"{product.name} thượng hạng", "story": "Chữa khỏi ho.\n\nDòng hai."}
        drafting.write_texts(edit, texts, by=by)
        drafting.submit(edit, by=by)
        for number, ends in ((1, -5), (2, 30), (3, 900)):
            store_paper(
                product.producer,
                kind="food_safety",
                number=f"{number}/ATTP-MẪU",
                issuer="Sở Mẫu",
                valid_to=clock.today() + timedelta(days=ends),
            )


def serve(port: int) -> None:
    """Answer until ended; workers are forked from here, so Django starts once."""
    from django.core.wsgi import get_wsgi_application
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    application = get_wsgi_application()
    connections.close_all()  # a fork must not share them
    ready = Path(os.environ["VAR_DIR"]) / "ready"

    class Server(BaseApplication):
        def load_config(self) -> None:
            told = {
                "bind": f"127.0.0.1:{port}",
                "workers": WORKERS,
                "threads": THREADS,
                "loglevel": "warning",
                "when_ready": lambda _: ready.touch(),
            }
            for name, value in told.items():
                self.cfg.set(name, value)

        def load(self):
            return application

    Server().run()


def main(port: int) -> None:
    """Prepare, then serve."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.dev")
    django.setup()
    prepare()
    serve(port)


if __name__ == "__main__":
    main(int(sys.argv[1]))
