"""Vietnamese letters: one normal form, one fold, one slug and one sort order for all.

``đ`` does not decompose under NFD and ASCII-ignore drops it, so it is mapped by hand.
"""

import re
import unicodedata

_D = str.maketrans({"đ": "d", "Đ": "D"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SPACES = re.compile(r"\s+")
# Control and invisible signs that copying brings along; bidi overrides can disguise a name.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)

# CLDR vi: base letters differ first, tones second, case third.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; no mark comes before
# Kinds of signs in the order they sort: blanks and punctuation, digits, our letters, others.
_SIGN, _DIGIT, _LETTER, _FOREIGN = range(4)


def nfc(text: str) -> str:
    """The text in the stored normal form; phones and Macs send NFD."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """NFC, invisible signs dropped, runs of white space made one space, the ends trimmed."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", nfc(text))).strip()


def fold(text: str) -> str:
    """Lower case without marks: ``"Cà phê Đà Lạt"`` becomes ``"ca phe da lat"``."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _SPACES.sub(" ", bare.translate(_D).lower()).strip()


def spelling(text: str) -> str:
    """Lower case with each word's tone moved to its end, so ``Hoà`` equals ``Hòa``."""
    words = unicodedata.normalize("NFD", tidy(text).lower()).split()
    return " ".join(
        unicodedata.normalize("NFC", "".join(c for c in word if c not in _TONES))
        + "".join(c for c in word if c in _TONES)
        for word in words
    )


def has_marks(text: str) -> bool:
    """Whether the writer used Vietnamese letters, so that a missing mark means something."""
    return fold(text) != _SPACES.sub(" ", text.lower()).strip()


def slug(text: str, allow_unicode: bool = False) -> str:  # noqa: ARG001, FBT001, FBT002
    """An address part in ASCII: ``"Đường phên"`` becomes ``"duong-phen"``.

    Oscar calls it with ``allow_unicode``; the answer is ASCII all the same.
    """
    return _NOT_WORD.sub("-", fold(text)).strip("-")


def sort_key(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]:
    """Key of the Vietnamese order; plain ``sorted`` puts ``Zô`` before ``Ân``."""
    pairs = [_base_and_tone(char) for char in nfc(text).lower()]
    letters = tuple(_rank(base) for base, _ in pairs)
    tones = tuple(tone for _, tone in pairs)
    return letters, tones, nfc(text).swapcase()  # lower case before upper


def _base_and_tone(char: str) -> tuple[str, int]:
    """``ậ`` as ``â`` and the rank of its tone."""
    parts = unicodedata.normalize("NFD", char)
    tone = max(_TONES.find(part) for part in parts) + 1
    return unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES)), tone


def _rank(base: str) -> tuple[int, int]:
    if base in _LETTER_RANK:
        return _LETTER, _LETTER_RANK[base]
    if base.isdecimal():
        return _DIGIT, int(base)
    if base.isalpha():
        return _FOREIGN, ord(base[0])
    return _SIGN, ord(base[0]) if base else 0
