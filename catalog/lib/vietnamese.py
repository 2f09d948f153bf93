"""Vietnamese letters: one normal form, one fold, one slug and one sort order for all.

``đ`` does not decompose under NFD and ASCII-ignore drops it, so it is mapped by hand.
"""

import re
import unicodedata

_D = str.maketrans({"đ": "d", "Đ": "D"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SPACES = re.compile(r"\s+")

# Vietnamese alphabetical order: base letters first, tones second, case third (CLDR vi).
_ALPHABET = {
    letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=10)
}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn: part of the base letter


def nfc(text: str) -> str:
    """The text in the stored normal form; phones and Macs send NFD."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """NFC with runs of white space made one space and the ends trimmed."""
    return _SPACES.sub(" ", nfc(text)).strip()


def fold(text: str) -> str:
    """Lower case without marks: ``"Cà phê Đà Lạt"`` becomes ``"ca phe da lat"``."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _SPACES.sub(" ", bare.translate(_D).lower()).strip()


def slug(text: str, allow_unicode: bool = False) -> str:  # noqa: ARG001, FBT001, FBT002
    """An address part in ASCII: ``"Đường phên"`` becomes ``"duong-phen"``.

    Oscar calls it with ``allow_unicode``; the answer is ASCII all the same.
    """
    return _NOT_WORD.sub("-", fold(text)).strip("-")


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Key of the Vietnamese order; plain ``sorted`` puts ``Zô`` before ``Ân``."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text.lower()):
        base, tone = "", 0
        for part in unicodedata.normalize("NFD", char):
            if part in _TONES:
                tone = _TONES[part]
            elif part in _SHAPES or not unicodedata.combining(part):
                base += part
        base = unicodedata.normalize("NFC", base)
        rank = _ALPHABET.get(base)
        if rank is None:
            rank = ord(base[0]) + (0 if base.isdigit() else 1000) if not base.isspace() else 0
            rank = rank - 200 if base.isdigit() else rank
        letters.append(rank)
        tones.append(tone)
    return tuple(letters), tuple(tones), text
