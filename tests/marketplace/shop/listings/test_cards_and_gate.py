"""The cards of a day are the gate of that day, whatever the certificates say."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.register import rules
from catalog.register.models import Certificate
from marketplace.shop.listings.selectors.cards import cards_on
from marketplace.shop.listings.services.cards import refresh_cards
from tests.catalog.register.test_gate import certificates, eventful_days
from tests.factories.register import ProducerFactory, ProductFactory
from tests.factories.shop import on_sale

pytestmark = pytest.mark.django_db
GOODS = 4


@pytest.fixture
def goods(db):
    """Products with price and stock that nobody has recognised."""
    producer = ProducerFactory()
    products = [ProductFactory(producer=producer) for _ in range(GOODS)]
    for product in products:
        on_sale(product=product, certificate=())
    return products


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    groups=st.lists(st.lists(certificates(), max_size=4), min_size=GOODS, max_size=GOODS),
)
def test_cards_of_a_day_agree_with_the_gate_of_that_day(goods, groups):
    with transaction.atomic():
        for product, held in zip(goods, groups, strict=True):
            for number, certificate in enumerate(held):
                certificate.pk, certificate.product = None, product
                certificate.decision_no = f"{number}/QĐ-MẪU"
            Certificate.objects.bulk_create(held)
        refresh_cards(product.pk for product in goods)
        recognised = {p.pk: [c.recognition for c in p.certificates.all()] for p in goods}

        for day in eventful_days([c for held in groups for c in held])[::3]:
            expected = {
                pk: rules.governing(each, day).star
                for pk, each in recognised.items()
                if rules.may_be_sold(each, day)
            }
            assert dict(cards_on(day).values_list("product_id", "star")) == expected
            assert cards_on(day).count() == len(expected)
        transaction.set_rollback(True)
