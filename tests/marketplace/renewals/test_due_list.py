"""The due list at the desk: by step, by place, to take away."""

import csv
import io
from datetime import timedelta

import pytest

from catalog.lib import clock
from catalog.reminders.services import send_due
from tests.cast import Cast
from tests.factories.register import CertificateFactory, ProductFactory

pytestmark = pytest.mark.django_db
PAGE = "/can-bo/sap-het-han/"


@pytest.fixture
def people():
    people = Cast()
    for days, name, producer in (
        (20, "Chè gần", people.producer_a),
        (140, "Chè xa", people.producer_a),
        (400, "Chè lâu", people.producer_a),
        (20, "Cá nơi khác", people.producer_b),
    ):
        CertificateFactory(
            product=ProductFactory(producer=producer, name=name),
            expires_on=clock.today() + timedelta(days=days),
        )
    return people


def test_each_step_shows_what_ends_within_it(people):
    browser = people.browser("giang")

    near, far = (browser.get(f"{PAGE}?con={n}").content.decode() for n in (30, 150))

    assert ("Chè gần" in near, "Chè xa" in near) == (True, False)
    assert "Chè xa" in far
    assert "đang trong hạn nộp" in far
    assert "Chè lâu" not in browser.get(PAGE).content.decode()


@pytest.mark.parametrize("who", ["dung", "giang"])
def test_another_place_is_not_shown(people, who):
    browser = people.browser(who)

    assert "Cá nơi khác" not in browser.get(PAGE).content.decode()
    assert "Cá nơi khác" not in browser.get(f"{PAGE}tai-ve.csv").content.decode()


def test_it_says_which_reminders_were_sent(people):
    send_due()

    content = people.browser("giang").get(f"{PAGE}tai-ve.csv?con=150").content.decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(content)))
    assert [(row[0], row[6], row[7]) for row in rows[1:]] == [
        ("Chè gần", "20", "30"),
        ("Chè xa", "140", "150"),
    ]


def test_nobody_else_sees_it(people):
    for who, status in (("an", 403), ("binh", 403), ("guest", 302)):
        assert people.browser(who).get(PAGE).status_code == status
    assert people.browser("giang").get(f"{PAGE}tai-ve.exe").status_code == 404


def test_the_home_counts_what_ends_soon(people):
    page = people.browser("giang").get("/can-bo/").content.decode()

    assert "công nhận hết hiệu lực trong 30 ngày" in page
    assert "2 trong 210 ngày" in page


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_no_more_for_more(people, count, django_assert_max_num_queries):
    for _ in range(count):
        CertificateFactory(
            product=ProductFactory(producer=people.producer_a),
            expires_on=clock.today() + timedelta(days=20),
        )
    browser = people.browser("giang")
    browser.get(PAGE)

    with django_assert_max_num_queries(24):
        browser.get(PAGE)
