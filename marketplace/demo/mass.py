"""Many made-up products for measuring: bulk rows, the same for the same seed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from catalog.lib import clock
from catalog.lib.drawing import draw_svg
from catalog.lib.vietnamese import fold, slug
from catalog.places.models import Commune, Province
from catalog.register import rules
from catalog.register.enums import AuthorityLevel, ProducerKind
from catalog.register.models import Certificate, Producer, Product, ProductSet
from marketplace.shop.listings.services.cards import refresh_cards

from .goods import BATCH, admit_sellers, put_on_sale
from .mass_words import GOODS, KINDS, PLACES, PREFIX, TRAITS
from .rows import Pack

PRODUCERS = 200
CHUNK = 5_000
PICTURES_PER_SET = 4
SOURCE = "Dữ liệu đo tải"
WEIGHTS = (100, 200, 250, 500, 1000)
STARS = (3, 3, 3, 3, 3, 3, 3, 4, 4, 5)
EXPIRED_SHARE = 0.04


@dataclass(frozen=True, slots=True)
class Making:
    """What all chunks share."""

    producers: list[Producer]
    sets: list[int]
    pictures: dict[int, list[str]]
    seed: int


def make_products(count: int, *, seed: int, progress: Callable[[int, int], None]) -> int:
    """Bring the number of measuring products up to ``count``; return how many were made.

    ``progress`` is called after each chunk with the number there and the number wanted.
    Places and the register's reference rows must be loaded.
    """
    there = Product.objects.filter(slug__startswith=f"{PREFIX}-").count()
    making = Making(
        producers=_producers(seed),
        sets=list(ProductSet.objects.order_by("pk").values_list("pk", flat=True)),
        pictures=_pictures(),
        seed=seed,
    )
    for start in range(there, count, CHUNK):
        end = min(start + CHUNK, count)
        with transaction.atomic():
            products = _chunk(range(start, end), making)
            refresh_cards(product.pk for product in products)
        progress(end, count)
    return max(count - there, 0)


def _producers(seed: int) -> list[Producer]:
    """Two hundred producers over all provinces, made once."""
    there = Producer.objects.filter(slug__startswith=f"{PREFIX}-")
    if not there.exists():
        dice = random.Random(seed)  # noqa: S311 - not for secrets
        provinces = list(Province.objects.filter(valid_to=None).order_by("pk"))
        communes = {
            province.pk: list(Commune.objects.filter(province=province, valid_to=None))
            for province in provinces
        }
        Producer.objects.bulk_create(
            _producer(number, dice.choice(communes[provinces[number % len(provinces)].pk]), dice)
            for number in range(PRODUCERS)
        )
    producers = list(there.select_related("province").order_by("pk"))
    admit_sellers(producers)
    return producers


def _producer(number: int, commune: Commune, dice: random.Random) -> Producer:
    kind, words = dice.choice(KINDS)
    name = f"{words} Mẫu {dice.choice(PLACES)} {number + 1}"
    return Producer(
        name=name,
        slug=f"{PREFIX}-{number + 1:03d}-{slug(name)}",
        kind=ProducerKind(kind),
        street=f"Thôn Mẫu {number % 9 + 1}",
        province_id=commune.province_id,
        commune=commune,
        is_sample=True,
        folded=fold(name),
    )


def _pictures() -> dict[int, list[str]]:
    """A few drawings for each set, shared by its products."""
    return {
        set_no: [
            _drawing(set_no, f"{PREFIX}-{set_no}-{serial}") for serial in range(PICTURES_PER_SET)
        ]
        for set_no in GOODS
    }


def _drawing(set_no: int, key: str) -> str:
    base = f"products/{key}"
    if not default_storage.exists(f"{base}.svg"):
        default_storage.save(f"{base}.svg", ContentFile(draw_svg(set_no, key).encode()))
    return base


def _chunk(numbers: range, making: Making) -> list[Product]:
    rows = [
        (number, random.Random(making.seed * 1_000_003 + number))  # noqa: S311 - not for secrets
        for number in numbers
    ]
    products = Product.objects.bulk_create(
        [_product(number, dice, making) for number, dice in rows], batch_size=BATCH
    )
    dice_of = {product: dice for product, (_, dice) in zip(products, rows, strict=True)}
    Certificate.objects.bulk_create(
        [_certificate(product, dice) for product, dice in dice_of.items()], batch_size=BATCH
    )
    put_on_sale({product: list(_packs(product, dice)) for product, dice in dice_of.items()})
    return products


def _product(number: int, dice: random.Random, making: Making) -> Product:
    set_no = making.sets[number % len(making.sets)]
    producer = making.producers[dice.randrange(len(making.producers))]
    name = f"{dice.choice(GOODS[set_no])} {dice.choice(TRAITS)} {dice.choice(PLACES)}"
    return Product(
        name=name,
        slug=f"{PREFIX}-{number + 1:06d}-{slug(name)}",
        producer=producer,
        product_set_id=set_no,
        summary=f"{name}. Sản phẩm dựng lên để đo tốc độ, không có thật.",
        picture=dice.choice(making.pictures[set_no]),
        source=SOURCE,
        is_sample=True,
        folded=fold(name),
    )


def _certificate(product: Product, dice: random.Random) -> Certificate:
    is_over = dice.random() < EXPIRED_SHARE
    days = dice.randrange(1_110, 1_500) if is_over else dice.randrange(10, 1_060)
    issued = clock.today() - timedelta(days=days)
    star = dice.choice(STARS)
    is_national = rules.may_grant(AuthorityLevel.MINISTRY, star, issued)
    return Certificate(
        product=product,
        star=star,
        decision_no=f"{dice.randrange(100, 4000)}/QĐ-MẪU",
        authority="Bộ Nông nghiệp và Môi trường (mẫu)"
        if is_national
        else f"UBND {product.producer.province.name} (mẫu)",
        authority_level=AuthorityLevel.MINISTRY if is_national else AuthorityLevel.PROVINCE,
        issued_on=issued,
        expires_on=rules.usual_expiry(issued),
        source=SOURCE,
    )


def _packs(product: Product, dice: random.Random) -> Iterator[Pack]:
    """One pack, and for every third product a second."""
    weights = sorted(dice.sample(WEIGHTS, 2 if dice.random() < 1 / 3 else 1))
    per_gram = dice.randrange(150, 1_500)
    for weight in weights:
        yield Pack(
            product=product.slug,
            pack=f"gói {weight} g",
            unit="gói",
            net_amount=Decimal(weight),
            net_unit="g",
            weight_grams=weight + 50,
            price=max(weight * per_gram // 1_000, 5) * 1_000,
            stock=dice.choice((0, 5, 20, 60, 200)),
        )
