"""Signing in by e-mail or telephone: one door, one answer, a new key, limits."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from marketplace.accounts.models import User
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
LOGIN = "/tai-khoan/login/"


def sign_in(login: str, password: str = PASSWORD, client: Client | None = None, **extra):
    client = client or Client()
    return client, client.post(LOGIN, {"login": login, "password": password}, **extra)


def phone_user(phone="0912345678") -> User:
    from django.utils import timezone

    return User.objects.create_user(
        phone=phone, password=PASSWORD, first_name="Tư", phone_verified_at=timezone.now()
    )


@pytest.mark.parametrize("login", ["an@example.vn", "AN@Example.vn", " an@example.vn "])
def test_email_in_any_case_signs_in(login):
    Cast().an
    client, response = sign_in(login)
    assert response.status_code == 302
    assert response.url == "/tai-khoan/"
    assert client.get("/tai-khoan/").status_code == 200


@pytest.mark.parametrize(
    "spelling",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "+84912345678",
        "84912345678",
        "(+84) 912-345-678",
    ],
)
def test_telephone_in_any_spelling_signs_in(spelling):
    phone_user()
    client, response = sign_in(spelling)
    assert response.status_code == 302, response.content.decode()
    assert client.get("/tai-khoan/").status_code == 200


def test_unverified_telephone_does_not_sign_in():
    user = phone_user()
    User.objects.filter(pk=user.pk).update(phone_verified_at=None)
    client, response = sign_in("0912345678")
    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def errors(response) -> str:
    found = re.findall(r"chưa đúng\.|quá nhiều lần", response.content.decode())
    return " ".join(sorted(set(found)))


def test_wrong_password_unknown_address_and_nonsense_get_the_same_answer():
    Cast().an
    answers = {
        errors(sign_in(login, "sai-mat-khau-1")[1])
        for login in ("an@example.vn", "ai@example.vn", "0912345678", "không phải gì cả")
    }
    assert answers == {"chưa đúng."}


def test_sixth_wrong_try_for_one_account_is_refused_though_right():
    Cast().an
    for _ in range(5):
        sign_in("an@example.vn", "sai-mat-khau-1")
    client, response = sign_in("an@example.vn", REMOTE_ADDR="203.0.113.9")
    assert "quá nhiều lần" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_eleventh_wrong_try_from_one_source_is_refused():
    Cast().an
    for n in range(10):
        assert errors(sign_in(f"ai{n}@example.vn", "sai-mat-khau-1")[1]) == "chưa đúng."
    _, response = sign_in("an@example.vn")
    assert "quá nhiều lần" in response.content.decode()


def test_wrong_tries_on_one_telephone_do_not_lock_another():
    phone_user()
    phone_user("0987654321")
    for _ in range(5):
        sign_in("0912345678", "sai-mat-khau-1")
    _, response = sign_in("0987654321")
    assert response.status_code == 302


def test_spellings_of_one_telephone_share_one_count():
    phone_user()
    for spelling in ("0912345678", "+84912345678", "0912 345 678", "0912.345.678", "84912345678"):
        sign_in(spelling, "sai-mat-khau-1")
    _, response = sign_in("0912-345-678")
    assert "quá nhiều lần" in response.content.decode()


def test_session_key_changes_at_sign_in():
    Cast().an
    client = Client()
    client.get(LOGIN)
    session = client.session
    session["gio"] = "x"
    session.save()
    client.cookies["sessionid"] = before = session.session_key
    sign_in("an@example.vn", client=client)
    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_signing_out_kills_the_session():
    people = Cast()
    client, _ = sign_in(people.an.email)
    key = client.session.session_key
    assert client.post("/tai-khoan/logout/").status_code == 302
    assert not Session.objects.filter(pk=key).exists()


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_next_never_leads_off_the_site(target):
    Cast().an
    client = Client()
    response = client.post(
        f"{LOGIN}?next={target}", {"login": "an@example.vn", "password": PASSWORD, "next": target}
    )
    assert response.url == "/tai-khoan/"


def test_inactive_user_gets_no_session():
    people = Cast()
    User.objects.filter(pk=people.an.pk).update(is_active=False)
    client, response = sign_in("an@example.vn")
    assert response.url.endswith("/inactive/")
    assert "_auth_user_id" not in client.session


def test_sign_up_asks_one_name_and_waits_for_the_letter():
    client = Client()
    response = client.post(
        "/tai-khoan/signup/",
        {"name": "  Trần   Thị Bảy ", "email": "Bay@Example.vn", "password1": PASSWORD},
    )
    user = User.objects.get()
    assert response.url == "/tai-khoan/confirm-email/"
    assert (user.first_name, user.email) == ("Trần Thị Bảy", "bay@example.vn")
    assert "_auth_user_id" not in client.session
    letter = mail.outbox[0]
    assert letter.to == ["bay@example.vn"]
    assert letter.alternatives[0][1] == "text/html"
    link = re.search(r"/tai-khoan/confirm-email/\S+", letter.body)[0]
    assert link in letter.alternatives[0][0]
    assert client.post(link).status_code == 302
    assert user.emailaddress_set.get().verified


def test_sign_up_with_a_taken_address_answers_the_same_and_makes_nobody():
    Cast().an
    client = Client()
    response = client.post(
        "/tai-khoan/signup/", {"name": "Ai", "email": "an@example.vn", "password1": PASSWORD}
    )
    assert response.url == "/tai-khoan/confirm-email/"
    assert User.objects.count() == 1
    assert "đã có tài khoản" in mail.outbox[0].body


def test_sign_up_cannot_assign_rights():
    Client().post(
        "/tai-khoan/signup/",
        {
            "name": "Ai",
            "email": "ai@example.vn",
            "password1": PASSWORD,
            "is_staff": "1",
            "is_superuser": "1",
            "phone": "0912345678",
            "groups": "1",
        },
    )
    user = User.objects.get()
    assert not (user.is_staff)
    assert not (user.is_superuser)
    assert not (user.phone)
    assert not (user.groups.exists())


def test_weak_password_is_refused_in_vietnamese_and_keeps_what_was_typed():
    response = Client().post(
        "/tai-khoan/signup/", {"name": "Ai Đó", "email": "ai@example.vn", "password1": "12345678"}
    )
    page = response.content.decode()
    assert response.status_code == 200
    assert "Ai Đó" in page
    assert "This password" not in page
    assert not User.objects.exists()


def test_reset_link_works_once():
    people = Cast()
    Client().post("/tai-khoan/password/reset/", {"email": people.an.email})
    link = re.search(r"/tai-khoan/password/reset/key/\S+", mail.outbox[0].body)[0]
    client = Client()
    form = client.get(link, follow=True)
    new = {"password1": "mat-khau-khac-2", "password2": "mat-khau-khac-2"}
    assert client.post(form.request["PATH_INFO"], new).status_code == 302
    assert "không còn dùng được" in Client().get(link, follow=True).content.decode()
    people.an.refresh_from_db()
    assert people.an.check_password("mat-khau-khac-2")


def test_reset_answers_the_same_for_an_unknown_address():
    people = Cast()
    known = Client().post("/tai-khoan/password/reset/", {"email": people.an.email})
    unknown = Client().post("/tai-khoan/password/reset/", {"email": "ai@example.vn"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_password_change_ends_the_other_sessions():
    people = Cast()
    here, _ = sign_in(people.an.email)
    there, _ = sign_in(people.an.email)
    here.post(
        "/tai-khoan/password/change/",
        {"oldpassword": PASSWORD, "password1": "mat-khau-khac-2", "password2": "mat-khau-khac-2"},
    )
    assert here.get("/tai-khoan/").status_code == 200
    assert there.get("/tai-khoan/").status_code == 302


def test_other_devices_are_listed_and_signed_out():
    people = Cast()
    here, _ = sign_in(people.an.email, HTTP_USER_AGENT="May nha")
    there, _ = sign_in(people.an.email, HTTP_USER_AGENT="May quen")
    page = here.get("/tai-khoan/sessions/").content.decode()
    assert "May nha" in page
    assert "May quen" in page
    here.post("/tai-khoan/thiet-bi/dang-xuat/")
    assert here.get("/tai-khoan/").status_code == 200
    assert there.get("/tai-khoan/").status_code == 302
