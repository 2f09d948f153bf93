"""The account that buyers pay into: named by a member, told to all, one in force at a time."""

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from catalog.journal import outbox
from catalog.journal.models import AuditEvent
from marketplace.accounts.models import ProducerMember
from marketplace.shop.paying.errors import BadAccount, ChangedMeanwhile
from marketplace.shop.paying.models import SellerAccount
from marketplace.shop.paying.selectors import account_in_force
from marketplace.shop.paying.services import close_account, set_account
from tests.cast import Cast
from tests.factories.shop import seller_of

pytestmark = pytest.mark.django_db
VIETCOMBANK, BIDV = "970436", "970418"


@pytest.fixture
def people():
    return Cast()


@pytest.fixture
def seller(people):
    people.binh  # make her a member
    return seller_of(people.producer_a)


def named(seller, number="0011 0123 45678", *, seen=None, bank_bin=VIETCOMBANK, by=None):
    return set_account(
        seller, bank_bin=bank_bin, number=number, holder="Htx Mẫu Đất Đỏ", seen=seen, by=by
    )


def test_an_account_is_kept_as_banks_write_it(seller, people):
    account = named(seller, by=people.binh)

    assert (account.number, account.holder) == ("0011012345678", "HTX MAU DAT DO")
    assert (account.bank, account.entered_by) == ("Vietcombank", people.binh)
    seller.refresh_from_db()
    assert seller.takes_transfers
    event = AuditEvent.objects.get(verb="seller_account.set")
    assert (event.actor, event.after["number"]) == (people.binh, "0011012345678")


def test_another_account_ends_the_one_before_and_keeps_it(seller):
    first = named(seller)

    second = named(seller, "999888777", seen=first.pk, bank_bin=BIDV)

    first.refresh_from_db()
    assert (account_in_force(seller), first.valid_to) == (second, second.valid_from)
    assert (first.bank, first.number) == ("Vietcombank", "0011012345678")


def test_the_same_account_again_changes_nothing(seller, mailoutbox):
    first = named(seller)
    outbox.drain()
    mailoutbox.clear()

    assert named(seller, seen=first.pk) == first

    outbox.drain()
    assert (SellerAccount.objects.count(), mailoutbox) == (1, [])


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"bank_bin": "123456"}, "bank_bin"),
        ({"number": "12345"}, "number"),
        ({"number": "0" * 20}, "number"),
        ({"number": "٠٠١١٠١٢٣"}, "number"),
        ({"number": "0011;0123"}, "number"),
        ({"holder": ""}, "holder"),
        ({"holder": "王小明"}, "holder"),
        ({"holder": "A" * 71}, "holder"),
        ({"holder": "<B>"}, "holder"),
    ],
)
def test_what_no_bank_would_know_is_refused(seller, fields, part):
    told = {"bank_bin": VIETCOMBANK, "number": "0011012345678", "holder": "HTX Mẫu"}

    with pytest.raises(BadAccount) as refused:
        set_account(seller, **(told | fields), seen=None, by=None)

    assert refused.value.part == part
    assert not SellerAccount.objects.exists()


def test_of_two_members_who_change_at_once_one_is_told(seller):
    first = named(seller)
    second = named(seller, "999888777", seen=first.pk)

    with pytest.raises(ChangedMeanwhile):
        named(seller, "111222333", seen=first.pk)
    with pytest.raises(ChangedMeanwhile):
        named(seller, "111222333", seen=None)
    with pytest.raises(ChangedMeanwhile):
        close_account(seller, seen=first.pk, by=None)

    assert account_in_force(seller) == second
    assert SellerAccount.objects.count() == 2


def test_another_sellers_account_cannot_be_ended(seller, people):
    theirs = named(seller_of(people.producer_b))

    with pytest.raises(ChangedMeanwhile):
        close_account(seller, seen=theirs.pk, by=None)
    with pytest.raises(ChangedMeanwhile):
        named(seller, seen=theirs.pk)

    theirs.refresh_from_db()
    assert theirs.valid_to is None


def test_the_database_keeps_one_account_in_force(seller):
    named(seller)

    with pytest.raises(IntegrityError), transaction.atomic():
        SellerAccount.objects.create(
            seller=seller, bank_bin=BIDV, number="999888777", holder="HTX", valid_from=now()
        )


def test_every_member_of_today_gets_one_letter(seller, people, mailoutbox):
    helper = people.person("helper")
    gone = people.person("gone")
    ProducerMember.objects.create(user=helper, producer=people.producer_a, valid_from=people.day)
    ProducerMember.objects.create(
        user=gone, producer=people.producer_a, valid_from=people.day, valid_to=people.day
    )

    named(seller, by=people.binh)
    outbox.drain()
    outbox.drain()

    assert sorted(letter.to[0] for letter in mailoutbox) == [
        "binh@example.vn",
        "helper@example.vn",
    ]
    for letter in mailoutbox:
        for form in (letter.body, letter.alternatives[0][0]):
            assert "Vietcombank 0011012345678, HTX MAU DAT DO" in form
            assert "/ban-hang/htx-mau-a/nhan-tien/" in form


def test_closing_ends_transfers_and_says_so(seller, people, mailoutbox):
    account = named(seller)
    outbox.drain()
    mailoutbox.clear()

    close_account(seller, seen=account.pk, by=people.binh)
    outbox.drain()

    seller.refresh_from_db()
    assert (account_in_force(seller), seller.takes_transfers) == (None, False)
    (letter,) = mailoutbox
    assert "Đã dừng nhận chuyển khoản" in letter.body
    assert AuditEvent.objects.filter(verb="seller_account.closed", actor=people.binh).exists()
