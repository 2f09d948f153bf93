"""Recognitions are granted, extended, revoked and replaced by the book."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from catalog.journal.models import AuditEvent
from catalog.lib import clock
from catalog.register import errors, services
from catalog.register.models import Certificate
from catalog.register.selectors import (
    governing_certificate,
    product_history,
    recognition_state,
    rule_version_on,
)
from tests.factories.register import CertificateFactory, ProductFactory

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
ONE = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def product():
    return ProductFactory()


def decision(**changes):
    given = {
        "star": 4,
        "decision_no": "3981/QĐ-UBND",
        "authority": "UBND tỉnh Lâm Đồng",
        "authority_level": "province",
        "issued_on": dt.date(2026, 8, 5),
    }
    return given | changes


def nothing_changed(before):
    assert list(Certificate.objects.values()) == before["certificates"]
    assert AuditEvent.objects.count() == before["events"]


@pytest.fixture
def before():
    """The register as it was; call it after arranging."""
    return lambda: {
        "certificates": list(Certificate.objects.values()),
        "events": AuditEvent.objects.count(),
    }


def test_a_decision_becomes_a_certificate_of_36_months(product):
    call_command("load_register", verbosity=0)

    granted = services.grant_certificate(product, **decision(decision_no="  3981/QĐ-UBND "))

    assert granted.expires_on == dt.date(2029, 8, 5)
    assert granted.decision_no == "3981/QĐ-UBND"
    assert granted.rule_version_id == "26/2026/QĐ-TTg"
    event = AuditEvent.objects.get()
    assert (event.verb, event.object_kind) == ("certificate.granted", "register.certificate")
    assert event.object_id == str(granted.pk)
    assert event.after["issued_on"] == "2026-08-05"
    assert event.after["star"] == 4


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        ({"decision_no": "  "}, errors.DecisionMissing, "decision_no"),
        ({"issued_on": TODAY + ONE}, errors.IssuedInFuture, "issued_on"),
        ({"star": 5}, errors.AuthorityCannotGrant, "authority_level"),
        (
            {"authority_level": "district", "star": 3},
            errors.AuthorityCannotGrant,
            "authority_level",
        ),
    ],
)
def test_an_unlawful_decision_is_refused(product, before, changes, error, field):
    was = before()

    with pytest.raises(error) as refusal:
        services.grant_certificate(product, **decision(**changes))

    assert refusal.value.field == field
    assert refusal.value.message
    nothing_changed(was)


def test_the_same_decision_is_recorded_once(product, before):
    services.grant_certificate(product, **decision())
    was = before()

    with pytest.raises(errors.CertificateKnown):
        services.grant_certificate(product, **decision())

    nothing_changed(was)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"authority": ""}, "authority"),
        ({"authority_level": ""}, "authority_level"),
        ({"expires_on": dt.date(2026, 1, 1)}, "expires_on"),
        ({"decision_no": "9" * 61}, "decision_no"),
        ({"star": 0}, "__all__"),
    ],
)
def test_a_wrong_field_is_named(product, before, changes, field):
    was = before()

    with pytest.raises(ValidationError) as refusal:
        services.grant_certificate(product, **decision(**changes))

    assert field in refusal.value.message_dict
    nothing_changed(was)


def test_an_extension_reaches_180_days_and_no_further(before):
    certificate = CertificateFactory(expires_on=TODAY)

    services.extend_certificate(certificate, until=TODAY + 180 * ONE, reason="chờ họp")

    assert recognition_state(certificate, TODAY + 180 * ONE) == "extended"
    assert recognition_state(certificate, TODAY + 181 * ONE) == "expired"
    event = AuditEvent.objects.get()
    assert (event.verb, event.reason) == ("certificate.extended", "chờ họp")
    assert event.before == {"extended_until": None}
    assert event.after == {"extended_until": "2027-05-23"}

    was = before()
    with pytest.raises(errors.ExtensionTooLong) as refusal:
        services.extend_certificate(certificate, until=TODAY + 181 * ONE)
    assert (refusal.value.days, refusal.value.limit) == (181, TODAY + 180 * ONE)
    assert "23/05/2027" in refusal.value.message
    nothing_changed(was)


def test_an_extension_that_extends_nothing_is_refused(before):
    certificate = CertificateFactory(expires_on=TODAY)
    was = before()

    with pytest.raises(errors.ExtensionTooShort):
        services.extend_certificate(certificate, until=TODAY)

    nothing_changed(was)


def test_revocation_needs_a_ground_and_a_decision(before):
    certificate = CertificateFactory()
    was = before()

    with pytest.raises(errors.GroundMissing):
        services.revoke_certificate(certificate, ground="", decision_no="9/QĐ-UBND")
    with pytest.raises(errors.GroundMissing):
        services.revoke_certificate(certificate, ground="whim", decision_no="9/QĐ-UBND")
    with pytest.raises(errors.DecisionMissing) as refusal:
        services.revoke_certificate(certificate, ground="stopped", decision_no=" ")
    assert refusal.value.field == "revocation_decision_no"
    with pytest.raises(errors.RevokedBeforeIssue):
        services.revoke_certificate(
            certificate,
            ground="stopped",
            decision_no="9/QĐ-UBND",
            revoked_on=certificate.issued_on - ONE,
        )
    with pytest.raises(ValidationError):
        services.revoke_certificate(certificate, ground="stopped", decision_no="9" * 61)

    nothing_changed(was)


def test_a_revoked_certificate_has_no_force_from_that_day():
    certificate = CertificateFactory()

    services.revoke_certificate(certificate, ground="law_broken", decision_no="9/QĐ-UBND")

    assert certificate.revoked_on == TODAY
    assert recognition_state(certificate, TODAY) == "revoked"
    assert recognition_state(certificate, TODAY - ONE) == "valid"
    assert AuditEvent.objects.get().after["revocation_ground"] == "law_broken"


@pytest.mark.parametrize(
    "act",
    [
        lambda held: services.extend_certificate(held, until=held.expires_on + ONE),
        lambda held: services.revoke_certificate(held, ground="stopped", decision_no="2/QĐ"),
        lambda held: services.replace_certificate(held, **decision()),
    ],
    ids=["extend", "revoke", "replace"],
)
def test_what_has_ended_is_not_ended_again(before, act):
    certificate = CertificateFactory(revoked=True, revocation_decision_no="1/QĐ")
    was = before()

    with pytest.raises(errors.CertificateEnded) as refusal:
        act(certificate)

    assert (refusal.value.state, refusal.value.day) == ("revoked", TODAY)
    nothing_changed(was)


def test_the_second_of_two_officers_is_told():
    certificate = CertificateFactory()
    as_the_second_sees_it = Certificate.objects.get(pk=certificate.pk)
    services.revoke_certificate(certificate, ground="stopped", decision_no="1/QĐ")

    with pytest.raises(errors.CertificateEnded):
        services.revoke_certificate(as_the_second_sees_it, ground="stopped", decision_no="2/QĐ")

    certificate.refresh_from_db()
    assert certificate.revocation_decision_no == "1/QĐ"


def test_a_replacement_links_old_and_new():
    old = CertificateFactory(star=3)

    new = services.replace_certificate(old, **decision(star=4))

    assert (old.replaced_on, old.replaced_by) == (new.issued_on, new)
    assert list(new.replaces.all()) == [old]
    assert governing_certificate(old.product, TODAY) == new
    assert recognition_state(old, TODAY) == "replaced"
    assert list(AuditEvent.objects.order_by("pk").values_list("verb", flat=True)) == [
        "certificate.granted",
        "certificate.replaced",
    ]


def test_a_replacement_is_not_older_than_what_it_replaces(before):
    old = CertificateFactory()
    was = before()

    with pytest.raises(errors.ReplacementOlder):
        services.replace_certificate(old, **decision(issued_on=old.issued_on - ONE))

    nothing_changed(was)


def test_history_tells_what_happened_to_a_product_and_nothing_else(product):
    first = services.grant_certificate(product, **decision(star=3))
    services.replace_certificate(
        first, **decision(decision_no="4000/QĐ-UBND", issued_on=dt.date(2026, 9, 1))
    )
    services.grant_certificate(ProductFactory(), **decision())

    verbs = [event.verb for event in product_history(product)]

    assert verbs == ["certificate.replaced", "certificate.granted", "certificate.granted"]


def test_history_costs_the_same_for_one_event_and_for_thirty(product, django_assert_num_queries):
    for count in (1, 29):
        for _ in range(count):
            services.grant_certificate(product, **decision(decision_no=f"{_}-{count}/QĐ-UBND"))
        with django_assert_num_queries(3):
            assert all(str(event.actor) for event in product_history(product))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (dt.date(2018, 1, 1), None),
        (dt.date(2020, 1, 1), "1048/QĐ-TTg"),
        (dt.date(2023, 2, 24), "148/QĐ-TTg"),
        (dt.date(2025, 7, 6), "1489/QĐ-TTg"),
        (dt.date(2026, 5, 21), "1489/QĐ-TTg"),
        (dt.date(2026, 5, 22), "26/2026/QĐ-TTg"),
        (TODAY, "26/2026/QĐ-TTg"),
    ],
)
def test_each_day_has_its_decision(day, code):
    call_command("load_register", verbosity=0)

    version = rule_version_on(day)

    assert (version.code if version else None) == code


@pytest.mark.parametrize(
    "nonsense",
    [
        {"star": 6},
        {"expires_on": dt.date(2020, 1, 1)},
        {"extended_until": dt.date(2020, 1, 1)},
        {"revoked_on": TODAY},
        {"decision_no": ""},
    ],
)
def test_the_database_refuses_nonsense_when_python_is_bypassed(nonsense):
    certificate = CertificateFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.filter(pk=certificate.pk).update(**nonsense)
