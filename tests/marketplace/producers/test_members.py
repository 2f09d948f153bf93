"""Who acts for a producer: invited once, by whoever may; an owner always stays."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from catalog.journal import notices, outbox
from catalog.journal.models import AuditEvent
from catalog.lib import clock
from marketplace.accounts import errors, permissions
from marketplace.accounts.models import MemberInvite, ProducerMember, User
from marketplace.accounts.services import invites, members
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
HOME = "/ban-hang/htx-mau-a/thanh-vien/"


@pytest.fixture
def people():
    cast = Cast()
    cast.binh, cast.chi
    return cast


def link_in_letter():
    (letter,) = mail.outbox
    return next(word for word in letter.body.split() if "/loi-moi/" in word).partition("/tai-")[2]


def member_of(user):
    return ProducerMember.objects.get(user=user)


def test_somebody_with_an_account_joins_by_one_tap(people):
    people.an
    people.browser("binh").post(HOME, {"contact": "AN@example.vn", "role": "staff"})
    outbox.drain()
    url = "/tai-" + link_in_letter()

    response = people.browser("an").post(url)

    assert response.url == "/ban-hang/htx-mau-a/"
    assert permissions.role_at(people.an, people.producer_a) == "staff"
    assert people.browser("an").get(url).status_code == 404  # it counts once
    assert notices.inbox_of(people.producer_a).get().kind == "member.joined"


def test_a_stranger_opens_an_account_by_the_letter(people):
    people.browser("binh").post(HOME, {"contact": "moi@example.vn", "role": "packer"})
    outbox.drain()
    data = {"name": " Lò  Thị Mới", "password1": PASSWORD, "password2": PASSWORD}

    response = people.browser("guest").post("/tai-" + link_in_letter(), data)

    user = User.objects.get(email="moi@example.vn")
    assert response.status_code == 302
    assert (user.first_name, user.emailaddress_set.get().verified) == ("Lò Thị Mới", True)
    assert permissions.role_at(user, people.producer_a) == "packer"


def test_a_number_gets_a_link_to_hand_over_and_is_not_proven_by_it(people):
    page = people.browser("binh").post(HOME, {"contact": "0912 000 777", "role": "packer"})
    made = MemberInvite.objects.get()
    assert "/tai-khoan/loi-moi/" in page.content.decode()
    assert mail.outbox == []

    user = invites.open_account(made, name="Gói", password=PASSWORD)

    assert (user.phone, user.phone_verified_at) == ("0912000777", None)


def test_an_invitation_is_for_one_person_alone(people):
    made, token = invites.invite(
        people.producer_a, contact="an@example.vn", role="owner", by=people.binh
    )
    people.an
    url = f"/tai-khoan/loi-moi/{token}/"

    assert people.browser("chi").post(url).status_code == 200
    assert people.browser("guest").post(url).status_code == 200
    with pytest.raises(errors.InviteForAnother):
        invites.accept(made, people.chi)
    with pytest.raises(errors.InviteForAnother):
        invites.open_account(made, name="An", password=PASSWORD)

    assert ProducerMember.objects.count() == 2
    made.refresh_from_db()
    assert made.ended_at is None


@pytest.mark.parametrize("end", ["used", "taken back", "expired", "replaced"])
def test_an_invitation_that_counts_no_more(people, end):
    made, token = invites.invite(
        people.producer_a, contact="an@example.vn", role="packer", by=people.binh
    )
    if end == "used":
        invites.accept(made, people.an)
        member_of(people.an).delete()
    elif end == "taken back":
        people.browser("binh").post(f"{HOME}loi-moi/{made.pk}/thu-lai/")
    elif end == "expired":
        MemberInvite.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    else:
        invites.invite(people.producer_a, contact="an@example.vn", role="staff", by=people.binh)

    assert people.browser("an").post(f"/tai-khoan/loi-moi/{token}/").status_code == 404
    with pytest.raises(errors.LinkSpent):
        invites.accept(made, people.an)
    assert permissions.role_at(people.an, people.producer_a) is None


@pytest.mark.parametrize("token", ["1", "1:x", "", "9" * 30])
def test_a_guessed_token_opens_nothing(people, token):
    invites.invite(people.producer_a, contact="an@example.vn", role="packer", by=people.binh)

    assert invites.find_invite(token) is None


def test_invitations_are_refused_with_a_reason(people):
    browser = people.browser("binh")
    assert browser.post(HOME, {"contact": "binh@example.vn", "role": "staff"}).status_code == 422
    assert browser.post(HOME, {"contact": "0912", "role": "staff"}).status_code == 422
    assert browser.post(HOME, {"contact": "a@b", "role": "staff"}).status_code == 422
    assert browser.post(HOME, {"contact": "an@example.vn", "role": "boss"}).status_code == 422
    for number in range(10):
        invites.invite(
            people.producer_a, contact=f"n{number}@example.vn", role="staff", by=people.binh
        )

    assert browser.post(HOME, {"contact": "an@example.vn", "role": "staff"}).status_code == 422
    assert MemberInvite.objects.count() == 10


def test_a_member_gets_another_role_and_a_letter(people):
    tu = member_of(people.tu)

    people.browser("binh").post(f"{HOME}{tu.pk}/", {"role": "packer"})
    outbox.drain()

    tu.refresh_from_db()
    assert tu.role == "packer"
    assert [letter.to for letter in mail.outbox] == [["tu@example.vn"]]
    event = AuditEvent.objects.get(verb="member.role")
    assert (event.actor, event.before, event.after) == (
        people.binh,
        {"role": "staff"},
        {"role": "packer"},
    )


def test_a_membership_ends_and_the_counter_closes(people):
    tu, browser = member_of(people.tu), people.browser("tu")
    assert browser.get("/ban-hang/htx-mau-a/").status_code == 200

    people.browser("binh").post(f"{HOME}{tu.pk}/", {"viec": "thoi"})

    assert browser.get("/ban-hang/htx-mau-a/").status_code == 404
    tu.refresh_from_db()
    assert tu.valid_to == clock.today() - dt.timedelta(days=1)


def test_somebody_who_left_can_be_invited_again(people):
    members.end_membership(member_of(people.tu), by=people.binh)
    made, _ = invites.invite(
        people.producer_a, contact="tu@example.vn", role="owner", by=people.binh
    )

    invites.accept(made, people.tu)

    assert permissions.role_at(people.tu, people.producer_a) == "owner"


def test_the_last_owner_stays(people):
    binh, browser = member_of(people.binh), people.browser("binh")
    people.tu

    for data in ({"viec": "thoi"}, {"role": "packer"}):
        page = browser.post(f"{HOME}{binh.pk}/", data, follow=True).content.decode()
        assert "ít nhất một người đại diện" in page

    assert permissions.role_at(people.binh, people.producer_a) == "owner"


@pytest.mark.parametrize("who", ["tu", "goi"])
def test_only_an_owner_manages_members(people, who):
    browser, binh = people.browser(who), member_of(people.binh)

    assert browser.get(HOME).status_code == 403
    assert browser.post(HOME, {"contact": "an@example.vn", "role": "owner"}).status_code == 403
    assert browser.post(f"{HOME}{binh.pk}/", {"viec": "thoi"}).status_code == 403
    assert MemberInvite.objects.count() == 0
    assert permissions.role_at(people.binh, people.producer_a) == "owner"


def test_another_producers_member_and_invitation_are_not_there(people):
    made, _ = invites.invite(
        people.producer_b, contact="an@example.vn", role="owner", by=people.chi
    )
    browser, chi = people.browser("binh"), member_of(people.chi)

    assert browser.post(f"{HOME}{chi.pk}/", {"viec": "thoi"}).status_code == 404
    assert browser.post(f"{HOME}loi-moi/{made.pk}/thu-lai/").status_code == 404
    assert browser.get("/ban-hang/htx-mau-b/thanh-vien/").status_code == 404
    assert permissions.role_at(people.chi, people.producer_b) == "owner"


def test_nothing_but_the_form_can_be_posted(people):
    people.browser("binh").post(
        HOME,
        {
            "contact": "an@example.vn",
            "role": "packer",
            "producer": people.producer_b.pk,
            "invited_by": people.chi.pk,
            "is_staff": "on",
        },
    )
    made = MemberInvite.objects.get()
    user = invites.open_account(made, name="An", password=PASSWORD)

    assert (made.producer, made.invited_by) == (people.producer_a, people.binh)
    assert (user.is_staff, user.is_superuser) == (False, False)
