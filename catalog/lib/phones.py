"""Vietnamese telephone numbers: read in any spelling, stored in one, shown in one."""

import re

_NOT_DIGIT = re.compile(r"[\s.\-()]+")
_MOBILE = re.compile(r"0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}")
_LAND_LINE = re.compile(r"02\d{8,9}")


class NotAPhone(ValueError):
    """The text is no Vietnamese mobile or land line number."""


def normal(text: str) -> str:
    """The national form ``0912345678`` of ``+84 912 345 678``, ``0912.345.678`` and the like.

    Raises NotAPhone when the text is no Vietnamese number.
    """
    digits = _NOT_DIGIT.sub("", text)
    for prefix in ("+84", "0084", "84"):
        if digits.startswith(prefix) and len(digits) - len(prefix) in {9, 10}:
            rest = digits[len(prefix) :]
            digits = rest if rest.startswith("0") else "0" + rest
            break
    if not digits.isascii() or not (_MOBILE.fullmatch(digits) or _LAND_LINE.fullmatch(digits)):
        raise NotAPhone(text)
    return digits


def shown(number: str) -> str:
    """``0912345678`` as ``0912 345 678``."""
    return f"{number[:4]} {number[4:7]} {number[7:]}" if len(number) >= 10 else number
