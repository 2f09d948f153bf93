"""Every door to sign in by is ours, and behind the doors of duty nobody comes without both keys."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.views import (
    LoginView,
    PasswordResetConfirmView,
    PasswordResetView,
)
from django.test import Client
from django.urls import URLPattern, get_resolver

from marketplace.accounts.doors import DOORS
from tests.cast import PASSWORD, SECRET, Cast

pytestmark = pytest.mark.django_db
OTHER_DOORS = [
    "/cms/login/",
    "/_util/login/",
    "/en/_util/login/",
    "/quan-tri/login/",
    "/oscar/accounts/login/",
]


def patterns(resolver, prefix=""):
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route, entry
        else:
            yield from patterns(entry, route)


def view_class(pattern) -> type | None:
    view = pattern.callback
    while view is not None:
        found = getattr(view, "view_class", None)
        if found:
            return found
        view = getattr(view, "__wrapped__", None)
    return None


@pytest.mark.parametrize("door", OTHER_DOORS)
def test_every_other_door_leads_to_ours(door):
    response = Client().get(f"{door}?next=/cms/")
    assert response.status_code == 302
    assert response.url.removeprefix("/en").startswith("/tai-khoan/login/")
    assert Client().post(door, {"username": "x", "password": "y"}).status_code in {302, 405}


def test_no_other_view_of_the_site_takes_a_password_to_sign_in_with():
    """Views of Django's kind may be routed only where an earlier route answers instead."""
    seen = []
    for route, pattern in patterns(get_resolver()):
        cls = view_class(pattern)
        if cls and issubclass(cls, LoginView | PasswordResetView | PasswordResetConfirmView):
            seen.append(route)
    for route in seen:
        path = "/" + route.removeprefix("en/").replace("^", "").split("<")[0].split("(")[0]
        response = Client().get(path)
        assert response.status_code == 302, path
        assert response.url.startswith(("/tai-khoan/login/", "/tai-khoan/password/reset/")), path


def test_django_admin_is_not_there():
    assert Client().get("/admin/").status_code == 404


@pytest.mark.parametrize("door", DOORS)
def test_guest_is_led_to_the_login_and_back(door):
    response = Client().get(door)
    assert response.status_code == 302
    assert response.url == f"/tai-khoan/login/?next={door}"


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", ["an", "binh", "hanh", "khanh", "partner_user"])
def test_people_without_that_duty_are_refused(door, name):
    assert Cast().browser(name).get(door).status_code == 403


WHO = {
    "/cms/": {"lan", "sau"},
    "/quan-tri/": {"sau"},
    "/tai-khoan/cap-duong-dan/": {"dung", "giang"},
}


@pytest.mark.parametrize(("door", "names"), WHO.items())
def test_people_with_the_duty_pass_with_both_keys_and_nobody_else(door, names):
    people = Cast()
    for name in ("dung", "giang", "lan", "sau"):
        expected = 200 if name in names else 403
        assert people.browser(name).get(door).status_code == expected, (door, name)


@pytest.mark.parametrize(("door", "names"), WHO.items())
def test_without_the_second_step_they_are_led_to_set_it_up_and_get_nothing(door, names):
    people = Cast()
    for name in names:
        browser = people.browser(name, second_step=False)
        for path in (door, f"{door}pages/", f"{door}orders/", f"{door}images/add/"):
            response = browser.get(path)
            assert response.status_code == 302, path
            assert response.url.startswith("/tai-khoan/hai-buoc/"), path
            assert browser.post(path).status_code == 302
        assert browser.get("/tai-khoan/hai-buoc/").status_code == 200


def test_a_password_session_stays_out_after_the_second_step_was_set_up_elsewhere():
    people = Cast()
    thief = people.browser("sau", second_step=False)
    people.browser("sau")
    response = thief.get("/cms/")
    assert response.status_code == 302
    assert response.url.startswith("/tai-khoan/2fa/reauthenticate/")


def test_editor_whose_post_has_ended_is_refused_without_anybody_acting():
    people = Cast()
    browser = people.browser("lan")
    assert browser.get("/cms/").status_code == 200
    people.lan.editorposts.update(valid_to=people.day)
    assert browser.get("/cms/").status_code == 403


def code(secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_whole_way_password_code_door():
    people = Cast()
    people.browser("sau")
    client = Client()
    login = {"login": people.sau.email, "password": PASSWORD}
    response = client.post("/tai-khoan/login/?next=/quan-tri/", {**login, "next": "/quan-tri/"})
    assert response.url.startswith("/tai-khoan/2fa/authenticate/")
    assert client.get("/quan-tri/").status_code == 302
    assert "_auth_user_id" not in client.session
    wrong = client.post("/tai-khoan/2fa/authenticate/", {"code": "000000"})
    assert "Mã chưa đúng" in wrong.content.decode()
    before = client.session.session_key
    right = client.post("/tai-khoan/2fa/authenticate/", {"code": code()})
    assert right.url == "/quan-tri/"
    assert client.session.session_key != before
    assert client.get("/quan-tri/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_setting_up_by_the_pages_opens_the_door_and_ends_other_sessions():
    people = Cast()
    login = {"login": people.sau.email, "password": PASSWORD}
    elsewhere, client = Client(), Client()
    elsewhere.post("/tai-khoan/login/", login)
    client.post("/tai-khoan/login/", login)
    reauth = client.get("/tai-khoan/2fa/totp/activate/")
    client.post(reauth.url, {"password": PASSWORD})
    page = client.get("/tai-khoan/2fa/totp/activate/")
    secret = page.context["form"].secret
    before = client.session.session_key

    response = client.post("/tai-khoan/2fa/totp/activate/", {"code": code(secret)})

    assert response.url == "/tai-khoan/2fa/recovery-codes/"
    assert len(client.get(response.url).context["unused_codes"]) == 10
    assert client.session.session_key != before
    assert client.get("/quan-tri/").status_code == 200
    assert elsewhere.get("/tai-khoan/").status_code == 302
    stored = people.sau.authenticator_set.get(type="totp").data["secret"]
    assert secret not in stored


def test_staff_cannot_take_their_last_second_step_away():
    people = Cast()
    browser = people.browser("sau")
    page = browser.post("/tai-khoan/2fa/totp/deactivate/")
    assert page.status_code == 200
    assert people.sau.authenticator_set.filter(type="totp").exists()


def test_wagtail_changes_no_address_and_no_password():
    browser = Cast().browser("sau")
    page = browser.get("/cms/account/").content.decode()
    assert 'name="name_email-email"' not in page
    assert 'type="password"' not in page
