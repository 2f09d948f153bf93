"""What each member may do behind the counter."""

import datetime as dt

import pytest

from catalog.lib import clock
from marketplace.accounts import permissions
from marketplace.accounts.models import ProducerMember
from tests.cast import Cast
from tests.marketplace.shop.ordering.purchases import fees, goods_of, record_of

pytestmark = pytest.mark.django_db
QUESTIONS = (
    permissions.may_handle_orders,
    permissions.may_edit_goods,
    permissions.may_manage_members,
    permissions.may_change_account,
)


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("binh", (True, True, True, True)),
        ("tu", (True, True, False, False)),
        ("goi", (True, False, False, False)),
        ("chi", (False, False, False, False)),
        ("an", (False, False, False, False)),
        ("giang", (False, False, False, False)),
    ],
)
def test_each_role_has_its_answers(who, may):
    people = Cast()

    answers = tuple(ask(getattr(people, who), people.producer_a) for ask in QUESTIONS)

    assert answers == may


def test_a_membership_that_ended_yesterday_answers_no():
    people = Cast()
    yesterday = clock.today() - dt.timedelta(days=1)
    ProducerMember.objects.filter(user=people.binh).update(valid_to=yesterday)

    assert not any(ask(people.binh, people.producer_a) for ask in QUESTIONS)


def test_a_packer_packs_and_leaves_prices_alone():
    people = Cast()
    fees()
    tea = goods_of(people.producer_a, name="Chè Mẫu", price=100_000, stock=10)
    browser = people.browser("goi")

    home = browser.get("/ban-hang/htx-mau-a/").content.decode()
    sent = browser.post(f"/ban-hang/htx-mau-a/hang/{tea.pk}/", {"price": 1000, "in_stock": 1})

    assert "/ban-hang/htx-mau-a/hang/" not in home
    assert browser.get("/ban-hang/htx-mau-a/don/").status_code == 200
    assert sent.status_code == 403
    assert "người đại diện" in sent.content.decode()
    assert record_of(tea).price == 100_000
