"""Telephone numbers, money, codes and tax numbers."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from catalog.lib import codes, money, phones, tax_numbers

VECTORS = Path(__file__).parents[2] / "data" / "mst_vectors.csv"


@pytest.mark.parametrize(
    "spelling",
    [
        "0912345678",
        "+84 912 345 678",
        "0084912345678",
        "84-912-345-678",
        "0912.345.678",
        "(091) 234 5678",
        "+84 (0) 912 345 678",
        "\u202a0912\u00a0345\u00a0678\u202c",
    ],
)
def test_a_mobile_number_is_read_in_any_spelling(spelling):
    assert phones.normal(spelling) == "0912345678"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "091234567",
        "09123456789",
        "0112345678",
        "+1 912 345 678",
        "٠٩١٢٣٤٥٦٧٨",
        "0512345678",
    ],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(phones.NotAPhone):
        phones.normal(text)


def test_land_lines_are_read_too():
    assert phones.normal("+84 28 3812 3456") == "02838123456"
    assert phones.normal("0259 3 822 555") == "02593822555"


def test_numbers_are_shown_in_groups():
    assert phones.shown("0912345678") == "0912 345 678"
    assert phones.shown("") == ""


def test_money_is_shown_in_whole_dong():
    assert money.dong(1_234_000) == "1.234.000\u00a0₫"
    assert money.dong(Decimal("125000.50")) == "125.001\u00a0₫"
    assert money.dong(0) == "0\u00a0₫"
    assert money.whole(Decimal("2.5")) == Decimal(3)


def test_codes_have_no_sign_that_looks_like_another():
    drawn = {sign for _ in range(500) for sign in codes.random_code(10)}

    assert drawn == set(codes.ALPHABET)
    assert not drawn & set("0O1ILU")


def test_a_typed_code_is_read_as_it_was_shown():
    code = codes.random_code(10)

    assert codes.typed(f" {codes.grouped(code).lower()} ") == code


def _vectors():
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return [(row["mst"], row["valid"] == "1") for row in csv.DictReader(file)]


@pytest.mark.parametrize(("number", "is_right"), _vectors())
def test_tax_numbers_of_the_list_are_judged_as_it_says(number, is_right):
    assert (tax_numbers.doubt(number) == "") is is_right


def test_tax_numbers_are_stored_in_one_form():
    assert tax_numbers.normal(" 0100109106001 ") == "0100109106-001"
    assert tax_numbers.normal("0100 109 106") == "0100109106"
    assert tax_numbers.normal("khong co") == "khongco"


def test_a_doubt_is_words_for_the_owner_and_tells_the_cure():
    assert "Bạn xem lại" in tax_numbers.doubt("0100233487")
    assert "10 số" in tax_numbers.doubt("12345")
    assert tax_numbers.doubt("000000000000")
