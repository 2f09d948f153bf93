"""Tax numbers (mã số thuế): doubts to show beside the field, never a reason to refuse.

Sources disagree about old and household numbers, so an officer decides; see ``doubt``.
"""

import re

from django.utils.translation import gettext_lazy as _

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_NOISE = re.compile(r"[\s.]+")
_COMPANY = re.compile(r"(\d{10})(?:-?(\d{3}))?", re.ASCII)
_PERSON = re.compile(r"\d{12}", re.ASCII)

LENGTH_DOUBT = _(
    "Mã số thuế thường có 10 số, 10 số kèm 3 số chi nhánh, hoặc 12 số của chủ hộ."
    " Bạn xem lại trên giấy đăng ký."
)
CHECK_DIGIT_DOUBT = _(
    "Số cuối của mã số thuế không khớp với các số trước. Bạn xem lại trên giấy đăng ký."
)


def normal(text: str) -> str:
    """The stored form: no blanks or dots, a dash before the three digits of a branch."""
    bare = _NOISE.sub("", text)
    match = _COMPANY.fullmatch(bare)
    if match is None:
        return bare
    return "-".join(part for part in match.groups() if part)


def doubt(text: str) -> str:
    """What looks wrong about the number, in words for its owner; empty when nothing does.

    Ten digits carry a check digit: weights 31 29 23 19 17 13 7 5 3, check = 10 - sum mod 11,
    and a check of 10 is never issued. Households use the owner's personal number: 12 digits,
    no check digit.
    """
    bare = normal(text)
    if _PERSON.fullmatch(bare):
        return "" if bare.strip("0") else str(CHECK_DIGIT_DOUBT)
    match = _COMPANY.fullmatch(bare)
    if match is None:
        return str(LENGTH_DOUBT)
    digits = [int(sign) for sign in match[1]]
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return "" if 10 - total % 11 == digits[9] else str(CHECK_DIGIT_DOUBT)
