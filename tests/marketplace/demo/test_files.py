"""The demo's files: what is real is as published, what is sample belongs to nobody."""

import csv
import hashlib
import re
from collections import Counter

import phonenumbers
import pytest

from catalog.lib import phones
from catalog.lib.vietnamese import nfc, slug
from catalog.places import data_files
from catalog.register.enums import AuthorityLevel, ProducerKind
from marketplace.demo import rows
from marketplace.demo.people import PEOPLE
from marketplace.demo.real import is_verified
from marketplace.demo.recognitions import State

MST_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
REAL_LIST_SHA256 = "0ece2fa6dcaad9de031a083ab65e80384c4284affb29a859c5bf3ef847c22b3c"


def test_the_real_list_is_the_published_one():
    assert hashlib.sha256((rows.FOLDER / "real_products.csv").read_bytes()).hexdigest() == (
        REAL_LIST_SHA256
    )
    assert len(rows.real_products()) == 61


def test_twenty_two_real_products_carry_stars_a_decision_and_both_days():
    verified = [row for row in rows.real_products() if is_verified(row)]

    assert len(verified) == 22
    assert all(int(row.stars) >= 3 for row in verified)
    assert "426/QĐ-UBND" not in {row.decision_no for row in verified}  # its end is not published


def test_there_are_enough_sample_producers_of_every_kind_in_twelve_provinces():
    producers = rows.sample_producers()

    assert len(producers) >= 64
    assert {row.kind for row in producers} == set(ProducerKind.values)
    assert len({row.province for row in producers}) == 12
    assert all("Mẫu" in row.name for row in producers)
    assert len({slug(row.name) for row in producers}) == len(producers)


def test_sample_communes_are_real_and_lie_in_their_province():
    province_of = {row.code: row.province_code for row in data_files.communes(data_files.FOLDER)}

    assert all(province_of[row.commune] == row.province for row in rows.sample_producers())


def test_every_set_has_at_least_four_sample_products():
    per_set = Counter(row.set_no for row in rows.sample_products())

    assert sum(per_set.values()) >= 210
    assert sorted(per_set) == list(range(1, 27))
    assert min(per_set.values()) >= 4


def test_every_state_and_star_has_its_sample():
    products = rows.sample_products()

    assert {row.state for row in products} == {state.value for state in State}
    assert {row.star for row in products if row.state == State.VALID} == {3, 4, 5}
    assert {row.set_no for row in products if row.set_no in {14, 15}} == {14, 15}


def test_sample_phones_lie_in_a_range_that_is_not_given_out():
    numbers = [row.phone for row in rows.sample_producers()]
    numbers += [person.phone for person in PEOPLE if person.phone]

    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        assert phones.normal(number) == number
        assert not phonenumbers.is_valid_number(phonenumbers.parse(number, "VN")), number


def test_sample_tax_numbers_are_of_the_kind_that_is_never_issued():
    numbers = [row.tax_no for row in rows.sample_producers() if row.tax_no]

    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        total = sum(int(d) * w for d, w in zip(number[:9], MST_WEIGHTS, strict=True))
        assert re.fullmatch(r"\d{10}", number)
        assert total % 11 == 0  # the check digit would be 10


def test_sample_gtins_carry_the_demonstration_prefix_and_a_right_check_digit():
    gtins = [row.gtin for row in rows.sample_products() if row.gtin]

    assert len(set(gtins)) == len(gtins)
    for gtin in gtins:
        total = sum(int(d) * (3 if place % 2 else 1) for place, d in enumerate(gtin[:12]))
        assert re.fullmatch(r"952\d{10}", gtin)
        assert (total + int(gtin[12])) % 10 == 0


def test_sample_letters_go_nowhere():
    assert all(row.email.endswith(".example") for row in rows.sample_producers())
    assert all(person.email.endswith(".example") for person in PEOPLE)


def test_sample_decisions_and_authorities_say_that_they_are_samples():
    for row in rows.sample_products():
        if row.state == State.UNVERIFIED:
            assert not row.decision_no
            continue
        assert re.fullmatch(r"\d+/(QĐ|TB)-MẪU", row.decision_no)
        assert row.authority.endswith("(mẫu)")
        assert (row.authority_level == AuthorityLevel.MINISTRY) == (row.star == 5)


def test_products_are_told_in_both_languages():
    for row in rows.sample_products():
        assert row.summary
        assert row.summary_en
        assert row.name_en
        assert bool(row.story) == bool(row.story_en)
        assert len(row.summary) <= 300


def test_a_good_part_of_the_products_has_a_story():
    products = rows.sample_products()

    assert sum(bool(row.story) for row in products) >= len(products) // 3


def test_names_are_no_ones_twice():
    slugs = [row.slug for row in rows.sample_products()]
    slugs += [slug(row.name) for row in rows.real_products()]

    assert len(set(slugs)) == len(slugs)


def test_every_sample_product_and_every_verified_real_one_has_packs():
    offered = set(rows.packs())
    wanted = {row.slug for row in rows.sample_products()}
    wanted |= {slug(row.name) for row in rows.real_products() if is_verified(row)}

    assert offered == wanted


def test_packs_cost_whole_thousands_and_weigh_more_than_they_hold():
    for packs in rows.packs().values():
        assert 1 <= len(packs) <= 3
        assert len({pack.pack for pack in packs}) == len(packs)
        for pack in packs:
            assert pack.price > 0
            assert pack.price % 1000 == 0
            assert pack.stock > 0
            if pack.net_unit == "g":
                assert pack.weight_grams > pack.net_amount


@pytest.mark.parametrize("name", ["sample_producers", "sample_products", "sample_packs"])
def test_files_are_in_the_stored_normal_form(name):
    text = (rows.FOLDER / f"{name}.csv").read_text(encoding="utf-8")

    assert text == nfc(text)
    assert len({len(row) for row in csv.reader(text.splitlines())}) == 1
