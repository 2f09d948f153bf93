"""The rooms above hear of every change, once."""

import datetime as dt

import pytest

from catalog.lib import clock
from catalog.register import errors, services
from catalog.register.models import Certificate, Product
from catalog.register.signals import gathered, register_changed
from tests.factories.register import CertificateFactory, ProducerFactory, ProductFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    """The ids of each signal, in order."""
    calls = []

    def listen(sender, product_ids, **_kwargs):
        calls.append(product_ids)

    register_changed.connect(listen)
    yield calls
    register_changed.disconnect(listen)


def test_saving_a_product_tells_of_it(heard):
    product = ProductFactory()

    assert heard == [{product.pk}]


def test_saving_a_producer_tells_of_all_its_products(heard):
    producer = ProducerFactory()
    products = {ProductFactory(producer=producer).pk, ProductFactory(producer=producer).pk}
    heard.clear()

    producer.save()

    assert heard == [products]


def test_a_new_producer_has_nothing_to_tell(heard):
    ProducerFactory()

    assert heard == []


def test_deleting_tells_too(heard):
    certificate = CertificateFactory()
    product_id = certificate.product_id
    heard.clear()

    certificate.delete()
    Product.objects.get(pk=product_id).delete()

    assert heard == [{product_id}, {product_id}]


def test_each_service_tells_of_its_product(heard):
    product = ProductFactory()
    today = clock.today()
    heard.clear()

    certificate = services.grant_certificate(
        product,
        star=4,
        decision_no="1/QĐ",
        authority="UBND tỉnh",
        authority_level="province",
        issued_on=today,
    )
    services.extend_certificate(certificate, until=certificate.expires_on + dt.timedelta(days=9))
    services.revoke_certificate(certificate, ground="stopped", decision_no="2/QĐ")

    assert heard == [{product.pk}] * 3


def test_a_refusal_tells_nothing(heard):
    certificate = CertificateFactory(revoked=True)
    heard.clear()

    with pytest.raises(errors.CertificateEnded):
        services.revoke_certificate(certificate, ground="stopped", decision_no="2/QĐ")

    assert heard == []


def test_a_load_of_many_rows_tells_once(heard):
    with gathered(Certificate):
        ids = {CertificateFactory().product_id for _ in range(5)}
        with gathered(Certificate):
            ids.add(ProductFactory().pk)
        assert heard == []

    assert heard == [ids]


def test_a_load_that_fails_tells_nothing(heard):
    def load():
        with gathered(Certificate):
            ProductFactory()
            raise KeyError

    with pytest.raises(KeyError):
        load()

    assert heard == []
    ProductFactory()
    assert len(heard) == 1
