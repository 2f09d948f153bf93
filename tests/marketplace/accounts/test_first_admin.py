"""The operator's account: opened by a command, its password chosen by its owner alone."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from catalog.journal.models import AuditEvent
from marketplace.accounts.models import User
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def opened(capsys, *arguments):
    call_command("first_admin", *arguments)
    return capsys.readouterr().out


def test_the_first_operator_chooses_a_password_by_a_link_that_works_once(capsys, settings):
    settings.BASE_URL = "http://testserver"
    told = opened(capsys, "Lan@Example.VN", "--name", "Lê Thị Lan")

    user = User.objects.get()
    assert (user.email, user.first_name) == ("lan@example.vn", "Lê Thị Lan")
    assert user.is_staff
    assert user.is_superuser
    assert not user.has_usable_password()
    assert AuditEvent.objects.get().verb == "staff.create"
    link = re.search(r"http://testserver(/tai-khoan/\S+)", told)[1]
    client = Client()
    page = client.get(link, follow=True)
    passwords = {"password1": "gao-nep-cai-9", "password2": "gao-nep-cai-9"}
    client.post(page.redirect_chain[-1][0], passwords)
    user.refresh_from_db()
    assert user.check_password("gao-nep-cai-9")

    again = Client().get(link, follow=True)
    assert "password1" not in again.content.decode()


def test_no_door_opens_before_the_second_step(capsys):
    opened(capsys, "lan@example.vn")
    client = Client()
    client.force_login(User.objects.get())

    assert client.get("/quan-tri/viec-ton/").status_code == 302


def test_a_second_one_is_refused_unless_told(capsys):
    _ = Cast().sau

    with pytest.raises(CommandError, match="There are 1 staff accounts"):
        call_command("first_admin", "lan@example.vn")
    assert User.objects.count() == 1

    opened(capsys, "lan@example.vn", "--although-there-is-one")
    assert User.objects.filter(is_staff=True).count() == 2


def test_nonsense_and_known_addresses_are_refused():
    an = Cast().an

    for wrong in ("khong", an.email):
        with pytest.raises(CommandError):
            call_command("first_admin", wrong)
    assert User.objects.get() == an
    assert not AuditEvent.objects.exists()
