"""Several officers at the same proposal at the same instant."""

import threading

import pytest
from django.db import connection

from catalog.decisions import errors, services
from catalog.decisions.models import Proposal
from catalog.decisions.services import deciding
from catalog.register.errors import RegisterError
from catalog.register.models import Certificate
from tests.cast import Cast
from tests.factories.register import ProductFactory

from .papers import proposed

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

OFFICERS = 4


@pytest.fixture
def people():
    cast = Cast()
    return [cast.person(f"can-bo-{n}") for n in range(OFFICERS + 1)]


def at_once(act):
    """Let each officer do ``act(number)`` at once; answers what came of each."""
    start, outcomes = threading.Barrier(OFFICERS), [None] * OFFICERS

    def work(number):
        try:
            start.wait(timeout=10)
            outcomes[number] = act(number)
        except RegisterError as error:
            outcomes[number] = type(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(OFFICERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def test_a_proposal_is_confirmed_once(people):
    author, *others = people
    proposal = proposed(ProductFactory(), author)

    outcomes = at_once(
        lambda n: services.confirm(Proposal.objects.get(pk=proposal.pk), by=others[n])
    )

    assert outcomes.count(errors.AlreadyDecided) == OFFICERS - 1
    (certificate,) = Certificate.objects.all()
    proposal.refresh_from_db()
    assert proposal.result == certificate


def test_confirming_and_refusing_at_once_leaves_one_of_them(people):
    author, *others = people
    proposal = proposed(ProductFactory(), author)

    def act(n):
        mine = Proposal.objects.get(pk=proposal.pk)
        if n % 2:
            return services.refuse(mine, by=others[n], reason="Chưa đúng")
        return services.confirm(mine, by=others[n])

    outcomes = at_once(act)

    proposal.refresh_from_db()
    assert outcomes.count(errors.AlreadyDecided) == OFFICERS - 1
    assert Certificate.objects.exists() == (proposal.state == "confirmed")


def test_a_product_gets_one_open_proposal(people):
    product = ProductFactory()

    outcomes = at_once(lambda n: proposed(product, people[n]))

    assert outcomes.count(errors.ProposalWaits) == OFFICERS - 1
    assert Proposal.objects.count() == 1


def test_without_the_condition_several_would_believe_they_had_confirmed(people, monkeypatch):
    author, *others = people
    proposal = proposed(ProductFactory(), author)
    looked = threading.Barrier(OFFICERS)

    def careless(proposal, state, *, by, **fields):
        seen = Proposal.objects.get(pk=proposal.pk).is_waiting
        looked.wait(timeout=10)
        assert seen
        Proposal.objects.filter(pk=proposal.pk).update(
            state=state, decided_by=by, decided_at="2026-11-24T00:00:00Z", **fields
        )

    monkeypatch.setattr(deciding, "_take", careless)

    outcomes = at_once(
        lambda n: deciding.refuse.__wrapped__(
            Proposal.objects.get(pk=proposal.pk), by=others[n], reason="Chưa đúng"
        )
    )

    assert outcomes.count(errors.AlreadyDecided) == 0
