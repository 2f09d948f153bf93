"""How people write a place, taken apart: no database here.

``"xã Phú Cần (huyện Tiểu Cần cũ)"`` is a commune of the three-level days; ``"P. Phan Thiết"``
is one of today. Kind words are read with and without marks.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from catalog.lib.vietnamese import fold, tidy

# Longest first, so that "thi tran" is tried before "tt".
PROVINCE_KINDS = ("thanh pho", "tinh", "tp")
COMMUNE_KINDS = {
    "thi tran": "thị trấn",
    "dac khu": "đặc khu",
    "phuong": "phường",
    "xa": "xã",
    "tt": "thị trấn",
    "p": "phường",
    "x": "xã",
}
DISTRICT_KINDS = ("thanh pho", "thi xa", "huyen", "quan", "tp", "tx", "h", "q")
ABBREVIATIONS = {
    "hn": ("ha noi",),
    "hcm": ("ho chi minh",),
    "hcmc": ("ho chi minh",),
    "tphcm": ("ho chi minh",),
    "sg": ("ho chi minh",),
    "sai gon": ("ho chi minh",),
    "dn": ("da nang", "dong nai"),
    "hp": ("hai phong",),
    "ct": ("can tho",),
    "thua thien hue": ("hue",),
    "tt hue": ("hue",),
}
_SIGNS = re.compile(r"[^a-z0-9]+")
# Without its mark the word counts only before a closing bracket: "An Cư" is a name of today.
_OLD = re.compile(r"\bcũ\b|\bcu(?=\s*\))", re.IGNORECASE)
_BETWEEN = re.compile(r"[(),;]")


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """The parts of a written place, as written; what was not said is empty."""

    commune: str = ""
    district: str = ""
    province: str = ""
    says_old: bool = False


def bare(text: str) -> str:
    """Folded, with a blank for every sign: ``"TP. Hồ Chí Minh"`` is ``"tp ho chi minh"``."""
    return _SIGNS.sub(" ", fold(text)).strip()


def without_kind(text: str, kinds: Iterable[str]) -> tuple[str, str]:
    """The kind word that begins a bare text, and the name behind it."""
    for kind in kinds:
        if text.startswith(f"{kind} "):
            return kind, text[len(kind) + 1 :]
    return "", text


def province_keys(text: str) -> set[str]:
    """Bare names that a written province may stand for."""
    name = bare(text)
    _, short = without_kind(name, PROVINCE_KINDS)
    keys = {name, short}
    return keys.union(*(ABBREVIATIONS.get(key, ()) for key in keys)) - {""}


def district_keys(text: str) -> set[str]:
    """Bare names that a written district may stand for."""
    name = bare(text)
    return {name, without_kind(name, DISTRICT_KINDS)[1]} - {""}


def commune_keys(text: str) -> tuple[str, set[str]]:
    """The kind that was written (``"xã"``, or empty) and the bare names it may stand for.

    The whole text is one of them, for names that begin like a kind: ``Xà Phiên``.
    """
    name = bare(text)
    kind, short = without_kind(name, COMMUNE_KINDS)
    return COMMUNE_KINDS.get(kind, ""), {name, short} - {""}


def read_place(text: str, *, is_province: Callable[[str], bool]) -> WrittenPlace:
    """Take a written place apart at its commas and brackets, smallest unit first.

    A district between commune and province, or the word ``cũ``, means the units of before
    1/7/2025.
    """
    tidied = tidy(text)
    says_old = bool(_OLD.search(tidied))
    pieces = [p for p in map(tidy, _BETWEEN.split(_OLD.sub("", tidied))) if p]
    named = [n for n, piece in enumerate(pieces) if commune_keys(piece)[0]]
    pieces = pieces[named[0] :] if named else pieces
    if not pieces:
        return WrittenPlace(says_old=says_old)
    commune, *above = pieces
    province = above.pop() if len(above) > 1 or (above and is_province(above[-1])) else ""
    district = above[0] if above else ""
    return WrittenPlace(commune, district, province, says_old=says_old or bool(district))
