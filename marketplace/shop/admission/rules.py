"""What the law and the checklist ask. No clock, no database.

Law on E-commerce 122/2025/QH15 and Decree 248/2026/NĐ-CP: sellers are identified before they
sell; one is suspended at once when an authority asks, else with at least five days' notice
and a reason.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol

LEAST_NOTICE_DAYS = 5
MOST_NOTICE_DAYS = 90
SHOWN_DIGITS = 4
_DIGIT = re.compile(r"\d")
_LONG_NUMBER = re.compile(r"\d(?:[ .-]?\d){8,}")


class Asked(Protocol):
    """A row of the checklist."""

    kinds: list[str]
    valid_from: date
    valid_to: date | None


def is_asked(requirement: Asked, *, kind: str, day: date) -> bool:
    """Whether the row is in force on the day for this kind of producer; no kinds means all."""
    if requirement.kinds and kind not in requirement.kinds:
        return False
    ended = requirement.valid_to is not None and requirement.valid_to < day
    return requirement.valid_from <= day and not ended


def lacking(mandatory: Iterable[int], fulfilled: Iterable[int]) -> set[int]:
    """Keys of the mandatory rows that are neither accepted nor waived."""
    return set(mandatory) - set(fulfilled)


def is_enough_notice(days: int, *, authority_asks: bool) -> bool:
    """Whether a seller may be suspended after that many days."""
    return authority_asks or days >= LEAST_NOTICE_DAYS


def masked(text: str) -> str:
    """The text with each number of nine digits or more hidden up to its last four.

    A personal number has 9 or 12 digits, however they are set apart; a date has eight.
    """
    return _LONG_NUMBER.sub(lambda found: _hidden(found[0]), text)


def _hidden(number: str) -> str:
    return _DIGIT.sub("•", number, count=len(_DIGIT.findall(number)) - SHOWN_DIGITS)
