"""An e-mail address changes only by the letter to the new one, after saying the password again."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.cast import PASSWORD, Cast

from .test_sign_in import phone_user, sign_in

pytestmark = pytest.mark.django_db


def ask(client: Client, email: str):
    return client.post("/tai-khoan/email/", {"email": email, "action_add": "1"})


def say_password(client: Client, response):
    return client.post(response.url, {"password": PASSWORD})


def test_stolen_session_cannot_ask_without_the_password():
    people = Cast()
    client, _ = sign_in(people.an.email)
    response = ask(client, "ke-gian@example.vn")
    assert "/reauthenticate/" in response.url
    assert people.an.emailaddress_set.count() == 1
    assert not mail.outbox


def test_address_changes_only_after_the_letter_and_the_old_one_is_told():
    people = Cast()
    client, _ = sign_in(people.an.email)
    say_password(client, ask(client, "an-moi@example.vn"))
    people.an.refresh_from_db()
    assert people.an.email == "an@example.vn"
    assert [letter.to for letter in mail.outbox] == [["an-moi@example.vn"]]
    link = re.search(r"/tai-khoan/confirm-email/\S+", mail.outbox[0].body)[0]

    Client().get(link)  # a look changes nothing
    people.an.refresh_from_db()
    assert people.an.email == "an@example.vn"

    client.post(link)
    people.an.refresh_from_db()
    assert people.an.email == "an-moi@example.vn"
    assert mail.outbox[1].to == ["an@example.vn"]
    assert "an-moi@example.vn" in mail.outbox[1].body
    assert mail.outbox[1].alternatives


def test_somebody_with_a_second_step_can_change_too():
    people = Cast()
    client = people.browser("giang")
    ask(client, "giang-moi@example.vn")
    link = re.search(r"/tai-khoan/confirm-email/\S+", mail.outbox[0].body)[0]
    client.post(link)
    people.giang.refresh_from_db()
    assert people.giang.email == "giang-moi@example.vn"


def test_taken_address_gets_the_same_page_and_no_second_owner():
    people = Cast()
    people.binh
    client, _ = sign_in(people.an.email)
    say_password(client, ask(client, "binh@example.vn"))
    people.an.refresh_from_db()
    assert people.an.email == "an@example.vn"


def test_telephone_account_can_add_an_address_and_still_sign_in_before_it_is_verified():
    phone_user()
    client, _ = sign_in("0912345678")
    say_password(client, ask(client, "tu@example.vn"))
    assert mail.outbox[0].to == ["tu@example.vn"]
    _, response = sign_in("0912 345 678")
    assert response.status_code == 302
    assert response.url == "/tai-khoan/"
