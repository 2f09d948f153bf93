"""HTML in any field of the register, the goods or the papers is text on every page."""

import pytest

from catalog.register.models import Paper, Producer, Product
from marketplace.shop.listings.models import Listing, ProductCard
from tests.factories.register import CertificateFactory, ProducerFactory, ProductFactory
from tests.factories.shop import on_sale

from .reading import Elements, data_of, html_of

pytestmark = pytest.mark.django_db
EVIL = """<script>alert(1)</script>'"><img src=x onerror=alert(1)></script><!--{{ 1 }}&amp;"""
PRODUCER = (
    "name", "name_en", "short_name", "registration_no", "representative", "street",
    "address_as_published", "story", "story_en", "tax_no", "phone",
)  # fmt: skip
PRODUCT = (
    "name", "name_en", "summary", "summary_en", "story", "story_en", "ingredients",
    "shelf_life", "storage", "warnings", "source", "code", "gtin",
)  # fmt: skip


def evil(model, field):
    """The text, as long as the field lets it be."""
    return EVIL[: model._meta.get_field(field).max_length or None]


@pytest.fixture
def pages(client):
    """Every page that shows the goods, in both languages."""
    producer = ProducerFactory(slug="xau", **{f: evil(Producer, f) for f in PRODUCER})
    product = ProductFactory(
        slug="xau", producer=producer, **{f: evil(Product, f) for f in PRODUCT}
    )
    CertificateFactory(
        product=product,
        decision_no=EVIL[:60],
        authority=EVIL,
        revocation_decision_no=EVIL[:60],
    )
    Paper.objects.create(producer=producer, kind="other", number=EVIL[:80], issuer=EVIL, note=EVIL)
    listing = on_sale(product=product, certificate=())
    Listing.objects.filter(pk=listing.pk).update(pack=EVIL[:60], unit=EVIL[:30])
    ProductCard.objects.update(pack=EVIL[:60])
    on_sale(product=product, pack="gói 50 g", certificate=())
    ProductFactory(slug="khac", name=EVIL, producer=producer)  # not sold: only named
    paths = ["/san-pham/", "/san-pham/xau/", "/san-pham/khac/", "/chu-the/", "/chu-the/xau/", "/"]
    return {path: client.get(path) for path in [*paths, *(f"/en{path}" for path in paths)]}


def test_nothing_typed_becomes_an_element(pages):
    for path, response in pages.items():
        assert response.status_code == 200, path
        page = Elements(response)
        assert not page.all("img", src="x"), path
        assert not [a for _, a in page.found if any(n.startswith("on") for n in a)], path
        scripts = [s for s in page.all("script") if "src" not in s]
        assert all(s.get("type") == "application/ld+json" for s in scripts), path
        assert "<script>alert" not in html_of(response), path
        assert html_of(response).rstrip().endswith("</html>"), path


def test_machines_read_the_very_text(pages):
    data = data_of(pages["/san-pham/xau/"], "Product")

    assert data["name"] == EVIL
    assert data["manufacturer"]["legalName"] == EVIL
    assert data["hasCertification"]["issuedBy"]["name"] == EVIL
    assert data_of(pages["/chu-the/xau/"], "Organization")["legalName"] == EVIL


def test_the_few_tags_that_stories_may_have_stay_and_no_others(client):
    story = (
        '<p>Một <strong>đậm</strong></p><iframe src="//evil.example"></iframe>'
        '<a href="javascript:alert(1)">bấm</a><p style="color:red" onclick="x()">hai</p>'
    )
    on_sale(name="Chè Mẫu", slug="che-mau", story=story)

    response = client.get("/san-pham/che-mau/")

    source = html_of(response)
    assert "<p>Một <strong>đậm</strong></p>" in source
    assert not Elements(response).all("iframe")
    assert "javascript:" not in source
    assert "onclick" not in source
    assert "color:red" not in source
