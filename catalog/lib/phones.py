"""Vietnamese telephone numbers: read in any spelling, stored in one, shown in one."""

import re

# Blanks, dots, brackets, dashes of every kind, and the invisible signs of copied contacts.
_NOISE = re.compile(r"[\s./()\-\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_MOBILE = re.compile(r"0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}")
_LAND_LINE = re.compile(r"02\d{8,9}")
_NATIONAL_LENGTHS = {9, 10, 11}  # digits behind the country code, with or without the 0


class NotAPhone(ValueError):
    """The text is no Vietnamese mobile or land line number."""


def normal(text: str) -> str:
    """The national form ``0912345678`` of ``+84 912 345 678``, ``0912.345.678`` and the like.

    Raises NotAPhone when the text is no Vietnamese number.
    """
    digits = _NOISE.sub("", text)
    for prefix in ("+84", "0084", "84"):
        if digits.startswith(prefix) and len(digits) - len(prefix) in _NATIONAL_LENGTHS:
            rest = digits[len(prefix) :]
            digits = rest if rest.startswith("0") else "0" + rest
            break
    if not digits.isascii() or not (_MOBILE.fullmatch(digits) or _LAND_LINE.fullmatch(digits)):
        raise NotAPhone(text)
    return digits


def shown(number: str) -> str:
    """``0912345678`` as ``0912 345 678``; what is no stored number stays as it is."""
    return f"{number[:4]} {number[4:7]} {number[7:]}" if len(number) in {10, 11} else number
