"""The fictional village: producers, products, certificates and papers that belong to nobody."""

from datetime import date, timedelta
from itertools import pairwise

from catalog.lib import clock
from catalog.lib.vietnamese import fold, slug
from catalog.register.enums import PaperKind, RevocationGround
from catalog.register.models import Certificate, Paper, Producer, Product, RuleVersion

from .goods import BATCH
from .recognitions import Grant, State, grants
from .rows import SampleProducer, SampleProduct

SOURCE = "Dữ liệu mẫu"
REVOCATION_DECISION = "7/QĐ-MẪU-TH"
ALCOHOL_SETS = (14, 15)
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
    _certificates(list(zip(new, made, strict=True)))
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


def _certificates(pairs: list[tuple[SampleProduct, Product]]) -> None:
    today = clock.today()
    rule_versions = list(RuleVersion.objects.all())
    for row, product in pairs:
        made = [
            _certificate(row, product, grant, _rule_version(rule_versions, grant.issued_on))
            for grant in grants(
                State(row.state),
                star=row.star,
                issued_days_ago=row.issued_days_ago,
                ended_days_ago=row.ended_days_ago,
                today=today,
            )
        ]
        made = Certificate.objects.bulk_create(made)
        for earlier, later in pairwise(made):
            Certificate.objects.filter(pk=earlier.pk).update(replaced_by=later)


def _certificate(
    row: SampleProduct, product: Product, grant: Grant, rule_version: RuleVersion | None
) -> Certificate:
    revoked = grant.revoked_on is not None
    return Certificate(
        product=product,
        star=grant.star,
        decision_no=row.decision_no if grant.replaced_on is None else f"1{row.decision_no}",
        authority=row.authority,
        authority_level=row.authority_level,
        rule_version=rule_version,
        issued_on=grant.issued_on,
        expires_on=grant.expires_on,
        extended_until=grant.extended_until,
        revoked_on=grant.revoked_on,
        revocation_ground=RevocationGround.CRITERIA_LOST if revoked else "",
        revocation_decision_no=REVOCATION_DECISION if revoked else "",
        replaced_on=grant.replaced_on,
        source=SOURCE,
    )


def _rule_version(versions: list[RuleVersion], day: date) -> RuleVersion | None:
    ruling = [version for version in versions if version.effective_from <= day]
    return max(ruling, key=lambda version: version.effective_from, default=None)


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
