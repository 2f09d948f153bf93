"""Questions whose SQL is written once."""

from datetime import date, timedelta

import pytest
from django.db.models import BigIntegerField, DateField, F, Q

from catalog.lib import clock
from catalog.lib.prepared import prepared
from catalog.register.models import Certificate
from tests.factories.register import CertificateFactory

pytestmark = pytest.mark.django_db


@prepared(product=BigIntegerField(), day=DateField())
def issued(product, day):
    of_product = Q(product_id=product, issued_on__lte=day) & ~Q(star=product)
    return Certificate.objects.filter(of_product).annotate(number=F("product__slug")).order_by()


@prepared(product=BigIntegerField())
def joined(product):
    found = Certificate.objects.filter(product_id=product)
    return found.select_related("product__producer__commune", "replaced_by")


def vars_of(instance) -> dict:
    """All values of an instance and of what was joined to it."""
    held = {name: value for name, value in vars(instance).items() if name != "_state"}
    cached = instance._state.fields_cache
    return held | {name: one and vars_of(one) for name, one in cached.items()}


def test_a_prepared_question_answers_as_the_queryset_does():
    asked, other = CertificateFactory(), CertificateFactory()
    later = CertificateFactory(product=asked.product, issued_on=clock.today() + timedelta(9))

    for product in (asked.product, other.product):
        for day in (date(2000, 1, 1), clock.today(), later.issued_on):
            wanted = Certificate.objects.filter(product=product, issued_on__lte=day)
            assert set(issued(product=product.pk, day=day)) == set(wanted)


def test_rows_come_with_their_annotations_and_types():
    certificate = CertificateFactory()

    (found,) = issued(product=certificate.product_id, day=clock.today())

    assert found.number == certificate.product.slug
    assert found.issued_on == certificate.issued_on


def test_joined_rows_come_along_and_missing_ones_are_none(django_assert_num_queries):
    certificate = CertificateFactory(replaced_by=None)

    with django_assert_num_queries(1):
        (found,) = joined(product=certificate.product_id)
        assert found.product.producer.commune == certificate.product.producer.commune
        assert found.replaced_by is None
    with_joins = Certificate.objects.select_related("product__producer__commune", "replaced_by")
    assert vars_of(found) == vars_of(with_joins.get())


def test_it_is_written_once():
    certificate = CertificateFactory()
    issued(product=certificate.product_id, day=clock.today())
    first = issued._written

    issued(product=0, day=clock.today())

    assert issued._written is first


def test_the_question_is_put_each_time(django_assert_num_queries):
    certificate = CertificateFactory()
    issued(product=certificate.product_id, day=clock.today())
    certificate.delete()

    with django_assert_num_queries(1):
        assert issued(product=certificate.product_id, day=clock.today()) == []


def test_a_value_is_never_part_of_the_sql():
    CertificateFactory()

    with pytest.raises((TypeError, ValueError)):
        issued(product="1) OR (1=1", day=clock.today())


def test_a_value_left_out_is_named():
    with pytest.raises(KeyError, match="day"):
        issued(product=1)
