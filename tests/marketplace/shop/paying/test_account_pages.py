"""The producer's page of the account: with the password again, and nobody else's."""

import pytest

from marketplace.shop.paying.models import SellerAccount
from marketplace.shop.paying.services import set_account
from tests.cast import PASSWORD, Cast
from tests.factories.shop import seller_of

pytestmark = pytest.mark.django_db
HOME = "/ban-hang/htx-mau-a/nhan-tien/"
TYPED = {"bank_bin": "970436", "number": "0011 0123 45678", "holder": "HTX Mẫu Đất Đỏ"}


@pytest.fixture
def people():
    people = Cast()
    people.binh, people.chi  # make them members
    people.seller = seller_of(people.producer_a)
    return people


def account_of(seller):
    return set_account(seller, **TYPED, seen=None, by=None)


def test_a_member_names_the_account_and_sees_its_code(people):
    browser = people.browser("binh")
    assert "Chưa có tài khoản" in browser.get(HOME).content.decode()

    page = browser.post(HOME + "doi/", TYPED, follow=True).content.decode()

    assert "0011012345678" in page
    assert "HTX MAU DAT DO" in page
    assert '<svg class="qr"' in page
    assert SellerAccount.objects.get().entered_by == people.binh


def test_changing_asks_for_the_password_again(people, client):
    client.force_login(people.binh)

    asked = client.get(HOME + "doi/")
    assert "/tai-khoan/reauthenticate/" in asked.headers["Location"]

    back = client.post(asked.headers["Location"], {"password": PASSWORD})
    assert back.headers["Location"] == HOME + "doi/"
    assert client.post(HOME + "doi/", TYPED).status_code == 302
    assert SellerAccount.objects.exists()


def test_sending_without_the_password_again_changes_nothing(people, client):
    client.force_login(people.binh)

    sent = client.post(HOME + "doi/", TYPED)

    assert "/tai-khoan/reauthenticate/" in sent.headers["Location"]
    assert not SellerAccount.objects.exists()


def test_wrong_parts_are_named_and_nothing_is_kept(people):
    typed = {"bank_bin": "000000", "number": "12", "holder": "☃"}

    response = people.browser("binh").post(HOME + "doi/", typed)

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"bank_bin", "number", "holder"}
    assert not SellerAccount.objects.exists()


def test_a_form_made_before_anothers_change_is_refused_with_the_reason(people):
    account = account_of(people.seller)
    browser = people.browser("binh")
    other = {**TYPED, "number": "999888777", "dang_dung": str(account.pk)}
    browser.post(HOME + "doi/", other)

    response = browser.post(HOME + "doi/", {**other, "number": "111222333"})

    assert response.status_code == 422
    assert "Người khác vừa đổi tài khoản" in response.content.decode()


def test_closing_asks_once_more(people):
    account = account_of(people.seller)
    browser = people.browser("binh")
    assert account.number in browser.get(HOME + "dung/").content.decode()

    page = browser.post(HOME + "dung/", {"dang_dung": account.pk}, follow=True).content.decode()

    assert "Chưa có tài khoản" in page
    assert account.number in page  # among those before


@pytest.mark.parametrize("who", ["guest", "an", "dung", "giang", "khanh", "chi"])
@pytest.mark.parametrize("page", ["", "doi/", "dung/"])
def test_nobody_else_sees_or_changes_it(people, who, page):
    account_of(people.seller)
    browser = people.browser(who)

    answers = {
        browser.get(HOME + page).status_code,
        browser.post(HOME + page, {**TYPED, "number": "666666666"}).status_code,
    }

    assert answers <= ({302} if who == "guest" else {404, 405})
    assert SellerAccount.objects.get().number == "0011012345678"


def test_the_home_asks_for_an_account_until_there_is_one(people):
    browser = people.browser("binh")
    assert "tài khoản nhận tiền chưa ghi" in browser.get("/ban-hang/htx-mau-a/").content.decode()

    account_of(people.seller)

    page = browser.get("/ban-hang/htx-mau-a/").content.decode()
    assert "tài khoản nhận tiền chưa ghi" not in page
