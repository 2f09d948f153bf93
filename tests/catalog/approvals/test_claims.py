"""The word list: whole words in any spelling, dated, with the sentences that the law demands."""

import datetime as dt

import pytest

from catalog.approvals.models import ClaimWord
from catalog.approvals.rules import claims_in
from catalog.approvals.selectors import claims_on

LIST = ["chữa khỏi", "điều trị bệnh", "thuốc", "hoà tan mỡ"]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Chữa khỏi ho, là thuốc quý.", ["chữa khỏi", "thuốc"]),
        ("CHỮA\n KHỎI", ["chữa khỏi"]),
        ("hỗ trợ điều  trị bệnh.", ["điều trị bệnh"]),
        ("hòa tan mỡ", ["hoà tan mỡ"]),
        ("Thuộc xã Mẫu, thuốcnam", []),
        ("chua khoi", []),
        ("", []),
    ],
)
def test_whole_words_are_found_in_any_spelling(text, phrases):
    assert [claim.phrase for claim in claims_in({"story": text}, forbidden=LIST)] == phrases


def test_a_decomposed_text_from_a_phone_is_read_as_well():
    import unicodedata

    text = unicodedata.normalize("NFD", "chữa khỏi")

    assert len(claims_in({"story": text}, forbidden=LIST)) == 1


def test_the_sentence_that_the_law_demands_is_no_claim():
    text = "Sản phẩm này không phải là thuốc. Nhưng đây là thuốc."

    (claim,) = claims_in({"story": text}, forbidden=LIST, allowed=["không phải là thuốc"])

    assert claim.around == "thuốc Nhưng đây là thuốc"


@pytest.mark.django_db
def test_a_word_counts_from_its_day_to_its_day():
    ClaimWord.objects.all().delete()
    ClaimWord.objects.create(
        phrase="đại bổ",
        effective_from=dt.date(2026, 6, 1),
        effective_to=dt.date(2026, 6, 30),
    )

    found = [
        len(claims_on({"name": "Sâm đại bổ"}, dt.date(2026, month, day)))
        for month, day in ((5, 31), (6, 1), (6, 30), (7, 1))
    ]

    assert found == [0, 1, 1, 0]


@pytest.mark.django_db
def test_the_list_is_there_from_the_first_day():
    assert [c.phrase for c in claims_on({"story": "chữa khỏi"}, dt.date(2026, 11, 24))] == [
        "chữa khỏi"
    ]
