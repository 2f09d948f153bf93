"""Two officers at the same certificate at the same instant."""

import datetime as dt
import threading

import pytest
from django.db import connection

from catalog.journal.models import AuditEvent
from catalog.register import errors, services
from catalog.register.models import Certificate
from catalog.register.services import certificates
from tests.factories.register import CertificateFactory, ProductFactory

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

OFFICERS = 4


def at_once(act):
    """Let each officer do ``act(number)`` at once; answers what came of each."""
    start, outcomes = threading.Barrier(OFFICERS), [None] * OFFICERS

    def work(number):
        try:
            start.wait(timeout=10)
            outcomes[number] = act(number)
        except errors.RegisterError as error:
            outcomes[number] = type(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(OFFICERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def decision(number):
    return {
        "star": 4,
        "decision_no": f"{number}/QĐ-MẪU",
        "authority": "UBND tỉnh",
        "authority_level": "province",
        "issued_on": dt.date(2026, 8, 5),
    }


def test_a_certificate_is_replaced_once():
    old = CertificateFactory()

    outcomes = at_once(
        lambda n: services.replace_certificate(Certificate.objects.get(pk=old.pk), **decision(n))
    )

    assert outcomes.count(errors.CertificateEnded) == OFFICERS - 1
    (new,) = Certificate.objects.exclude(pk=old.pk)
    old.refresh_from_db()
    assert old.replaced_by == new
    assert AuditEvent.objects.count() == 2


def test_a_decision_is_recorded_once():
    product = ProductFactory()

    outcomes = at_once(lambda _: services.grant_certificate(product, **decision(1)))

    assert outcomes.count(errors.CertificateKnown) == OFFICERS - 1
    assert Certificate.objects.count() == AuditEvent.objects.count() == 1


def test_without_the_condition_each_officer_would_replace_it(monkeypatch):
    def careless(certificate, **fields):
        Certificate.objects.filter(pk=certificate.pk).update(**fields)

    monkeypatch.setattr(certificates, "_change_standing", careless)
    old = CertificateFactory()

    at_once(
        lambda n: services.replace_certificate(Certificate.objects.get(pk=old.pk), **decision(n))
    )

    assert Certificate.objects.exclude(pk=old.pk).count() == OFFICERS
