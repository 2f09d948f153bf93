"""Claims that goods may not make, found by a word list. It warns; a person decides.

Law on Advertising (amended 2025, in force 1/1/2026) and Decree 15/2018/NĐ-CP, Article 27: food
is not advertised as if it were medicine. Some sentences with the same words are demanded by
law ("không phải là thuốc"): they are taken out first. No clock and no database here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalog.lib.vietnamese import nfc, spelling

AROUND = 4  # words shown on each side
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Claim:
    """A phrase of the list, the field it stands in, and the words around it."""

    field: str
    phrase: str
    around: str


def claims_in(
    texts: Mapping[str, str], *, forbidden: Iterable[str], allowed: Iterable[str] = ()
) -> list[Claim]:
    """Every phrase of ``forbidden`` in each text, whole words only, in the order of the text."""
    wanted = {tuple(_words(phrase)): phrase for phrase in forbidden}
    excused = [tuple(_words(phrase)) for phrase in allowed]
    found = []
    for field, text in texts.items():
        shown = _WORD.findall(nfc(text))
        words = [spelling(word) for word in shown]
        for start, end in _excused(words, excused):
            words[start:end] = [""] * (end - start)
        for start in range(len(words)):
            for phrase, told in wanted.items():
                if phrase and tuple(words[start : start + len(phrase)]) == phrase:
                    around = shown[max(0, start - AROUND) : start + len(phrase) + AROUND]
                    found.append(Claim(field, told, " ".join(around)))
    return found


def _words(phrase: str) -> list[str]:
    return [spelling(word) for word in _WORD.findall(nfc(phrase))]


def _excused(words: list[str], phrases: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    return [
        (start, start + len(phrase))
        for phrase in phrases
        for start in range(len(words))
        if phrase and tuple(words[start : start + len(phrase)]) == phrase
    ]
