"""What the village makes: goods on sale, and one product in each state that is not for sale."""

from datetime import timedelta

# Names in Vietnamese as anywhere on the site; the addresses come from them.
LONG_NAME = "Chè Shan tuyết cổ thụ hái tay một tôm hai lá sao củi trong ngày Phìn Hồ Mẫu"
TWO_PACKS = "Cà phê Arabica Mẫu"
LAST_THREE = "Thổ cẩm Mẫu"  # somebody buys all of them while they lie in another's basket
GOODS = (  # name, set, star, price, stock, whose
    ("Mật ong bạc hà Mẫu", 4, 4, 285_000, 400, "hill"),
    (LONG_NAME, 11, 5, 320_000, 420, "hill"),
    (TWO_PACKS, 13, 4, 175_000, 300, "hill"),
    ("Gạo nếp Mẫu", 3, 3, 58_000, 100, "hill"),
    ("Miến dong Mẫu", 6, 3, 45_000, 100, "hill"),
    (LAST_THREE, 22, 3, 450_000, 3, "hill"),
    ("Nước mắm Mẫu", 9, 4, 210_000, 600, "sea"),
    ("Cá khô Mẫu", 8, 3, 120_000, 60, "sea"),
    ("Nước khoáng Mẫu", 16, 4, 12_000, 500, "sea"),
    ("Tiêu đen Mẫu", 10, 5, 90_000, 0, "sea"),
    ("Gốm Mẫu", 21, 4, 350_000, 12, "sea"),
    ("Rượu gạo Mẫu", 14, 3, 150_000, 20, "sea"),
)  # fmt: skip
# Slug of a product in each state of its recognition, and what its certificate says.
ENDED = {
    "che-het-han": {"issued_on": -900, "expires_on": -3},
    "che-thu-hoi": {"revoked_on": 0, "revocation_ground": "mark_misused"},
    "che-hai-sao": {"star": 2},
    "che-gia-han": {"issued_on": -1200, "expires_on": -30, "extended_until": 60},
    "che-chua-xac-minh": None,
}
EXTENDED = "che-gia-han"  # still for sale
DAYS = {"issued_on", "expires_on", "extended_until", "revoked_on"}  # counted from today


def populate() -> None:
    """Two producers of different provinces, their goods, and the pictures."""
    from catalog.places.models import Commune
    from catalog.register.pictures import make_missing_renditions
    from marketplace.shop.listings.services.cards import gathered

    with gathered():
        producers = {
            "hill": _producer(Commune, "Hợp tác xã Mẫu Núi", "mau-nui", "08"),
            "sea": _producer(Commune, "Hợp tác xã Mẫu Biển", "mau-bien", "68"),
        }
        for row in GOODS:
            _offer(*row[:-1], producer=producers[row[-1]])
        for slug, told in ENDED.items():
            _ended(slug, told, producers["hill"])
        make_missing_renditions()


def _producer(communes, name: str, slug: str, province: str):
    from tests.factories.register import ProducerFactory

    commune = communes.objects.filter(province_id=province).order_by("code").first()
    return ProducerFactory(
        name=name, slug=slug, commune=commune, story="Ba mươi hộ cùng làm từ năm 2015.\n\n" * 3
    )


def _offer(name: str, set_no: int, star: int, price: int, stock: int, *, producer) -> None:
    from tests.factories.register import CertificateFactory
    from tests.factories.shop import on_sale

    product = _product(name, set_no, producer)
    CertificateFactory(product=product, star=star)
    on_sale(product=product, price=price, stock=stock)
    if name == TWO_PACKS:
        on_sale(product=product, price=price * 2, stock=stock, pack="gói 500 g")


def _ended(slug: str, told: dict | None, producer) -> None:
    from catalog.lib import clock
    from tests.factories.register import CertificateFactory
    from tests.factories.shop import on_sale

    product = _product(f"Chè Mẫu {slug.removeprefix('che-')}", 11, producer, slug=slug)
    if told is None:
        return
    days = {name: clock.today() + timedelta(told[name]) for name in DAYS & told.keys()}
    CertificateFactory(product=product, **(told | days))
    on_sale(product=product)


def _product(name: str, set_no: int, producer, *, slug: str | None = None):
    from catalog.register.models import ProductSet
    from tests.factories.register import ProductFactory

    return ProductFactory(
        name=name,
        slug=slug,
        producer=producer,
        product_set=ProductSet.objects.get(set_no=set_no),
        summary="Làm trong làng, theo cách cũ, đóng gói trong ngày.",
        summary_en="Made in the village in the old way, packed the same day.",
        story="Người làng giữ nghề đã năm đời.\n\n" * 4,
        ingredients="Nguyên liệu của làng",
        shelf_life="12 tháng",
        storage="Nơi khô, mát",
    )
