"""The text of a bank-transfer code, to the letter."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.lib.vietqr import NotPayable, crc16, payload, plain_purpose

with (Path(__file__).parent / "data" / "vietqr_vectors.csv").open(encoding="utf-8") as lines:
    VECTORS = list(csv.DictReader(lines))
ACCOUNT = {"bank_bin": "970403", "account": "0011012345678"}


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: row["kind"])
def test_published_codes_come_out_to_the_letter(row):
    written = payload(
        bank_bin=row["bank_bin"],
        account=row["account_or_card"],
        service=row["service_code"],
        amount=int(row["amount"]) if row["amount"] else None,
        bill=row["bill_number"],
        purpose=row["purpose"],
    )

    assert written == row["payload"]


def test_the_checksum_is_the_standards_own():
    assert crc16(b"123456789") == 0x29B1


@pytest.mark.parametrize("amount", [0, -1, Decimal("1.5"), 10**13])
def test_an_amount_that_is_no_price_is_refused(amount):
    with pytest.raises(NotPayable) as refused:
        payload(**ACCOUNT, amount=amount)

    assert refused.value.part == "amount"


@pytest.mark.parametrize("amount", [Decimal("180000.00"), Decimal("1.8E+5")])
def test_whole_dong_are_whole_however_they_are_written(amount):
    assert "5406180000" in payload(**ACCOUNT, amount=amount)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("bank_bin", "97040"),
        ("account", "001101 2345"),
        ("account", ""),
        ("bill", "x" * 26),
        ("purpose", "Trả tiền"),
        ("service", "QRPUSH"),
    ],
)
def test_a_part_that_cannot_be_written_is_named(part, value):
    with pytest.raises(NotPayable) as refused:
        payload(**{**ACCOUNT, part: value})

    assert refused.value.part == part


def test_a_purpose_loses_its_marks_and_keeps_its_words():
    assert plain_purpose("Đơn 7KQ4-M2ZP-9X, chè «Shan»") == "DON 7KQ4-M2ZP-9X, CHE SHA"


@given(st.text(max_size=60))
def test_any_purpose_can_be_written(text):
    written = payload(**ACCOUNT, amount=1000, purpose=plain_purpose(text))

    assert written.isascii()
    assert crc16(written[:-4].encode()) == int(written[-4:], 16)
