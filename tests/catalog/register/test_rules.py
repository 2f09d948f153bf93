"""The gate, by date."""

import datetime as dt

import pytest

from catalog.register import rules

DAY = dt.date(2026, 11, 24)
ONE = dt.timedelta(days=1)


def recognition(**changes):
    given = {"star": 4, "issued_on": dt.date(2025, 1, 1), "expires_on": DAY}
    return rules.Recognition(**(given | changes))


def test_gate_is_open_on_the_last_valid_day_and_closed_on_the_next():
    held = [recognition()]

    assert rules.may_be_sold(held, DAY)
    assert not rules.may_be_sold(held, DAY + ONE)


def test_gate_opens_on_the_day_of_the_decision():
    held = [recognition(issued_on=DAY, expires_on=DAY + ONE)]

    assert not rules.may_be_sold(held, DAY - ONE)
    assert rules.may_be_sold(held, DAY)


@pytest.mark.parametrize(("star", "is_open"), [(1, False), (2, False), (3, True), (5, True)])
def test_gate_asks_for_three_stars(star, is_open):
    assert rules.may_be_sold([recognition(star=star)], DAY) is is_open


def test_an_extension_keeps_the_gate_open_to_its_last_day():
    held = [recognition(extended_until=DAY + 9 * ONE)]

    assert rules.may_be_sold(held, DAY + 9 * ONE)
    assert not rules.may_be_sold(held, DAY + 10 * ONE)


def test_revocation_closes_the_gate_from_its_own_day():
    held = [recognition(revoked_on=DAY, extended_until=DAY + 9 * ONE)]

    assert rules.may_be_sold(held, DAY - ONE)
    assert not rules.may_be_sold(held, DAY)


def test_an_earlier_decision_is_never_fallen_back_to():
    held = [
        recognition(star=5, expires_on=DAY + 300 * ONE),
        recognition(star=2, issued_on=DAY, expires_on=DAY + 300 * ONE, serial=2),
    ]

    assert rules.may_be_sold(held, DAY - ONE)
    assert not rules.may_be_sold(held, DAY)


def test_without_any_recognition_the_gate_is_closed():
    assert not rules.may_be_sold([], DAY)
    assert rules.sale_windows([]) == []


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, "valid"),
        ({"expires_on": DAY - ONE}, "expired"),
        ({"expires_on": DAY - ONE, "extended_until": DAY}, "extended"),
        ({"extended_until": DAY + ONE}, "valid"),
        ({"revoked_on": DAY}, "revoked"),
        ({"revoked_on": DAY + ONE}, "valid"),
        ({"replaced_on": DAY}, "replaced"),
        ({"star": 2}, "below"),
        ({"star": 2, "expires_on": DAY - ONE}, "expired"),
        ({"issued_on": DAY + ONE, "expires_on": DAY + 2 * ONE}, "unverified"),
    ],
)
def test_a_recognition_is_summed_up_in_one_word(changes, word):
    assert rules.state(recognition(**changes), DAY) == word


def test_no_recognition_is_unverified():
    assert rules.state(None, DAY) == "unverified"


@pytest.mark.parametrize(
    ("issued_on", "expires_on"),
    [
        (dt.date(2026, 8, 5), dt.date(2029, 8, 5)),
        (dt.date(2024, 2, 29), dt.date(2027, 2, 28)),
        (dt.date(2025, 12, 31), dt.date(2028, 12, 31)),
    ],
)
def test_a_recognition_usually_lasts_36_months(issued_on, expires_on):
    assert rules.usual_expiry(issued_on) == expires_on


@pytest.mark.parametrize(
    ("level", "star", "issued_on", "lawful"),
    [
        ("ministry", 5, DAY, True),
        ("ministry", 4, DAY, False),
        ("province", 4, DAY, True),
        ("province", 3, DAY, True),
        ("province", 5, DAY, False),
        ("district", 3, dt.date(2025, 6, 30), True),
        ("district", 3, dt.date(2025, 7, 1), False),
        ("district", 4, dt.date(2025, 6, 30), False),
    ],
)
def test_each_level_has_its_stars(level, star, issued_on, lawful):
    assert rules.may_grant(level, star, issued_on) is lawful


def test_alcohol_is_sets_14_and_15():
    assert [n for n in range(1, 27) if rules.is_alcohol(n)] == [14, 15]
