"""Two owners who end each other's membership at the same instant: one stays."""

import threading

import pytest
from django.db import connection

from marketplace.accounts import errors, permissions
from marketplace.accounts.models import MemberInvite, ProducerMember
from marketplace.accounts.services import invites, members
from tests.cast import Cast

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def at_once(*acts):
    """Do all at once; answers what came of each."""
    start, outcomes = threading.Barrier(len(acts)), [None] * len(acts)

    def work(number):
        try:
            start.wait(timeout=10)
            acts[number]()
        except errors.AccountError as error:
            outcomes[number] = type(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


@pytest.fixture
def owners():
    people = Cast()
    ProducerMember.objects.filter(user=people.tu).update(role="owner")
    return people, [ProducerMember.objects.get(user=u) for u in (people.binh, people.tu)]


def test_one_owner_stays(owners):
    people, (binh, tu) = owners

    outcomes = at_once(
        lambda: members.end_membership(tu, by=people.binh),
        lambda: members.end_membership(binh, by=people.tu),
    )

    assert sorted(map(str, outcomes)) == sorted([str(None), str(errors.LastOwner)])
    held = permissions.in_force(people.producer_a.members.filter(role="owner"))
    assert held.count() == 1


def test_an_invitation_is_accepted_once():
    people = Cast()
    an = people.an
    made, _ = invites.invite(
        people.producer_a, contact="an@example.vn", role="packer", by=people.binh
    )

    outcomes = at_once(
        *[lambda: invites.accept(MemberInvite.objects.get(pk=made.pk), an) for _ in range(4)]
    )

    assert outcomes.count(None) == 1
    assert outcomes.count(errors.LinkSpent) == 3
    assert ProducerMember.objects.filter(user=an).count() == 1
