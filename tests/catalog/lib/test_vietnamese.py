"""Vietnamese letters: fold, slug, spelling, order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.lib import vietnamese

LETTERS = st.text(alphabet="aăâáàảãạấềộớựđĐeêioôơuưyÝ bcdz019-'", max_size=20)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Cà phê Đà Lạt", "ca phe da lat"),
        ("ĐẶC SẢN", "dac san"),
        ("Đường hoa dừa Đắk Lắk", "duong hoa dua dak lak"),
        ("  Nước   mắm ", "nuoc mam"),
        (unicodedata.normalize("NFD", "Rượu ngô Đại Hoàng"), "ruou ngo dai hoang"),
    ],
)
def test_fold_drops_marks_and_case(text, folded):
    assert vietnamese.fold(text) == folded


@given(LETTERS)
def test_fold_is_the_same_for_both_normal_forms_and_for_itself(text):
    decomposed = unicodedata.normalize("NFD", text)

    assert vietnamese.fold(text) == vietnamese.fold(decomposed)
    assert vietnamese.fold(vietnamese.fold(text)) == vietnamese.fold(text)


def test_slug_keeps_the_letter_d_with_stroke():
    assert vietnamese.slug("Đường phên Đắk Lắk") == "duong-phen-dak-lak"
    assert vietnamese.slug("Mật ong (500 g) – loại 1") == "mat-ong-500-g-loai-1"
    assert vietnamese.slug("Đà Lạt", allow_unicode=True) == "da-lat"


def test_tidy_stores_nfc_without_invisible_signs():
    pasted = "\ufeff" + unicodedata.normalize("NFD", "Hợp tác xã") + " \u200b\n Mẫu\u202e\x00 "

    assert vietnamese.tidy(pasted) == unicodedata.normalize("NFC", "Hợp tác xã Mẫu")


def test_spelling_does_not_care_where_the_tone_stands():
    assert vietnamese.spelling("Thanh Hoá") == vietnamese.spelling("thanh hóa")
    assert vietnamese.spelling("Phú Thủy") == vietnamese.spelling("Phú Thuỷ")
    assert vietnamese.spelling("Tân Thành") != vietnamese.spelling("Tân Thạnh")
    assert vietnamese.spelling("Ba Tơ") != vietnamese.spelling("Ba Tô")


def test_marks_are_noticed_in_either_normal_form():
    assert vietnamese.has_marks("Đông")
    assert vietnamese.has_marks(unicodedata.normalize("NFD", "xã"))
    assert not vietnamese.has_marks("Thanh  An")


def test_order_is_that_of_the_vietnamese_alphabet():
    ordered = ["An", "Ăn", "Ân", "Da", "Đa", "Em", "Êm", "On", "Ôn", "Ơn", "Un", "Ưn", "Zô"]
    jumbled = ordered[::-1]

    assert sorted(jumbled, key=vietnamese.sort_key) == ordered


def test_tones_come_after_letters_and_case_comes_last():
    tones = ["ma", "mà", "mả", "mã", "má", "mạ", "mà cả"]
    jumbled = tones[::-1]

    assert sorted(jumbled, key=vietnamese.sort_key) == tones
    assert sorted(["mạ", "man", "ma"], key=vietnamese.sort_key) == ["ma", "mạ", "man"]
    assert sorted(["Ma", "ma"], key=vietnamese.sort_key) == ["ma", "Ma"]


def test_blanks_and_digits_sort_before_letters():
    names = ["Bảo Lâm 1", "Bảo Lâm 2", "Bảo Lâm A", "Bảo Lâm Đ", "Bảo Lâmm"]
    jumbled = names[::-1]

    assert sorted(jumbled, key=vietnamese.sort_key) == names


def test_order_does_not_depend_on_the_normal_form():
    name = "Ấm Thượng"

    assert vietnamese.sort_key(name) == vietnamese.sort_key(unicodedata.normalize("NFD", name))


@given(st.text(max_size=30))
def test_every_text_has_a_key(text):
    assert vietnamese.sort_key(text) <= vietnamese.sort_key(text + "z")
