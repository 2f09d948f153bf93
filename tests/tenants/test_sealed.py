"""Whoever asks for what is another's is told that it is not there, and nothing is written."""

import re
from contextlib import contextmanager

import pytest
from django.db import connection
from django.urls import reverse

from .addresses import AREAS, EVERYBODY, SIGNPOSTS, WORDS, Address, addresses, for_whom
from .sides import SECRETS, Sides

pytestmark = pytest.mark.django_db
CLOSED = {302, 403, 404, 405}
# What a visit itself leaves behind, whoever visits.
OWN_TRACES = re.compile(
    r'(?:INTO|UPDATE|FROM) "(?:django_session|usersessions_|journal_rate|basket_|mfa_|django_cache)'
)
WRITES = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
# The person whom an address of side A surely opens to.
AT_HOME = ("binh", "giang", "an", "sau")
# Opened only by what the form or link brings with it, by an upload, or by another page before it.
NOT_BY_GET_ALONE = {"selling:admission_file", "desk:admission_paper", "orders:cancel"}
# The nearest strangers at each change; everybody before it lands.
NEAREST = ("chi", "giang_b", "guest")
WHO = [
    *NEAREST,
    *(pytest.param(who, marks=pytest.mark.slow) for who in sorted(EVERYBODY - {*NEAREST})),
]


@contextmanager
def writes():
    """The statements that write to anybody's rows meanwhile."""
    found = []

    def watch(execute, sql, params, many, context):
        if WRITES.match(sql) and not OWN_TRACES.search(sql):
            found.append(sql[:160])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


def value(side, address: Address, argument: str) -> object:
    """The argument that leads to what this side has, or one that leads nowhere."""
    space = address.name.partition(":")[0] + ":"
    for key in (f"{address.name} {argument}", f"{space} {argument}", argument):
        if key in side.values:
            return side.values[key]
    return 1


def path(side, address: Address, *, but=None) -> str:
    """The address on this side; every argument after the first on the side ``but``."""
    given = {
        argument: value(but if but and place else side, address, argument)
        for place, argument in enumerate(address.arguments)
    }
    return reverse(address.name, kwargs=given)


def private() -> list[Address]:
    """Addresses that are not for everybody, outside the areas that one door closes."""
    return [
        address
        for address in addresses()
        if for_whom(address) not in {None, EVERYBODY}
        and not address.route.startswith((*AREAS, *SIGNPOSTS))
    ]


def test_every_address_says_whom_it_is_for():
    unlisted = [f"{a.name} ({a.route})" for a in addresses() if for_whom(a) is None]

    assert not unlisted, "Say in tests/tenants/addresses.py whom these are for"


@pytest.mark.parametrize("who", WHO)
def test_nobody_gets_or_posts_what_is_not_theirs(who, subtests):
    sides = Sides()
    browser = sides.browser(who)
    for address in private():
        if who in for_whom(address):
            continue
        where = path(sides.a, address)
        for method in ("get", "post"):
            with subtests.test(f"{method} {where}"), writes() as written:
                response = getattr(browser, method)(where)

                assert response.status_code in CLOSED
                assert written == []
                assert not told(response)


def test_the_others_things_are_not_found_behind_the_own_door(subtests):
    """The counter of side A with the numbers of side B's things."""
    sides = Sides()
    browser = sides.browser("binh")
    tried = 0
    for address in private():
        things = [name for name in address.arguments[1:] if name not in WORDS]
        known = [name for name in things if value(sides.a, address, name) != 1]
        if "binh" not in for_whom(address) or not known:
            continue
        tried += 1
        where = path(sides.a, address, but=sides.b)
        for method in ("get", "post"):
            with subtests.test(f"{method} {where}"), writes() as written:
                response = getattr(browser, method)(where)

                assert response.status_code in {404, 405}
                assert written == []
    assert tried


@pytest.mark.parametrize("who", ["chi", "giang_b", "buyer_b"])
def test_lists_hold_nothing_of_the_other_side(who, subtests):
    sides = Sides()
    browser = sides.browser(who)
    for address in private():
        if who not in for_whom(address) or set(address.arguments) - WORDS:
            continue
        where = path(sides.b, address)
        with subtests.test(where):
            response = browser.get(where, follow=True)
            assert not told(response, "HTX Mẫu A", "htx-mau-a", sides.a.values["code"])


@pytest.mark.parametrize("who", AT_HOME)
def test_the_addresses_tried_are_real(who, subtests):
    """Else a wrong number would keep everybody out, and the tests above would prove nothing."""
    sides = Sides()
    browser = sides.browser(who)
    for address in private():
        if who not in for_whom(address) or address.name in NOT_BY_GET_ALONE:
            continue
        where = path(sides.a, address)
        with subtests.test(where):
            assert browser.get(where).status_code in {200, 302, 405}


@pytest.mark.parametrize("who", WHO)
def test_the_desks_of_the_site_open_to_none_but_their_staff(who, subtests):
    sides = Sides()
    browser = sides.browser(who)
    for address in addresses():
        area = next((area for area in AREAS if address.route.startswith(area)), None)
        if area is None or who in AREAS[area] or address.route.startswith(SIGNPOSTS):
            continue
        where = "/" + area + re.sub(r"<[^>]*>|\(.*?\)|[$?+\\]", "1", address.route[len(area) :])
        for method in ("get", "post"):
            with writes() as written:
                response = getattr(browser, method)(where)
            if response.status_code not in CLOSED or written or told(response):
                with subtests.test(f"{method} {where}"):
                    pytest.fail(f"{response.status_code} {written}")


def told(response, *more: str) -> list[str]:
    """Secrets of side A that the answer gives away."""
    body = b"".join(response) if response.streaming else response.content
    text = body.decode(errors="replace")
    return [secret for secret in (*SECRETS, *more) if secret in text]
