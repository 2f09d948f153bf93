"""What an account number and its holder look like. No clock, no database."""

import re

from catalog.lib.vietnamese import fold

from .errors import BadAccount

MOST_HOLDER = 70
_NUMBER = re.compile(r"[0-9A-Z]{6,19}")
_HOLDER = re.compile(r"[A-Z0-9][A-Z0-9 .,&()/-]*")
_BLANKS = re.compile(r"[\s.\-\u200b-\u200f\u2060\ufeff]+")


def account_number(typed: str) -> str:
    """The number as banks write it, without blanks, dots or dashes; raises BadAccount."""
    number = _BLANKS.sub("", typed).upper()
    if not number.isascii() or not _NUMBER.fullmatch(number):
        part = "number"
        raise BadAccount(part)
    return number


def holder_name(typed: str) -> str:
    """The holder as banks write them: ASCII capitals, no marks; raises BadAccount."""
    name = " ".join(fold(typed).upper().split())
    if len(name) > MOST_HOLDER or not _HOLDER.fullmatch(name):
        part = "holder"
        raise BadAccount(part)
    return name
