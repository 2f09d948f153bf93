"""The fictional village: producers, products, certificates and papers that belong to nobody."""

from datetime import date, timedelta

from catalog.lib import clock
from catalog.lib.vietnamese import fold, slug
from catalog.register.enums import PaperKind
from catalog.register.models import Paper, Producer, Product
from catalog.register.rules import ALCOHOL_SETS

from .goods import BATCH
from .recognitions import SOURCE, recognise
from .rows import SampleProducer, SampleProduct

PAPER_KINDS = (PaperKind.BUSINESS, PaperKind.FOOD_SAFETY)


def load_producers(rows: list[SampleProducer]) -> dict[str, Producer]:
    """Write the producers that are missing; return all of them by key."""
    there = {producer.slug: producer for producer in Producer.objects.filter(is_sample=True)}
    Producer.objects.bulk_create(
        [_producer(row) for row in rows if slug(row.name) not in there], batch_size=BATCH
    )
    there = {producer.slug: producer for producer in Producer.objects.filter(is_sample=True)}
    return {row.key: there[slug(row.name)] for row in rows}


def _producer(row: SampleProducer) -> Producer:
    return Producer(
        name=row.name,
        name_en=row.name_en,
        short_name=row.short_name,
        slug=slug(row.name),
        kind=row.kind,
        tax_no=row.tax_no,
        registration_no=row.registration_no,
        representative=row.representative,
        phone=row.phone,
        email=row.email,
        street=row.street,
        province_id=row.province,
        commune_id=row.commune,
        story=row.story,
        story_en=row.story_en,
        is_sample=True,
        folded=fold(f"{row.name} {row.short_name}")[:300],
    )


def load_products(rows: list[SampleProduct], producers: dict[str, Producer]) -> dict[str, Product]:
    """Write products with their certificates where missing; return all of them by slug."""
    slugs = [row.slug for row in rows]
    there = set(Product.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    new = [row for row in rows if row.slug not in there]
    made = Product.objects.bulk_create(
        [_product(row, producers[row.producer]) for row in new], batch_size=BATCH
    )
    for row, product in zip(new, made, strict=True):
        recognise(product, row)
    return {product.slug: product for product in Product.objects.filter(slug__in=slugs)}


def _product(row: SampleProduct, producer: Producer) -> Product:
    year = (clock.today() - timedelta(days=row.issued_days_ago)).year
    return Product(
        name=row.name,
        name_en=row.name_en,
        slug=row.slug,
        code=f"{producer.province_id}-{producer.commune_id}-{row.serial}-{year}",
        gtin=row.gtin,
        producer=producer,
        product_set_id=row.set_no,
        summary=row.summary,
        summary_en=row.summary_en,
        story=row.story,
        story_en=row.story_en,
        ingredients=row.ingredients,
        shelf_life=row.shelf_life,
        storage=row.storage,
        warnings=row.warnings,
        source=SOURCE,
        is_sample=True,
        folded=fold(f"{row.name} {row.name_en}")[:400],
    )


def load_papers(producers: dict[str, Producer]) -> None:
    """Numbers and days of papers, without files, for producers that have none."""
    today = clock.today()
    there = set(Paper.objects.values_list("producer_id", flat=True))
    distillers = set(
        Product.objects.filter(product_set__in=ALCOHOL_SETS).values_list("producer_id", flat=True)
    )
    papers = []
    for serial, producer in enumerate(producers.values(), start=1):
        if producer.pk in there:
            continue
        kinds = [*PAPER_KINDS]
        if producer.pk in distillers:
            kinds.append(PaperKind.ALCOHOL_LICENCE)
        papers += [_paper(producer, kind, serial=serial, today=today) for kind in kinds]
    Paper.objects.bulk_create(papers, batch_size=BATCH)


def _paper(producer: Producer, kind: PaperKind, *, serial: int, today: date) -> Paper:
    """A paper valid three years, begun some months ago; a business registration has no end."""
    begun = today - timedelta(days=90 + serial * 11)
    ends = kind != PaperKind.BUSINESS
    return Paper(
        producer=producer,
        kind=kind,
        number=f"{serial:03d}/MẪU",
        issuer=f"Cơ quan cấp phép {producer.province.name} (mẫu)",
        valid_from=begun,
        valid_to=begun + timedelta(days=1095) if ends else None,
        note=SOURCE,
    )
