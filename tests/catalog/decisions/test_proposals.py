"""A star changes when two people say so, and only as they said."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.decisions import errors, services
from catalog.decisions.models import Proposal
from catalog.decisions.selectors import before_and_after
from catalog.journal.models import AuditEvent
from catalog.lib import clock
from catalog.register import errors as register_errors
from catalog.register.models import Certificate, Product
from catalog.register.signals import register_changed
from tests.cast import Cast
from tests.factories.register import CertificateFactory, ProductFactory

from .papers import TODAY, proposed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def hoa():
    return Cast().person("hoa")


@pytest.fixture
def minh():
    return Cast().person("minh")


@pytest.fixture
def product():
    return ProductFactory()


def sold(product) -> bool:
    return Product.objects.sellable_on(TODAY).filter(pk=product.pk).exists()


def test_a_recognition_takes_effect_when_a_second_officer_confirms(product, hoa, minh):
    proposal = proposed(product, hoa)
    assert not sold(product)
    assert not Certificate.objects.exists()

    certificate = services.confirm(proposal, by=minh)

    assert sold(product)
    assert (certificate.star, certificate.decision_no) == (4, "3981/QĐ-UBND")
    assert certificate.expires_on == dt.date(2029, 8, 5)
    assert (proposal.state, proposal.decided_by, proposal.result) == (
        "confirmed",
        minh,
        certificate,
    )
    verbs = list(AuditEvent.objects.order_by("pk").values_list("verb", "actor__first_name"))
    assert verbs == [
        ("proposal.made", "Hoa"),
        ("certificate.granted", "Minh"),
        ("proposal.confirmed", "Minh"),
    ]


def test_nobody_confirms_their_own_proposal(product, hoa):
    proposal = proposed(product, hoa)

    with pytest.raises(errors.SecondPersonNeeded):
        services.confirm(proposal, by=hoa)

    proposal.refresh_from_db()
    assert proposal.is_waiting
    assert not Certificate.objects.exists()


def test_the_database_refuses_one_person_in_both_places(product, hoa):
    proposal = proposed(product, hoa)
    mine = Proposal.objects.filter(pk=proposal.pk)

    for decided_by in (hoa, None):
        with pytest.raises(IntegrityError), transaction.atomic():
            mine.update(state="confirmed", decided_by=decided_by, decided_at=timezone.now())


def test_a_product_has_one_open_proposal(product, hoa, minh):
    proposed(product, hoa)

    with pytest.raises(errors.ProposalWaits):
        proposed(product, minh, star=3)

    assert Proposal.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        ({"reason": " \u200b"}, errors.ReasonMissing, "reason"),
        ({"decision_no": " "}, register_errors.DecisionMissing, "decision_no"),
        ({"decided_on": None}, errors.DayMissing, "decided_on"),
        ({"decided_on": dt.date(2026, 11, 25)}, register_errors.IssuedInFuture, "issued_on"),
        ({"star": None}, errors.StarMissing, "star"),
        ({"star": 6}, errors.StarMissing, "star"),
        ({"star": 5}, register_errors.AuthorityCannotGrant, "authority_level"),
        ({"kind": "extend"}, errors.NothingStands, "kind"),
        ({"kind": "revoke"}, errors.NothingStands, "kind"),
        ({"kind": "replace"}, errors.NothingStands, "kind"),
        ({"kind": "downgrade"}, errors.NothingStands, "kind"),
    ],
)
def test_a_proposal_that_could_never_be_confirmed_is_not_taken(product, hoa, changes, error, field):
    with pytest.raises(error) as refusal:
        proposed(product, hoa, **changes)

    assert refusal.value.field == field
    assert refusal.value.message
    assert not Proposal.objects.exists()
    assert not AuditEvent.objects.exists()


@pytest.fixture
def standing():
    return CertificateFactory(
        star=4, issued_on=dt.date(2024, 1, 1), expires_on=dt.date(2026, 12, 31)
    )


def test_an_extension_keeps_a_recognition_in_force(standing, hoa, minh):
    until = dt.date(2027, 6, 1)
    proposal = proposed(standing.product, hoa, kind="extend", extended_until=until)

    before, after = before_and_after(proposal)
    services.confirm(proposal, by=minh)

    standing.refresh_from_db()
    assert standing.extended_until == until
    assert (before.last_day, after.last_day) == (dt.date(2026, 12, 31), until)


def test_a_revocation_takes_the_product_off_sale(standing, hoa, minh):
    proposal = proposed(standing.product, hoa, kind="revoke", ground="law_broken")
    assert sold(standing.product)

    services.confirm(proposal, by=minh)

    assert not sold(standing.product)
    assert before_and_after(proposal)[1].state == "revoked"


def test_an_upgrade_and_a_downgrade_replace_the_certificate(standing, hoa, minh):
    with pytest.raises(errors.NotLower):
        proposed(standing.product, hoa, kind="downgrade", star=4)
    down = proposed(standing.product, hoa, kind="downgrade", star=3)

    lower = services.confirm(down, by=minh)

    standing.refresh_from_db()
    assert standing.replaced_by == lower
    up = proposed(
        standing.product, hoa, kind="replace", star=4, decided_on=TODAY, decision_no="9/QĐ-UBND"
    )
    higher = services.confirm(up, by=minh)
    before, after = before_and_after(up)
    assert (before.star, after.star, higher.star) == (3, 4, 4)


def test_a_recognition_beside_one_that_stands_is_not_taken(standing, hoa):
    with pytest.raises(errors.StandsAlready):
        proposed(standing.product, hoa)

    assert not Proposal.objects.exists()


def test_a_proposal_about_a_recognition_that_has_changed_since_waits(standing, hoa, minh):
    proposal = proposed(standing.product, hoa, kind="downgrade", star=3)
    CertificateFactory(product=standing.product, issued_on=dt.date(2026, 9, 1))

    with pytest.raises(errors.RecognitionMoved):
        services.confirm(proposal, by=minh)

    proposal.refresh_from_db()
    assert proposal.is_waiting
    assert not Certificate.objects.exclude(replaced_on=None).exists()


def test_a_refusal_has_a_reason_and_changes_no_star(product, hoa, minh):
    proposal = proposed(product, hoa)
    with pytest.raises(errors.ReasonMissing):
        services.refuse(proposal, by=minh, reason=" ")

    services.refuse(proposal, by=minh, reason="Số quyết định chưa đúng")

    assert (proposal.state, proposal.answer) == ("refused", "Số quyết định chưa đúng")
    assert not Certificate.objects.exists()
    with pytest.raises(errors.AlreadyDecided):
        services.confirm(proposal, by=minh)


def test_only_its_author_takes_a_proposal_back(product, hoa, minh):
    proposal = proposed(product, hoa)
    with pytest.raises(errors.NotYours):
        services.withdraw(proposal, by=minh)

    services.withdraw(proposal, by=hoa)

    assert proposal.state == "withdrawn"
    with pytest.raises(errors.AlreadyDecided):
        services.withdraw(proposal, by=hoa)
    assert proposed(product, minh).is_waiting


def test_of_a_decision_with_many_products_each_is_confirmed_or_waits_with_its_reason(hoa, minh):
    products = ProductFactory.create_batch(4)
    waiting = [proposed(product, hoa) for product in products]
    CertificateFactory(product=products[1], decision_no="7/QĐ-UBND", issued_on=TODAY)
    own = proposed(ProductFactory(), minh)
    heard = []

    def hear(product_ids, **_):
        heard.append(product_ids)

    register_changed.connect(hear)
    outcome = services.confirm_many([*waiting, own], by=minh)
    register_changed.disconnect(hear)

    assert [p.product for p in outcome.confirmed] == [products[0], products[2], products[3]]
    assert [p for p, _ in outcome.waiting] == [waiting[1], own]
    for proposal, reason in outcome.waiting:
        proposal.refresh_from_db()
        assert proposal.is_waiting
        assert proposal.obstacle == reason
    assert len(heard) == 1
    assert {p.pk for p in (products[0], products[2], products[3])} <= heard[0]
    assert Certificate.objects.filter(decision_no="3981/QĐ-UBND").count() == 3


def test_confirming_later_clears_the_obstacle(product, hoa, minh):
    proposal = proposed(product, hoa)
    services.confirm_many([proposal], by=hoa)
    proposal.refresh_from_db()
    assert "Người đề nghị" in proposal.obstacle

    services.confirm_many([proposal], by=minh)

    assert (proposal.state, proposal.obstacle) == ("confirmed", "")
