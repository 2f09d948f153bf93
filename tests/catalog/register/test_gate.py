"""THE GATE is one: rules, SQL and sale windows agree; it closes at midnight by itself."""

import datetime as dt
from itertools import pairwise

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.lib import clock
from catalog.register import rules
from catalog.register.enums import RecognitionState
from catalog.register.models import Certificate, Product
from catalog.register.selectors import (
    governing_certificate,
    recognition_state,
    sellable_certificates,
)
from tests.factories.register import CertificateFactory, ProducerFactory, ProductFactory

pytestmark = pytest.mark.django_db

START = dt.date(2026, 1, 1)
SPAN = 40  # days: short, so that events meet


def day(number):
    return START + dt.timedelta(days=number)


@st.composite
def certificates(draw):
    issued = draw(st.integers(0, SPAN))
    expires = issued + draw(st.integers(0, SPAN))
    extended = draw(st.none() | st.integers(expires, expires + SPAN))
    revoked = draw(st.none() | st.integers(issued, expires + SPAN))
    replaced = draw(st.none() | st.integers(issued, expires + SPAN))
    return Certificate(
        star=draw(st.integers(1, 5)),
        authority="UBND tỉnh",
        authority_level="province",
        issued_on=day(issued),
        expires_on=day(expires),
        extended_until=None if extended is None else day(extended),
        revoked_on=None if revoked is None else day(revoked),
        revocation_ground="" if revoked is None else "stopped",
        replaced_on=None if replaced is None else day(replaced),
    )


def eventful_days(held):
    """The days on which anything happens, and their neighbours."""
    named = [
        moment
        for certificate in held
        for moment in (
            certificate.issued_on,
            certificate.expires_on,
            certificate.extended_until,
            certificate.revoked_on,
            certificate.replaced_on,
        )
        if moment
    ]
    return sorted({moment + dt.timedelta(days=n) for moment in named for n in (-1, 0, 1)})


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(groups=st.lists(st.lists(certificates(), max_size=4), min_size=1, max_size=6))
def test_rules_sql_and_windows_agree_on_every_eventful_day(a_producer, groups):
    with transaction.atomic():
        products = [
            ProductFactory(producer=a_producer, name=f"Mẫu {n}", slug=f"mau-{n}")
            for n, _ in enumerate(groups)
        ]
        for product, held in zip(products, groups, strict=True):
            for number, certificate in enumerate(held):
                certificate.pk, certificate.product = None, product
                certificate.decision_no = f"{number}/QĐ-MẪU"
            Certificate.objects.bulk_create(held)
        recognised = [[c.recognition for c in p.certificates.all()] for p in products]
        windows = [rules.sale_windows(each) for each in recognised]
        ids = [product.pk for product in products]

        for moment in eventful_days([c for held in groups for c in held])[::3]:
            by_rule = {
                p.pk
                for p, each in zip(products, recognised, strict=True)
                if rules.may_be_sold(each, moment)
            }
            by_window = {
                p.pk
                for p, each in zip(products, windows, strict=True)
                if any(window.first <= moment <= window.last for window in each)
            }
            by_sql = set(Product.objects.sellable_on(moment).values_list("pk", flat=True))
            assert by_rule == by_window == by_sql == set(sellable_certificates(ids, moment))
        transaction.set_rollback(True)


@pytest.fixture
def a_producer():
    return ProducerFactory()


@settings(max_examples=200, deadline=None)
@given(held=st.lists(certificates(), max_size=5))
def test_windows_stand_in_order_and_never_overlap(held):
    windows = rules.sale_windows([c.recognition for c in held])

    for window in windows:
        assert window.first <= window.last
        assert rules.opens_the_gate(window.recognition.star)
    for earlier, later in pairwise(windows):
        assert earlier.last < later.first


def test_the_certificate_that_opens_the_gate_is_the_governing_one():
    product = ProductFactory()
    CertificateFactory(product=product, star=3, issued_on=day(0), expires_on=day(900))
    newer = CertificateFactory(product=product, star=4, issued_on=day(9), expires_on=day(900))

    assert sellable_certificates([product.pk], day(10)) == {product.pk: newer}
    assert governing_certificate(product, day(10)) == newer
    assert governing_certificate(product, day(8)).star == 3
    assert governing_certificate(product, START - dt.timedelta(days=1)) is None


def test_a_product_that_nobody_makes_any_more_is_not_sold():
    today = clock.today()
    stopped = CertificateFactory(product__is_active=False).product
    orphan = CertificateFactory(product__producer__is_active=False).product
    sold = CertificateFactory().product

    assert list(Product.objects.sellable_on(today)) == [sold]
    assert set(sellable_certificates([stopped.pk, orphan.pk, sold.pk], today)) == {sold.pk}


def test_the_gate_for_many_costs_one_query(django_assert_num_queries):
    ids = [CertificateFactory().product_id for _ in range(30)]

    for some in (ids[:1], ids):
        with django_assert_num_queries(1):
            assert len(sellable_certificates(some, clock.today())) == len(some)
    with django_assert_num_queries(1):
        assert Product.objects.sellable_on(clock.today()).count() == 30


@pytest.mark.parametrize("server_zone", ["Asia/Ho_Chi_Minh", "UTC", "America/New_York"])
def test_the_gate_closes_at_midnight_without_anybody_acting(monkeypatch, server_zone):
    certificate = CertificateFactory(
        issued_on=dt.date(2026, 1, 1), expires_on=dt.date(2026, 11, 24)
    )
    product = certificate.product

    def answers(instant):
        monkeypatch.setattr(timezone, "now", lambda: dt.datetime.fromisoformat(instant))
        with timezone.override(server_zone):
            today = clock.today()
            return (
                Product.objects.sellable_on(today).exists(),
                bool(sellable_certificates([product.pk], today)),
                rules.may_be_sold([certificate.recognition], today),
                recognition_state(certificate, today),
            )

    before, after = RecognitionState.VALID, RecognitionState.EXPIRED
    assert answers("2026-11-24T16:59:59.999999+00:00") == (True, True, True, before)
    assert answers("2026-11-24T23:59:00+07:00") == (True, True, True, before)
    assert answers("2026-11-24T17:00:00+00:00") == (False, False, False, after)
    assert answers("2026-11-25T00:00:00+07:00") == (False, False, False, after)


def test_states_are_words_a_page_can_show():
    assert recognition_state(None, clock.today()) == "unverified"
    assert recognition_state(CertificateFactory.build(star=2), clock.today()) == "below"
    assert str(RecognitionState.REVOKED.label) == "Đã bị thu hồi"
