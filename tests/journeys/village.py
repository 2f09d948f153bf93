"""The small village that the journeys walk through, and its server.

    python -m tests.journeys.village 8123

prepares a database of its own in ``VAR_DIR`` and serves it until it is ended. A process of
its own, as a visitor meets the shop: no test's transaction, cache or thread is shared.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path

import django

EXPIRED = "che-het-han"
LONG_NAME = "Chè Shan tuyết cổ thụ hái tay một tôm hai lá sao củi trong ngày Phìn Hồ Mẫu"
GOODS = (  # name, set, star, price, stock, whose
    ("Mật ong bạc hà Mẫu", 4, 4, 285_000, 40, "hill"),
    (LONG_NAME, 11, 5, 320_000, 42, "hill"),
    ("Cà phê Arabica Mẫu", 13, 4, 175_000, 30, "hill"),
    ("Gạo nếp Mẫu", 3, 3, 58_000, 100, "hill"),
    ("Miến dong Mẫu", 6, 3, 45_000, 100, "hill"),
    ("Thổ cẩm Mẫu", 22, 3, 450_000, 3, "hill"),
    ("Nước mắm Mẫu", 9, 4, 210_000, 60, "sea"),
    ("Cá khô Mẫu", 8, 3, 120_000, 60, "sea"),
    ("Nước khoáng Mẫu", 16, 4, 12_000, 500, "sea"),
    ("Tiêu đen Mẫu", 10, 5, 90_000, 0, "sea"),
    ("Gốm Mẫu", 21, 4, 350_000, 12, "sea"),
    ("Rượu gạo Mẫu", 14, 3, 150_000, 20, "sea"),
)  # fmt: skip


def prepare() -> None:
    """A database with places, fees, two producers and their goods, and the showcase."""
    from django.core.management import call_command

    for command in ("migrate", "load_places", "load_register", "load_delivery_rates"):
        call_command(command, verbosity=0)
    populate()
    from cms.demo import create_showcase

    create_showcase()


def populate() -> None:
    """Products on sale, one whose recognition has ended, and their pictures."""
    from catalog.lib import clock
    from catalog.places.models import Commune
    from catalog.register.models import ProductSet
    from catalog.register.pictures import make_missing_renditions
    from marketplace.shop.listings.services.cards import gathered
    from tests.factories.register import CertificateFactory, ProducerFactory, ProductFactory
    from tests.factories.shop import on_sale

    with gathered():
        producers = {
            "hill": _producer(ProducerFactory, Commune, "Hợp tác xã Mẫu Núi", "mau-nui", "08"),
            "sea": _producer(ProducerFactory, Commune, "Hợp tác xã Mẫu Biển", "mau-bien", "68"),
        }
        for name, set_no, star, price, stock, whose in GOODS:
            product = _product(ProductFactory, ProductSet, name, set_no, producers[whose])
            CertificateFactory(product=product, star=star)
            on_sale(product=product, price=price, stock=stock)
        ended = _product(ProductFactory, ProductSet, "Chè hết hạn Mẫu", 11, producers["hill"])
        ended.slug = EXPIRED
        ended.save()
        day = clock.today()
        CertificateFactory(
            product=ended, issued_on=day - timedelta(900), expires_on=day - timedelta(3)
        )
        on_sale(product=ended)
        make_missing_renditions()


def _producer(factory, communes, name: str, slug: str, province: str):
    commune = communes.objects.filter(province_id=province).order_by("code").first()
    return factory(
        name=name, slug=slug, commune=commune, story="Ba mươi hộ cùng làm từ năm 2015.\n\n" * 3
    )


def _product(factory, sets, name: str, set_no: int, producer):
    return factory(
        name=name,
        slug=None,
        producer=producer,
        product_set=sets.objects.get(set_no=set_no),
        summary="Làm trong làng, theo cách cũ, đóng gói trong ngày.",
        summary_en="Made in the village in the old way, packed the same day.",
        story="Người làng giữ nghề đã năm đời.\n\n" * 4,
        ingredients="Nguyên liệu của làng",
        shelf_life="12 tháng",
        storage="Nơi khô, mát",
    )


def main(port: int) -> None:
    """Prepare, then serve until ended; the file ``ready`` says when."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.dev")
    django.setup()
    from django.core.servers.basehttp import (
        ThreadedWSGIServer,
        WSGIRequestHandler,
        get_internal_wsgi_application,
    )

    prepare()
    server = ThreadedWSGIServer(("127.0.0.1", port), WSGIRequestHandler)
    server.set_app(get_internal_wsgi_application())
    (Path(os.environ["VAR_DIR"]) / "ready").touch()
    server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
